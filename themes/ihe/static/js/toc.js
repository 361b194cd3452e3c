// "On this page": shows where the reader is.
"use strict";

{
  const toc = document.querySelector(".toc");
  const fold = toc?.querySelector("details");
  const place = toc?.querySelector(".toc-place");
  const wide = matchMedia("(width >= 80rem)");
  const entries = [...(toc?.querySelectorAll("a") ?? [])]
    .map((link) => ({ link, section: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ section }) => section);
  const top = ({ section }) => section.getBoundingClientRect().top;

  let reading;
  const follow = () => {
    // The last section that began above a quarter of the window; at the very end the last one in sight.
    const atEnd = scrollY > 0 && innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
    const now = entries.findLast((entry) => top(entry) <= innerHeight * (atEnd ? 0.8 : 0.25));
    if (now === reading) return;
    reading = now;
    for (const item of toc.querySelectorAll(".reading")) item.classList.remove("reading");
    toc.querySelector("[aria-current]")?.removeAttribute("aria-current");
    place.textContent = now?.link.textContent.trim() ?? "";
    now?.link.setAttribute("aria-current", "location");
    for (let item = now?.link.closest("li"); item; item = item.parentElement.closest("li")) item.classList.add("reading");
    if (now && wide.matches) toc.scrollTop = now.link.offsetTop - toc.clientHeight / 2;
  };

  if (toc) {
    const fit = () => { fold.open = wide.matches; };
    wide.addEventListener("change", fit);
    fit();
    follow();
    let waiting = false;
    addEventListener("scroll", () => {
      if (!waiting) requestAnimationFrame(() => { waiting = false; follow(); });
      waiting = true;
    }, { passive: true });

    // As a bar it closes once it was used, by a click elsewhere, and with Esc.
    document.addEventListener("click", (event) => {
      if (!wide.matches && (event.target.closest("a") || !toc.contains(event.target))) fold.open = false;
    });
    toc.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || wide.matches || !fold.open) return;
      fold.open = false;
      fold.firstElementChild.focus();
    });
  }
}
