// One list per mount point. A change of data draws it anew and does not move the focus.
const lists = new WeakMap()

export default function ({ parentElement, data, setTriggerValue }) {
  const list = lists.get(parentElement) ?? create(parentElement)
  list.choose = (id) => setTriggerValue("chosen", id)
  const focused = list.root.getRootNode().activeElement?.dataset?.id
  list.root.setAttribute("aria-label", data.title)
  list.root.replaceChildren(...data.rows.map(rowOf))
  if (focused) list.root.querySelector(`[data-id="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
}

function create(parentElement) {
  const root = element("ul", "digest")
  parentElement.appendChild(root)
  const list = { root, choose: () => {} }
  root.addEventListener("click", (event) => {
    const row = event.target.closest(".row")
    if (row) list.choose(row.dataset.id)
  })
  lists.set(parentElement, list)
  return list
}

function rowOf(row) {
  const item = element("li", "item")
  const button = element("button", "row")
  button.type = "button"
  button.dataset.id = row.id
  button.setAttribute("aria-pressed", String(row.selected))
  const head = element("span", "head")
  head.append(element("span", "name", row.name))
  if (row.figure) head.append(element("span", "figure", row.figure))
  if (row.word) head.append(statusOf(row))
  button.append(head, ...row.lines.map((line) => element("span", "line", line)))
  item.append(button)
  return item
}

function statusOf(row) {
  const status = element("span", "status")
  const shape = element("i", "shape", row.shape)
  shape.style.background = row.colour
  shape.setAttribute("aria-hidden", "true")
  status.append(shape, ` ${row.word}`)
  return status
}

function element(tag, name, text) {
  const made = document.createElement(tag)
  made.className = name
  if (text !== undefined) made.textContent = text
  return made
}
