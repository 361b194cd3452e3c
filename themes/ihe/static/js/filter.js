// Filters cards or rows by checkbox groups and words; the choice lives in the address, so it can be shared.
"use strict";

for (const form of document.querySelectorAll("form.filter")) {
  const cards = [...(document.getElementById(form.dataset.filterFor)?.querySelectorAll("[data-text]") ?? [])];
  const output = form.querySelector("output");
  const noun = output.textContent.replace(/[\d\s]+/, "");
  const field = form.querySelector("input:not([type=checkbox])");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];

  const apply = () => {
    const query = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    const words = field.value.toLowerCase().split(/\s+/);
    const groups = [...new Set(boxes.filter((box) => box.checked).map((box) => box.name))];
    for (const card of cards) {
      const text = (card.dataset.text || card.textContent).toLowerCase();
      card.hidden = !(words.every((word) => text.includes(word))
        && groups.every((name) => query.getAll(name).some((value) => (card.dataset[name] ?? "").split(" ").includes(value))));
    }
    const shown = cards.filter((card) => !card.hidden).length;
    output.textContent = shown === cards.length ? `${shown} ${noun}` : `${shown} of ${cards.length} ${noun}`;
    return query;
  };

  const asked = new URLSearchParams(location.search);
  field.value = asked.get(field.name) ?? "";
  for (const box of boxes) box.checked = asked.getAll(box.name).includes(box.value);
  apply();
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", () => tf.keepQuery(apply()));
}
