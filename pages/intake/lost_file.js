// The browser keeps the name of the chosen file, because a session that is lost takes the file with it. A new session
// that knows of no file is told the name. Streamlit does not run a page again that it has reconnected, so this asks
// for it: else the page would go on showing a file that is gone.
const KEY = "chosenFile"

export default function ({ data, setTriggerValue }) {
  const kept = sessionStorage.getItem(KEY)
  if (data.name) sessionStorage.setItem(KEY, data.name)
  else sessionStorage.removeItem(KEY)
  if (!data.name && kept && !data.known) setTriggerValue("lost", kept)
  const runAgain = () => setTriggerValue("reconnected", true)
  addEventListener("reconnected", runAgain)
  return () => removeEventListener("reconnected", runAgain)
}
