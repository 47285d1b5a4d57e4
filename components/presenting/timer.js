// The time of one item, counted in the browser: nothing is asked of the server, and a refresh goes on counting.
const clocks = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  const clock = clocks.get(parentElement) ?? create(parentElement)
  clock.data = data
  clock.finish = () => setTriggerValue("over", data.item)
  if (clock.item !== data.item) Object.assign(clock, { item: data.item, reported: false, ...remembered(data.item) })
  clearInterval(clock.beat)
  clock.beat = setInterval(() => show(clock), 500)
  show(clock)
  return () => clearInterval(clock.beat)
}

function create(parentElement) {
  const root = document.createElement("div")
  root.className = "clock"
  const face = document.createElement("span")
  face.className = "face"
  const button = document.createElement("button")
  button.type = "button"
  root.append(face, button)
  parentElement.appendChild(root)
  const clock = { face, button }
  button.addEventListener("click", () => pause(clock))
  clocks.set(parentElement, clock)
  return clock
}

/** Return when the item began, and since when its clock is paused; stored for as long as the tab is open. */
function remembered(item) {
  const stored = JSON.parse(sessionStorage.getItem("clock") ?? "null")
  return stored?.item === item ? { began: stored.began, paused: stored.paused } : { began: Date.now(), paused: null }
}

function remember({ item, began, paused }) {
  sessionStorage.setItem("clock", JSON.stringify({ item, began, paused }))
}

function pause(clock) {
  if (clock.paused) {
    clock.began += Date.now() - clock.paused
    clock.paused = null
  } else clock.paused = Date.now()
  show(clock)
}

function show(clock) {
  const { data, face, button } = clock
  const gone = Math.floor(((clock.paused ?? Date.now()) - clock.began) / 1000)
  const left = data.seconds - gone
  const word = !data.seconds ? "elapsed" : left >= 0 ? "left" : "over"
  face.textContent = data.words[word].replace("{time}", written(data.seconds ? Math.abs(left) : gone))
  face.classList.toggle("over", word === "over")
  button.hidden = !data.seconds
  button.textContent = clock.paused ? "▶" : "❚❚"
  button.title = data.words[clock.paused ? "go" : "pause"]
  button.setAttribute("aria-label", button.title)
  remember(clock)
  if (data.advance && data.seconds && left <= 0 && !clock.paused && !clock.reported) {
    clock.reported = true
    clock.finish()
  }
}

function written(seconds) {
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`
}
