// Light or dark: follows the system until the reader chooses otherwise.
"use strict";

tf.toggleTheme = (() => {
  const html = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const buttons = document.querySelectorAll("[data-theme-toggle]");
  const systemTheme = () => (system.matches ? "dark" : "light");
  const show = () => buttons.forEach((button) => button.setAttribute("aria-pressed", (html.dataset.theme ?? systemTheme()) === "dark"));

  const toggle = () => {
    const wanted = (html.dataset.theme ?? systemTheme()) === "dark" ? "light" : "dark";
    // Choosing what the system says means following it again.
    if (wanted === systemTheme()) delete html.dataset.theme;
    else html.dataset.theme = wanted;
    tf.remember("tf-theme", html.dataset.theme ?? null);
    show();
  };
  buttons.forEach((button) => button.addEventListener("click", toggle));
  system.addEventListener("change", show);
  show();
  return toggle;
})();
