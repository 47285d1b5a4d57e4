// One list per mount point; drawn anew at each change of data without moving its scroll or its focus.
const lists = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  const list = lists.get(parentElement) ?? create(parentElement)
  list.choose = (code) => setTriggerValue("chosen", code)
  const focused = list.root.getRootNode().activeElement?.dataset?.code
  draw(list, data)
  if (focused) list.root.querySelector(`[data-code="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}

function create(parentElement) {
  const root = element("div", "bars")
  parentElement.appendChild(root)
  const list = { root, choose: () => {} }
  root.addEventListener("click", (event) => {
    const row = event.target.closest(".row")
    if (row) list.choose(row.dataset.code)
  })
  root.addEventListener("keydown", (event) => walk(list, event))
  lists.set(parentElement, list)
  return list
}

function draw(list, data) {
  const { root } = list
  root.className = "bars" + (data.meeting ? " meeting" : "") + (data.rows.some((row) => row.word) ? "" : " plain")
  root.setAttribute("role", "listbox")
  root.setAttribute("aria-label", data.title)
  if (!data.rows.length) return root.replaceChildren(element("div", "empty", data.empty))
  const reachable = data.rows.some((row) => row.code === data.selected) ? data.selected : data.rows[0].code
  let group
  const drawn = []
  for (const row of data.rows) {
    if (row.group && row.group !== group) drawn.push(element("div", "heading", (group = row.group)))
    drawn.push(rowOf(row, row.code === data.selected, row.code === reachable))
  }
  root.replaceChildren(...drawn)
  if (data.selected !== list.shown) reveal(root, data.selected)
  list.shown = data.selected
}

function rowOf(row, selected, reachable) {
  const line = element("div", row.dim ? "row dim" : "row")
  line.dataset.code = row.code
  line.tabIndex = reachable ? 0 : -1
  line.setAttribute("role", "option")
  line.setAttribute("aria-selected", String(selected))
  line.setAttribute("aria-label", [row.rank, row.name, row.text, row.word].filter(Boolean).join(", "))
  if (row.why) line.title = row.why
  line.append(element("span", "rank", row.rank), element("span", "name", row.name), track(row), element("span", "text", row.text))
  if (row.word) line.append(element("span", "status", `${row.shape} ${row.word}`))
  return line
}

function track(row) {
  const bed = element("div", row.share === undefined ? "track none" : "track")
  if (row.share !== undefined) {
    const bar = element("div", "bar")
    bar.style.width = `${row.share}%`
    bar.style.background = row.colour ?? "var(--st-primary-color)"
    bed.append(bar)
  }
  for (const mark of ["expected", "target"]) {
    if (row[mark] === undefined) continue
    const tick = element("div", mark)
    tick.style.left = `${row[mark]}%`
    bed.append(tick)
  }
  return bed
}

function walk(list, event) {
  const rows = [...list.root.querySelectorAll(".row")]
  const here = rows.indexOf(event.target.closest(".row"))
  const there = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (there !== undefined) {
    rows[Math.min(Math.max(there, 0), rows.length - 1)]?.focus()
    event.preventDefault()
  } else if ((event.key === "Enter" || event.key === " ") && here >= 0) {
    list.choose(rows[here].dataset.code)
    event.preventDefault()
  }
}

function reveal(root, code) {
  if (code) root.querySelector(`[data-code="${CSS.escape(code)}"]`)?.scrollIntoView({ block: "nearest" })
}

function element(tag, name, text) {
  const made = document.createElement(tag)
  made.className = name
  if (text !== undefined) made.textContent = text
  return made
}
