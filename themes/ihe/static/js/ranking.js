// The jump index: which ids, names, terms and section titles fit what was typed, best first.
"use strict";

/** Called by _static/jump.js with [[label, kind, address, extra], ...]. */
function tfJump(rows) {
  tf.jumpIndex = rows.map(([label, kind, address, extra = ""]) => {
    const plain = tf.plain(`${label} ${extra}`);
    // What somebody may type whole: the label, what stands before brackets, the id or acronym in them.
    const names = [label, label.replace(/[[(].*$/, ""), ...label.match(/(?<=[[(])[^\])]+/g) ?? []].map(tf.compact);
    return { label, kind, address, extra, plain, name: tf.plain(label), names, other: tf.compact(extra) };
  });
}

/** Lower case without accents. */
tf.plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Letters and digits only, dots kept between digits: "ITI-18" = "iti 18", "XDS.b" = "xdsb", but "3.18" is not "318". */
tf.compact = (text) => tf.plain(text).replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{N}.]/gu, "");

tf.jumpScore = (entry, query) => {
  if (entry.names.includes(query.compact)) return 1000;
  if (entry.other === query.compact) return 850;
  if (entry.name.startsWith(query.plain)) return 800;
  if (entry.names.some((name) => name.startsWith(query.compact))) return 700;
  // Each typed word begins a word of the entry.
  if (query.starts.every((start) => start.test(entry.name))) return 600;
  if (query.starts.every((start) => start.test(entry.plain))) return 500;
  if (query.compact.length > 2 && entry.plain.includes(query.plain)) return 400;
  return query.compact.length > 3 && query.scattered.test(entry.name) ? 100 : 0;
};

/** The entries that fit, best first; the shorter name and the earlier row win a tie. */
tf.jump = (text, limit, fits = () => true) => {
  const escape = (part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const plain = tf.plain(text.trim()).replace(/\s+/g, " ");
  const compact = tf.compact(plain);
  if (!compact) return [];
  const query = {
    plain,
    compact,
    starts: plain.split(" ").map((word) => new RegExp(`(?<![\\p{L}\\p{N}])${escape(word)}`, "u")),
    // Letters in order, at most four apart: "rgstry" finds "registry".
    scattered: new RegExp(`(?<![\\p{L}\\p{N}])${[...compact].map(escape).join(".{0,3}")}`, "u"),
  };
  const found = [];
  for (const entry of tf.jumpIndex ?? []) {
    const score = fits(entry) ? tf.jumpScore(entry, query) : 0;
    if (score) found.push([score - Math.min(entry.label.length, 90), entry]);
  }
  return found.sort((one, other) => other[0] - one[0]).slice(0, limit).map(([, entry]) => entry);
};
