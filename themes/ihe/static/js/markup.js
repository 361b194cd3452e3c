// What the scripts share: the site's place, making elements, remembering a choice, saying what happened.
"use strict";

const tf = {
  root: document.documentElement.dataset.root ?? "",
  static: document.documentElement.dataset.static ?? "_static/",
  address: document.documentElement.dataset.address ?? "",

  /** An element; attributes whose value is null or false are left out, `on…` ones are listeners. */
  element(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value === undefined || value === null || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter(Boolean));
    return made;
  },

  /** Loads a script of the site once; works from disk too. Rejects when it is missing. */
  script(address) {
    this.scripts ??= new Map();
    if (!this.scripts.has(address)) {
      this.scripts.set(address, new Promise((resolve, reject) => {
        document.head.append(this.element("script", { src: address, onload: resolve, onerror: reject }));
      }));
    }
    return this.scripts.get(address);
  },

  /** Keeps a choice over visits; without storage it lasts for the page. */
  remember(name, value) {
    try {
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch { /* forbidden: nothing to keep */ }
  },
  recall(name) {
    try { return localStorage.getItem(name); } catch { return null; }
  },

  /** Puts a query into the address without a step in the history. */
  keepQuery(query) {
    try {
      history.replaceState(null, "", `${location.pathname}?${query}${location.hash}`.replace(/\?(?=#|$)/, ""));
    } catch { /* from disk some browsers refuse; everything works all the same */ }
  },

  /** A short word at the foot of the window, also read out. */
  toast(text) {
    this.toastBox ??= document.body.appendChild(this.element("div", { class: "toast", role: "status" }));
    clearTimeout(this.toastTimer);
    this.toastBox.textContent = text;
    this.toastTimer = setTimeout(() => { this.toastBox.textContent = ""; }, 2200);
  },
};
