// Search on two levels: the jump index (ids, names, terms; also from disk) and the full text (Pagefind; over http).
"use strict";

/** What a reader may narrow to: [label, kinds in the jump index, kinds of pages]. */
tf.searchKinds = {
  profile: ["Profiles", ["profile", "option"], ["chapter", "stub"]],
  transaction: ["Transactions", ["transaction"], ["transaction"]],
  module: ["Content modules", ["content module"], ["content-module"]],
  actor: ["Actors", ["actor"], ["actor"]],
  proposal: ["Change proposals", ["change proposal"], ["change-proposal"]],
  general: ["General Introduction", ["term", "standard"], ["general", "glossary"]],
};

/** The full-text index, or null where it cannot work: from disk, or when the edition has none. */
tf.fullText = () => {
  const base = new URL(tf.root || "./", location.href);
  if (!base.protocol.startsWith("http")) return null;
  tf.pagefind ??= import(new URL("pagefind/pagefind.js", base)).then(async (pagefind) => {
    await pagefind.options({ baseUrl: base.pathname, excerptLength: 22 });
    await pagefind.init();
    return pagefind;
  }).catch(() => null);
  return tf.pagefind;
};

/** Hands what both levels find to `show`, first the names, then the text; a newer question silences an older one. */
tf.searcher = (show, { jumps, texts }) => {
  let newest = 0;
  const search = async function* (text, domain, kind) {
    if (!text.trim()) return yield { text: "", jumps: [], texts: [], note: "" };
    const [, jumpKinds, pageKinds] = tf.searchKinds[kind] ?? [];
    await tf.script(`${tf.static}jump.js`).catch(() => { /* then only the full text answers */ });
    const fits = (entry) => (!domain || entry.address.startsWith(`${domain}/`)) && (!jumpKinds || jumpKinds.includes(entry.kind));
    const found = { text, jumps: tf.jump(text, jumps, fits), texts: [], note: "" };
    yield found;
    const pagefind = await tf.fullText();
    if (!pagefind) return yield { ...found, note: "Names and ids only: searching the full text needs a web server." };
    const filters = { ...(domain && { domain }), ...(pageKinds && { kind: { any: pageKinds } }) };
    const results = (await pagefind.debouncedSearch(text, { filters }, 120))?.results;
    if (!results) return;
    const pages = await Promise.all(results.slice(0, texts).map((result) => result.data()));
    const rest = results.length - pages.length;
    yield { ...found, texts: pages, note: rest ? `${rest} more pages have these words.` : pages.length ? "" : "No page has these words in its text." };
  };
  return async (text, { domain, kind } = {}) => {
    const mine = newest += 1;
    for await (const found of search(text, domain, kind)) {
      if (mine !== newest) return;
      show(found);
    }
  };
};

/** One result as a link. */
tf.resultLine = (address, title, side, excerpt) => {
  const link = tf.element("a", { class: "result", href: address },
    tf.element("span", { class: "result-title" }, title), tf.element("span", { class: "result-kind" }, side));
  // Pagefind escapes the text it quotes and adds only <mark>.
  if (excerpt) link.append(Object.assign(tf.element("span", { class: "result-text" }), { innerHTML: excerpt }));
  return link;
};

/** The two groups of what was found: [title, links]. */
tf.resultGroups = ({ jumps, texts }) => [
  ["Names and ids", jumps.map(({ address, label, extra, kind }) =>
    tf.resultLine(tf.root + address, label, extra && extra.length < 40 && !label.includes(extra) ? `${extra} · ${kind}` : kind))],
  ["In the text", texts.map((page) => {
    // Where the best hit stands: the last section that begins before it.
    const [best] = [...page.weighted_locations].sort((one, other) => other.balanced_score - one.balanced_score);
    const sections = page.anchors.filter((anchor) => anchor.element === "section");
    const at = sections.findLastIndex((anchor) => anchor.location <= (best?.location ?? 0));
    const id = at > 0 ? sections[at].id : "";
    return tf.resultLine(page.url + (id && `#${id}`), page.meta.title, /\d/.test(id) ? id : "", page.excerpt);
  })],
].filter(([, links]) => links.length);
