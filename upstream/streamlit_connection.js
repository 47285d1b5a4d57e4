// Says on the page that the server is lost. When the server answers again, the page is opened anew: its address holds
// the whole view. A file that was chosen is in no address, so such a page waits for Streamlit to find its session; the
// window then hears "reconnected".
if (!window.viewConnection) {
  const PATIENCE = 40 // answers of the server, one a second: longer than Streamlit waits between two attempts
  const note = document.createElement("div")
  note.id = "waiting"
  note.setAttribute("role", "status")
  const app = () => document.querySelector(":--app")
  const connected = () => app()?.matches(":--connected")
  const healthy = () =>
    fetch("/_stcore/health", { cache: "no-store", signal: AbortSignal.timeout(4000) }).then((answer) => answer.ok, () => false)
  const texts = {texts}
  const chosenFile = () => document.querySelector(":--uploaded-file")
  const onTheWall = () => document.querySelector({wall})
  const message = () =>
    !reached ? texts.connecting : onTheWall() ? texts.on_the_wall : chosenFile() ? texts.with_file : texts.lost
  const show = (lost) => {
    if (lost && !note.isConnected) {
      note.textContent = message()
      document.body.append(note)
    } else if (!lost) note.remove()
    document.documentElement.classList.toggle("waiting", lost)
  }
  let reached = false, lostSince = 0, unanswered = 0, answered = 0, asking = false, beats = 0
  window.viewConnection = setInterval(async () => {
    if (!app() || asking) return
    const patient = chosenFile()
    reached ||= connected()
    const silent = unanswered > 1
    if (connected() && !silent) {
      if (lostSince) dispatchEvent(new Event("reconnected"))
      lostSince = 0
      show(false)
      // A cut cable closes no connection. So the server is asked at every third beat.
      if (!(onTheWall() || patient) || ++beats % 3) return
    } else {
      lostSince ||= Date.now()
      if (!silent && Date.now() - lostSince < (reached ? 1500 : 5000)) return
      show(true)
    }
    asking = true
    const well = await healthy()
    asking = false
    // A server that was silent stays lost until the page is opened anew: what was pressed meanwhile never arrived. A
    // page with a chosen file is run again instead.
    unanswered = well && (!silent || (patient && connected())) ? 0 : unanswered + !well
    answered = well ? answered + 1 : 0
    // The server has to answer twice: while a network comes and goes, a page opened anew would be the browser's error.
    if (reached && answered >= (patient ? PATIENCE : 2) && lostSince && (silent || !connected())) location.reload()
  }, 1000)
}
