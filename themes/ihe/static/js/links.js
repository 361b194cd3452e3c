// Copying: the address of a section, and the citation of a page.
"use strict";

(() => {
  const copy = async (text, word) => {
    try {
      await navigator.clipboard.writeText(text);
      tf.toast(word);
    } catch { /* not allowed here; the address bar has the link all the same */ }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.headerlink");
    if (link && !event.metaKey && !event.ctrlKey) copy(link.href, "Link copied");
  });

  for (const line of document.querySelectorAll(".citation, [data-cite]")) {
    const citation = line.dataset.cite || line.textContent.trim().replace(/^cite as:?\s*/i, "");
    const button = line.querySelector("button") ?? line.appendChild(tf.element("button", { type: "button" }, "Copy"));
    button.classList.add("copy-button");
    button.setAttribute("aria-label", `Copy the citation ${citation}`);
    button.addEventListener("click", () => copy(citation, "Citation copied"));
  }
})();
