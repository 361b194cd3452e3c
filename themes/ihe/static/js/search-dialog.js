// The search of every page: a combobox in a dialog.
"use strict";

tf.dialogs.register("search", "Search", (dialog) => {
  const { element } = tf;
  const list = element("div", { id: "search-options", class: "results", role: "listbox", "aria-label": "Results" });
  const note = element("p", { class: "search-note" });
  const status = element("p", { class: "visually-hidden", role: "status" });
  const input = element("input", {
    type: "text", name: "q", role: "combobox", "aria-label": "Search", "aria-expanded": "false", "aria-controls": "search-options", "aria-autocomplete": "list",
    placeholder: "ITI-18, XDS.b, Document Registry, or any words", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
  });
  let options = [];
  let chosen = -1;

  const choose = (index) => {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = index;
    options[chosen]?.setAttribute("aria-selected", "true");
    options[chosen]?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", options[chosen]?.id ?? "");
  };
  const show = (found) => {
    const all = `${tf.root}search.html?q=${encodeURIComponent(found.text)}`;
    const groups = tf.resultGroups(found);
    if (found.text) groups.push(["More", [tf.resultLine(all, `All results for “${found.text}”`, "")]]);
    list.replaceChildren(...groups.map(([title, links]) =>
      element("div", { role: "group", "aria-label": title }, element("p", { class: "results-title", "aria-hidden": "true" }, title), ...links)));
    options = [...list.querySelectorAll("a")];
    options.forEach((option, index) => Object.assign(option, { role: "option", id: `search-option-${index}`, tabIndex: -1, ariaSelected: "false" }));
    input.setAttribute("aria-expanded", String(options.length > 0));
    note.textContent = found.note;
    status.textContent = found.text && `${found.jumps.length + found.texts.length} results`;
    choose(options.length ? 0 : -1);
  };
  const ask = tf.searcher(show, { jumps: 8, texts: 5 });

  input.addEventListener("input", () => ask(input.value));
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !options.length) return;
    event.preventDefault();
    choose((chosen + step + options.length) % options.length);
  });
  list.addEventListener("click", () => dialog.close());
  const form = element("form", { action: `${tf.root}search.html`, role: "search", "aria-label": "Whole site" }, input, tf.dialogs.closeButton(dialog));
  form.addEventListener("submit", (event) => {
    if (!options[chosen]) return;
    event.preventDefault();
    options[chosen].click();
  });
  return [form, list, note, status];
}, { opened: (dialog) => dialog.querySelector("input").select() });
