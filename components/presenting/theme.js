// Streamlit keeps the reader's theme under the page's path and reads it once, at the start.
if (window.viewTheme !== "{theme}") {
  window.viewTheme = "{theme}"
  const kept = `stActiveTheme-${location.pathname}-v2`
  const wanted = { light: '"Light"', dark: '"Dark"', contrast: '"Dark"' }["{theme}"] ?? null
  const dark = getComputedStyle(document.querySelector('[data-testid="stApp"]')).colorScheme === "dark"
  const asks = wanted ? wanted === '"Dark"' : matchMedia("(prefers-color-scheme: dark)").matches
  wanted ? localStorage.setItem(kept, wanted) : localStorage.removeItem(kept)
  if (dark !== asks && sessionStorage.viewTheme !== "{theme}" + location.pathname) {
    sessionStorage.viewTheme = "{theme}" + location.pathname  // once: a theme that does not come must not open the page for ever
    location.reload()
  } else if (dark === asks) delete sessionStorage.viewTheme
}
