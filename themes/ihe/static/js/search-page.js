// The search page: the same search with more results, filters, and its question in the address.
"use strict";

tf.script(`${tf.static}jump.js`).catch(() => { /* then only the full text answers */ }).then(() => {
  const { element } = tf;
  const asked = new URLSearchParams(location.search);
  const domains = [...new Set(tf.jumpIndex?.map((entry) => entry.address.split("/")[0]))].filter((name) => /^[A-Z]+$/.test(name));
  const choice = (name, label, choices) => element("label", {}, `${label} `, element("select", { name },
    element("option", { value: "" }, "all"), ...choices.map(([value, text]) => element("option", { value, selected: asked.get(name) === value }, text))));

  const input = element("input", { type: "search", name: "q", "aria-label": "Search", autocomplete: "off", value: asked.get("q") });
  const form = element("form", { class: "search-page-form", role: "search", "aria-label": "Search page" }, input,
    choice("domain", "Domain", domains.map((name) => [name, name])),
    choice("kind", "Kind", Object.entries(tf.searchKinds).map(([kind, [label]]) => [kind, label])));
  const status = element("p", { class: "search-note", role: "status" });
  const list = element("div", { class: "results" });
  document.getElementById("search-page").replaceChildren(form, status, list);

  const ask = tf.searcher((found) => {
    status.textContent = found.text && `${found.jumps.length + found.texts.length} results. ${found.note}`;
    list.replaceChildren(...tf.resultGroups(found).flatMap(([title, links]) => [
      element("h2", { class: "results-title" }, title), element("ol", {}, ...links.map((link) => element("li", {}, link)))]));
  }, { jumps: 12, texts: 30 });
  const run = () => {
    const query = [...new FormData(form)].filter(([, value]) => value);
    tf.keepQuery(new URLSearchParams(query));
    ask(input.value, Object.fromEntries(query));
  };
  form.addEventListener("input", run);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    run();
  });
  if (input.value) run();
  else input.focus();
});
