// A lost server is told calmly on every page; Streamlit's own box speaks of terminals (style.css hides it). When the
// server answers again the page opens anew: its address holds the whole view.
if (!window.viewConnection) {
  const note = document.createElement("div")
  note.id = "waiting"
  note.setAttribute("role", "status")
  const app = () => document.querySelector('[data-testid="stApp"]')
  const connected = () => app()?.dataset.testConnectionState === "CONNECTED"
  const healthy = () =>
    fetch("/_stcore/health", { cache: "no-store" }).then((answer) => answer.ok, () => false)
  let lostSince = 0
  window.viewConnection = setInterval(async () => {
    if (!app() || connected()) {
      lostSince = 0
      note.remove()
      document.documentElement.classList.remove("waiting")
      return
    }
    lostSince ||= Date.now()
    if (Date.now() - lostSince < 1500) return
    if (!note.isConnected) {
      note.textContent = {waiting}
      document.body.append(note)
      document.documentElement.classList.add("waiting")
    }
    if ((await healthy()) && !connected()) location.reload()
  }, 1000)
}
