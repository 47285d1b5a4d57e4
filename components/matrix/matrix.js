// One table per mount point. A selection only moves the mark, and loses neither scroll position nor focus.
const tables = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  const matrix = tables.get(parentElement) ?? create(parentElement)
  matrix.choose = (cell) => setTriggerValue("chosen", [cell.dataset.target, cell.dataset.locality])
  const signature = JSON.stringify(data.table)
  if (signature !== matrix.signature) draw(matrix, data)
  matrix.signature = signature
  matrix.root.style.maxHeight = data.height
  mark(matrix, data.selected)
}

function create(parentElement) {
  const root = element("div", "matrix")
  parentElement.appendChild(root)
  const matrix = { root, choose: () => {} }
  root.addEventListener("click", (event) => {
    const cell = event.target.closest("td[data-target]")
    if (cell) matrix.choose(cell)
  })
  root.addEventListener("keydown", (event) => walk(matrix, event))
  tables.set(parentElement, matrix)
  return matrix
}

function draw(matrix, { table, title, words }) {
  if (!table.rows.length) return matrix.root.replaceChildren(element("div", "empty", words.empty))
  const grid = element("table")
  grid.setAttribute("role", "grid")
  grid.setAttribute("aria-label", title)
  const head = grid.createTHead().insertRow()
  head.append(element("th", "place", words.place), element("th", "totals", words.totals))
  for (const [, name, document] of table.columns) {
    const cell = element("th")
    cell.scope = "col"
    cell.title = name
    cell.append(element("span", "name", name), element("span", "document", document))
    head.append(cell)
  }
  const body = grid.createTBody()
  for (const row of table.rows) body.append(lineOf(row, table, words))
  matrix.root.replaceChildren(grid)
  const first = body.querySelector("td[data-target]")
  if (first) first.tabIndex = 0
}

function lineOf(row, { columns, looks }, words) {
  const line = element("tr")
  const place = element("th", "place", row.name)
  place.scope = "row"
  place.title = row.name
  line.append(place, element("td", "totals", row.totals))
  row.cells.forEach((cell, at) => {
    const drawn = element("td")
    if (cell) {
      const [shape, colour, word] = looks[cell[0]]
      drawn.textContent = cell[1] ? `${shape} ${cell[1]}` : shape
      drawn.className = (cell[2] ? "reference" : "own") + (cell[1] ? "" : " silent")
      drawn.style.setProperty("--colour", colour)
      drawn.dataset.target = columns[at][0]
      drawn.dataset.locality = row.code
      drawn.tabIndex = -1
      drawn.title = [row.name, columns[at][1], cell[1], word].filter(Boolean).join(", ")
      drawn.setAttribute("aria-label", drawn.title)
    } else {
      drawn.setAttribute("aria-label", words.nothing)
    }
    line.append(drawn)
  })
  return line
}

function mark(matrix, [target, locality]) {
  const before = matrix.root.querySelector("td[aria-selected]")
  const now = target && matrix.root.querySelector(`td[data-target="${CSS.escape(target)}"][data-locality="${CSS.escape(locality)}"]`)
  if (before && before !== now) before.removeAttribute("aria-selected")
  if (now && now !== before) {
    now.setAttribute("aria-selected", "true")
    makeReachable(matrix, now)
    now.scrollIntoView({ block: "nearest", inline: "nearest" })
  }
}

function walk(matrix, event) {
  const cell = event.target.closest("td[data-target]")
  if (!cell) return
  if (event.key === "Enter" || event.key === " ") {
    matrix.choose(cell)
    event.preventDefault()
    return
  }
  const step = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }[event.key]
  const there = step ? beyond(matrix, cell, step) : edge(cell, event.key)
  if (!step && !["Home", "End"].includes(event.key)) return
  event.preventDefault()
  if (!there) return
  makeReachable(matrix, there)
  there.focus()
}

// The next cell in a direction; a target that is not shown for a place is skipped.
function beyond(matrix, cell, [down, across]) {
  const rows = [...matrix.root.querySelector("tbody").rows]
  let row = rows.indexOf(cell.parentElement) + down
  let column = cell.cellIndex + across
  while (rows[row]?.cells[column]) {
    if (rows[row].cells[column].dataset.target) return rows[row].cells[column]
    row += down
    column += across
  }
}

function edge(cell, key) {
  const cells = [...cell.parentElement.querySelectorAll("td[data-target]")]
  return key === "Home" ? cells[0] : cells.at(-1)
}

function makeReachable(matrix, cell) {
  matrix.root.querySelector('td[tabindex="0"]')?.setAttribute("tabindex", "-1")
  cell.tabIndex = 0
}

function element(tag, name, text) {
  const made = document.createElement(tag)
  if (name) made.className = name
  if (text !== undefined) made.textContent = text
  return made
}
