// Tables and drawings take the keyboard focus, and count as regions, only while they need scrolling.
"use strict";

{
  const watch = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth + 1;
      target.toggleAttribute("data-scrolls", scrolls);
      target.toggleAttribute("tabindex", scrolls);
      if (scrolls) target.tabIndex = 0;
      if (target.tagName !== "PRE") target.role = scrolls ? "region" : null;
    }
  });
  for (const region of document.querySelectorAll(".table-wrap, .diagram-scroll, pre")) {
    const width = region.querySelector(":scope > svg")?.getAttribute("width");
    if (width) region.style.setProperty("--diagram-width", `${parseFloat(width)}px`);
    watch.observe(region);
  }
}
