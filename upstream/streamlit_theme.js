// Writes the theme where Streamlit reads it, and opens the page anew if it is drawn in another one.
if (window.viewTheme !== "{theme}") {
  window.viewTheme = "{theme}"
  const entry = `stActiveTheme-${location.pathname}-v2`
  const wanted = { light: '"Light"', dark: '"Dark"', contrast: '"Dark"' }["{theme}"] ?? null
  const isDark = getComputedStyle(document.querySelector(":--app")).colorScheme === "dark"
  const wantsDark = wanted ? wanted === '"Dark"' : matchMedia("(prefers-color-scheme: dark)").matches
  wanted ? localStorage.setItem(entry, wanted) : localStorage.removeItem(entry)
  if (isDark !== wantsDark && sessionStorage.viewTheme !== "{theme}" + location.pathname) {
    // Once: a theme that Streamlit does not take must not open the page again and again.
    sessionStorage.viewTheme = "{theme}" + location.pathname
    location.reload()
  } else if (isDark === wantsDark) delete sessionStorage.viewTheme
}
