// On narrow screens the site's menu and the volume's contents are in a drawer.
"use strict";

{
  const home = tf.element("span", { hidden: true });   // keeps the place of the contents beside the text
  const nav = document.getElementById("volume-nav");
  tf.dialogs.register("drawer", "Menu and contents", (dialog) => [
    tf.dialogs.closeButton(dialog),
    tf.element("nav", { class: "drawer-menu", "aria-label": "Site, in the drawer" }, document.querySelector(".site-menu ul").cloneNode(true)),
  ], {
    opened: (dialog) => {
      nav?.before(home);
      if (nav) dialog.append(nav);
    },
    closed: () => home.isConnected && home.replaceWith(nav),
  });
  matchMedia("(width >= 60rem)").addEventListener("change", () => tf.dialogs.built.drawer?.close());
}
