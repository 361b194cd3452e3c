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

  // One quiet sign, put at the end of the paragraph, item or row that the pointer is on; its ids outlive numbers.
  const sign = tf.element("a", { class: "headerlink placelink", tabindex: "-1" }, "¶");
  document.querySelector("main")?.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const place = event.target.closest?.("p[id], li[id], tr[id], dt[id], table[id] > caption, figcaption[id]");
    if (!place || place.contains(sign)) return;
    const id = place.id || place.parentElement.id;
    sign.href = `#${id}`;
    sign.ariaLabel = "Link to this place";
    (place.tagName === "TR" ? place.lastElementChild : place).append(sign);
    sign.style.opacity = "";
  });

  for (const line of document.querySelectorAll(".citation, [data-cite]")) {
    const citation = line.dataset.cite || line.textContent.trim().replace(/^cite as:?\s*/i, "");
    const button = line.querySelector("button") ?? line.appendChild(tf.element("button", { type: "button" }, "Copy"));
    button.classList.add("copy-button");
    button.setAttribute("aria-label", `Copy the citation ${citation}`);
    button.addEventListener("click", () => copy(citation, "Citation copied"));
  }
})();
