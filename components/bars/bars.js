// One list per mount point. A change of data draws it anew and moves neither its scroll position nor its focus.
const lists = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  const list = lists.get(parentElement) ?? create(parentElement)
  list.choose = (code) => setTriggerValue("chosen", code)
  const focused = list.root.getRootNode().activeElement?.dataset?.code
  draw(list, { ...data, rows: unpacked(data) })
  if (focused) list.root.querySelector(`[data-code="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}

// Rows come as numbers; for a text it is its place among the texts.
function unpacked({ fields, worded, texts, rows }) {
  const named = new Set(worded)
  return rows.map((cells) => {
    const row = {}
    fields.forEach((field, at) => {
      if (cells[at] !== null) row[field] = named.has(field) ? texts[cells[at]] : cells[at]
    })
    return row
  })
}

function create(parentElement) {
  const root = element("div", "bars")
  parentElement.appendChild(root)
  const list = { root, open: new Set(), choose: () => {} }
  root.addEventListener("click", (event) => {
    const row = event.target.closest(".row")
    if (row) list.choose(row.dataset.code)
    const fold = event.target.closest(".fold")
    if (fold) toggle(list, fold)
  })
  root.addEventListener("keydown", (event) => walk(list, event))
  lists.set(parentElement, list)
  return list
}

function draw(list, data) {
  const { root } = list
  const has = (name) => data.rows.some((row) => row[name])
  root.className = ["bars", !has("word") && "plain", has("note") && "noted", long(data.rows) && "long"].filter(Boolean).join(" ")
  root.style.maxHeight = data.height
  root.setAttribute("role", "listbox")
  root.setAttribute("aria-label", data.title)
  if (!data.rows.length) return root.replaceChildren(element("div", "empty", data.empty))
  const pieces = piecesOf(data.rows)
  const holder = pieces.find((piece) => piece.fold && piece.rows.some((row) => row.code === data.selected))
  if (holder && data.selected !== list.shown) list.open.add(holder.fold)
  const reachable = (holder || data.rows.some((row) => row.code === data.selected) ? data.selected : data.rows.find((row) => !row.fold)?.code)
  list.rowOf = (row) => rowOf(row, row.code === data.selected, row.code === reachable)
  root.replaceChildren(...pieces.flatMap((piece) => drawnPiece(list, piece)))
  if (data.selected !== list.shown) reveal(root, data.selected)
  list.shown = data.selected
}

// Names of the country's communes contain their province.
const long = (rows) => rows.some((row) => row.name.length > 28)

// Headings, rows and folds in their order; rows that share a fold become one piece.
function piecesOf(rows) {
  const pieces = []
  let section, group
  for (const row of rows) {
    if (row.section && row.section !== section) pieces.push({ heading: (section = row.section), name: "section" })
    if (row.group && row.group !== group) pieces.push({ heading: row.group, name: "heading" })
    group = row.group ?? group
    const last = pieces.at(-1)
    if (row.fold && last?.fold === row.fold) last.rows.push(row)
    else pieces.push(row.fold ? { fold: row.fold, rows: [row] } : { row })
  }
  return pieces
}

// Rows behind a fold are made when it is opened, so that hundreds of places without figures cost nothing.
function drawnPiece(list, piece) {
  if (piece.heading) return [element("div", piece.name, piece.heading)]
  if (piece.row) return [list.rowOf(piece.row)]
  const line = element("div", "fold", piece.fold)
  line.tabIndex = 0  // an option, because a list box may contain nothing else
  line.setAttribute("role", "option")
  line.setAttribute("aria-selected", "false")
  const held = element("div", "held")
  held.setAttribute("role", "group")
  held.setAttribute("aria-label", piece.fold)
  line.fill = () => held.replaceChildren(...(list.open.has(piece.fold) ? piece.rows.map(list.rowOf) : []))
  line.dataset.open = list.open.has(piece.fold)
  line.fill()
  return [line, held]
}

function toggle(list, line) {
  const fold = line.textContent
  list.open.has(fold) ? list.open.delete(fold) : list.open.add(fold)
  line.dataset.open = list.open.has(fold)
  line.fill()
}

function rowOf(row, selected, reachable) {
  const line = element("div", row.dim ? "row dim" : "row")
  line.dataset.code = row.code
  line.tabIndex = reachable ? 0 : -1
  line.setAttribute("role", "option")
  line.setAttribute("aria-selected", String(selected))
  line.setAttribute("aria-label", [row.rank, row.name, row.under, row.text, row.word, row.note].filter(Boolean).join(", "))
  if (row.why) line.title = row.why
  line.append(element("span", "rank", row.rank), element("span", "name", row.name), track(row), element("span", "text", row.text))
  if (row.word) line.append(element("span", "status", `${row.shape} ${row.word}`))
  if (row.note) line.querySelector(".name").title = row.name
  if (row.note) line.append(element("span", "under", row.under), element("span", "note", row.note))
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
  const rows = [...list.root.querySelectorAll(".row, .fold")]
  const here = rows.indexOf(event.target.closest(".row, .fold"))
  const there = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (there !== undefined) {
    rows[Math.min(Math.max(there, 0), rows.length - 1)]?.focus()
    event.preventDefault()
  } else if (event.key === "Enter" || event.key === " ") {
    const row = rows[here]
    if (row?.dataset.code) list.choose(row.dataset.code)
    else if (row) toggle(list, row)
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
