// A page first opens without its view, which is then written into its address. That is one visit, not two: without
// this, going back would return to the bare address, which writes itself anew, and the reader could never leave.
if (!window.viewHistory) {
  window.viewHistory = true
  const push = history.pushState.bind(history)
  history.pushState = (state, unused, url) => {
    const to = new URL(url ?? location.href, location.href)
    const fillsIn = to.pathname === location.pathname && location.search === ""
    return fillsIn ? history.replaceState(state, unused, url) : push(state, unused, url)
  }
}
