// The first query that is written into a page's bare address replaces this address instead of following it.
if (!window.viewHistory) {
  window.viewHistory = true
  const push = history.pushState.bind(history)
  history.pushState = (state, unused, url) => {
    const to = new URL(url ?? location.href, location.href)
    const fillsIn = to.pathname === location.pathname && location.search === ""
    return fillsIn ? history.replaceState(state, unused, url) : push(state, unused, url)
  }
}
