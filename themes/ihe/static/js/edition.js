// An edition is never written again. This asks the site for the newest list, and says when there is a newer one.
"use strict";

{
  const { site, document: name, edition } = document.documentElement.dataset;
  const say = (known) => {
    const mine = known.documents.find((one) => one.document === name);
    if (!mine || mine.newest === edition) return;
    const newest = mine.editions.find((one) => one.edition === mine.newest);
    const banner = tf.element("aside", { class: "edition-banner", "aria-label": "Newer edition" },
      tf.element("p", {}, "This is an earlier edition. The newest is ",
        tf.element("a", { href: site + newest.address }, `revision ${newest.revision}, ${newest.stage.replaceAll("-", " ")}, ${newest.date}`), ". ",
        tf.element("a", { href: site + mine.history }, "All editions")));
    document.querySelector(".site-header").after(banner);
  };
  // From a folder on disk nothing can be asked, and nothing is said.
  if (location.protocol.startsWith("http")) {
    fetch(`${site}editions.json`).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))).then(say)
      .catch(() => { /* no list, no word */ });
  }
}
