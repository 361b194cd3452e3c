// The contents of the volume: loaded once for all its pages, shown beside the text or in the drawer.
"use strict";

const tfVolumeNav = document.getElementById("volume-nav");

/** Called by _static/nav/<id>.js with [{title, number, address, stage, children?}, ...]. */
function tfNav(id, entries) {
  const { element } = tf;
  // Final text is what readers expect; anything else is said.
  const marks = { "trial-implementation": "TI", "public-comment": "PC", draft: "draft", deprecated: "deprecated", retired: "retired", withdrawn: "withdrawn" };
  const isCurrent = (entry) => entry.address === tf.address || (entry.children ?? []).some(isCurrent);
  let count = 0;

  const item = (entry) => {
    count += 1;
    const line = element(entry.address ? "a" : "span", {
      class: !entry.address && "group", href: entry.address && tf.root + entry.address, "aria-current": entry.address === tf.address && "page",
    }, entry.number && element("span", { class: "number" }, entry.number), element("span", {}, entry.title),
    marks[entry.stage] && element("abbr", { title: entry.stage.replace("-", " ") }, marks[entry.stage]));
    if (!entry.children?.length) return element("li", {}, line);
    const below = element("ul", { hidden: !isCurrent(entry) }, ...entry.children.map(item));
    const fold = element("button", {
      type: "button", class: "fold", "aria-label": `Parts of ${entry.title}`, "aria-expanded": String(!below.hidden),
      onclick: () => { below.hidden = !below.hidden; fold.ariaExpanded = String(!below.hidden); },
    });
    return element("li", { class: "branch" }, line, fold, below);
  };

  const list = element("ul", {}, ...entries.map(item));
  tfVolumeNav.querySelector(".volume-nav-fallback").replaceWith(list);

  if (count > 12) {
    const none = element("p", { class: "volume-nav-none", role: "status" });
    const narrow = (event) => {
      const words = event.target.value.toLowerCase().split(/\s+/);
      const lines = [...list.querySelectorAll("li")];
      for (const line of lines) line.hidden = !words.every((word) => line.textContent.toLowerCase().includes(word));
      list.classList.toggle("filtered", words.join("") !== "");
      none.textContent = lines.every((line) => line.hidden) ? "Nothing here has these words." : "";
    };
    tfVolumeNav.querySelector(".volume-nav-head").append(
      element("input", { type: "search", placeholder: "Filter", "aria-label": "Filter these contents", autocomplete: "off", oninput: narrow }), none);
  }

  // The current page stands in the upper third of the column.
  const current = list.querySelector("[aria-current=page]");
  if (current) list.scrollTop = current.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 3;
}

if (tfVolumeNav) tf.script(`${tf.static}nav/${document.documentElement.dataset.nav}.js`).catch(() => { /* the links up the tree stay */ });
