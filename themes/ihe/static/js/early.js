// Runs before the first paint: says that scripts work and applies the reader's theme, so nothing flashes.
(function (html) {
  html.classList.add("js");
  try {
    const theme = localStorage.getItem("tf-theme");
    if (theme === "light" || theme === "dark") html.dataset.theme = theme;
  } catch { /* storage may be forbidden; the system's theme is then right */ }
})(document.documentElement);
