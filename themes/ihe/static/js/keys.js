// The keyboard: single keys, which the reader may switch off (WCAG 2.1.4), and the page that explains them.
"use strict";

(() => {
  const on = () => tf.recall("tf-keys") !== "off";
  const keys = [
    ["/", "Search", () => tf.dialogs.open("search")],
    ["t", "Light or dark", tf.toggleTheme],
    ["?", "This help", () => tf.dialogs.open("keys")],
  ];
  const more = [["↑ ↓", "Move through results"], ["Enter", "Open a result"], ["Esc", "Close"]];

  tf.dialogs.register("keys", "Keyboard shortcuts", (dialog) => [
    tf.dialogs.closeButton(dialog),
    tf.element("p", { class: "dialog-title" }, "Keyboard"),
    tf.element("dl", { class: "key-list" }, ...[...keys, ...more].map(([key, does]) =>
      tf.element("div", {}, tf.element("dt", {}, ...key.split(" ").map((each) => tf.element("kbd", {}, each))), tf.element("dd", {}, does)))),
    tf.element("label", { class: "key-switch" },
      tf.element("input", { type: "checkbox", checked: on(), onchange: (event) => tf.remember("tf-keys", event.target.checked ? null : "off") }),
      "Use the single keys"),
  ]);

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || !on()) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable], dialog")) return;
    const found = keys.find(([key]) => key === event.key);
    if (!found) return;
    event.preventDefault();
    found[2]();
  });
})();
