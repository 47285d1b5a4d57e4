// A table that a key has opened stands below the charts: it is kept in sight until these have their size, or until
// somebody scrolls, clicks or presses a key.
if ("{unfolded}" === "table" && window.viewUnfolded !== "table") window.viewSeeks = 6 // half seconds
window.viewUnfolded = "{unfolded}"
// Charts count in pixels: presenting.css enlarges them as a whole, so that their 14 px become the letters of the wall.
if (!window.viewScale) {
  window.viewScale = () =>
    document.documentElement.style.setProperty("--meeting-zoom", parseFloat(getComputedStyle(document.documentElement).fontSize) / 14)
  addEventListener("resize", window.viewScale)
  // A chart takes its height from its frame: the room that it needs when enlarged is added below the frame.
  setInterval(() => {
    for (const chart of document.querySelectorAll(":--plotly")) {
      const frame = chart.closest(":--element-container")
      const more = chart.getBoundingClientRect().height - frame.clientHeight
      frame.style.marginBottom = document.querySelector(".st-key-presenting-bar") && more > 1 ? `${more}px` : ""
    }
    const opened = window.viewSeeks > 0 && document.querySelector(":--expander details[open]")
    if (opened) {
      opened.scrollIntoView({ block: "start" })
      window.viewSeeks -= 1
    }
  }, 500)
  for (const move of ["wheel", "pointerdown", "keydown"]) addEventListener(move, () => (window.viewSeeks = 0), true)
}
viewScale()
// Arrow keys go to the next and previous item, except inside a list, a table, a map or a text.
if (!window.viewKeys) {
  const usesArrows = "input, textarea, select, [role=option], [role=listbox], [role=grid], [role=combobox], [role=slider], [role=radio], td, .stage"
  window.viewKeys = addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const step = { ArrowRight: "next", ArrowLeft: "previous" }[event.key]
    if (!step || event.composedPath().some((each) => each.matches?.(usesArrows))) return
    document.querySelector(`.st-key-presenting-${step} button`)?.click()
  }) ?? true
}
