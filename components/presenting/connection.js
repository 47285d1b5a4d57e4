// A lost server is told calmly on every page; Streamlit's own box speaks of terminals (style.css hides it). When the
// server answers again the page opens anew: its address holds the whole view.
if (!window.viewConnection) {
  const note = document.createElement("div")
  note.id = "waiting"
  note.setAttribute("role", "status")
  const app = () => document.querySelector('[data-testid="stApp"]')
  const connected = () => app()?.dataset.testConnectionState === "CONNECTED"
  const healthy = () =>
    fetch("/_stcore/health", { cache: "no-store", signal: AbortSignal.timeout(4000) }).then((answer) => answer.ok, () => false)
  const tell = (lost) => {
    if (lost && !note.isConnected) {
      note.textContent = {waiting}
      document.body.append(note)
    } else if (!lost) note.remove()
    document.documentElement.classList.toggle("waiting", lost)
  }
  // A cut cable closes no connection: for minutes the browser believes in it, while the presenter's keys go nowhere. On
  // the wall the server is therefore asked.
  let lostSince = 0, unanswered = 0, answered = 0, asking = false, beats = 0
  window.viewConnection = setInterval(async () => {
    if (!app() || asking) return
    const silent = unanswered > 1
    if (connected() && !silent) {
      lostSince = 0
      tell(false)
      if (!document.querySelector(".st-key-presenting-bar") || ++beats % 3) return
    } else {
      lostSince ||= Date.now()
      if (!silent && Date.now() - lostSince < 1500) return
      tell(true)
    }
    asking = true
    const well = await healthy()
    asking = false
    // Once believed lost it stays so until the page is opened anew: what was pressed meanwhile never arrived.
    unanswered = well && !silent ? 0 : unanswered + !well
    answered = well ? answered + 1 : 0
    // Twice, because a page that is opened anew over a net that comes and goes would be the browser's own complaint.
    if (answered > 1 && lostSince && (silent || !connected())) location.reload()
  }, 1000)
}
