// Dialogs: built on first opening, opened by any [data-open="name"], closed by Esc or a click beside them.
"use strict";

tf.dialogs = {
  builders: {},
  built: {},

  /** `build` returns the content once; `opened` and `closed` run each time. */
  register(name, label, build, { opened, closed } = {}) {
    this.builders[name] = () => {
      const dialog = tf.element("dialog", { class: `${name}-dialog`, "aria-label": label, onclose: () => closed?.(dialog) });
      dialog.append(...build(dialog));
      dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
      dialog.tfOpened = opened;
      return document.body.appendChild(dialog);
    };
  },

  open(name) {
    if (!this.builders[name] || document.querySelector("dialog[open]")) return;
    const dialog = this.built[name] ??= this.builders[name]();
    dialog.showModal();
    dialog.tfOpened?.(dialog);
  },

  closeButton: (dialog) => tf.element("button", { type: "button", class: "icon-button close-button", "aria-label": "Close", onclick: () => dialog.close() }, "×"),
};

document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-open]");
  if (opener) tf.dialogs.open(opener.dataset.open);
});
