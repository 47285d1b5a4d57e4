// What one key has opened stands under the charts: it is kept in sight until they stand still, or somebody moves.
if ("{unfolded}" === "table" && window.viewUnfolded !== "table") window.viewSeeks = 6 // half seconds
window.viewUnfolded = "{unfolded}"
// Charts count in pixels: they are enlarged as a whole (presenting.css), so that their 14 px become the wall's letters.
if (!window.viewScale) {
  window.viewScale = () =>
    document.documentElement.style.setProperty("--meeting-zoom", parseFloat(getComputedStyle(document.documentElement).fontSize) / 14)
  addEventListener("resize", window.viewScale)
  // A chart takes its height from its frame: the room it needs once enlarged is given below the frame.
  setInterval(() => {
    for (const chart of document.querySelectorAll(".js-plotly-plot")) {
      const frame = chart.closest('[data-testid="stElementContainer"]')
      const more = chart.getBoundingClientRect().height - frame.clientHeight
      frame.style.marginBottom = document.querySelector(".st-key-presenting-bar") && more > 1 ? `${more}px` : ""
    }
    const opened = window.viewSeeks > 0 && document.querySelector('[data-testid="stExpander"] details[open]')
    if (opened) {
      opened.scrollIntoView({ block: "start" })
      window.viewSeeks -= 1
    }
  }, 500)
  for (const move of ["wheel", "pointerdown", "keydown"]) addEventListener(move, () => (window.viewSeeks = 0), true)
}
viewScale()
// Arrows walk the agenda as the clicker's keys do, unless they move inside a list, a table, a map or a text.
if (!window.viewKeys) {
  const taken = "input, textarea, select, [role=option], [role=listbox], [role=grid], [role=combobox], [role=slider], [role=radio], td, .stage"
  window.viewKeys = addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    const step = { ArrowRight: "next", ArrowLeft: "previous" }[event.key]
    if (!step || event.composedPath().some((each) => each.matches?.(taken))) return
    document.querySelector(`.st-key-presenting-${step} button`)?.click()
  }) ?? true
}
