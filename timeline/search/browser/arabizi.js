// Arabic in Latin letters and digits, as it is typed in chats: what words it may stand for.

/** By a letter what it may stand for; vowels may be left out. @type {Record<string, string[]>} */
const LETTERS = {
  2: ["ق", "ا"],
  3: ["ع"],
  5: ["خ"],
  6: ["ط"],
  7: ["ح"],
  8: ["غ"],
  9: ["ص", "ق"],
  a: ["", "ا"],
  b: ["ب"],
  d: ["د", "ض"],
  e: ["", "ي"],
  f: ["ف"],
  g: ["ج", "غ"],
  h: ["ه", "ح"],
  i: ["", "ي"],
  j: ["ج"],
  k: ["ك"],
  l: ["ل"],
  m: ["م"],
  n: ["ن"],
  o: ["", "و"],
  p: ["ب"],
  q: ["ق"],
  r: ["ر"],
  s: ["س", "ص"],
  t: ["ط", "ت"],
  u: ["", "و"],
  v: ["ف"],
  w: ["و"],
  y: ["ي"],
  z: ["ز", "ظ"],
  kh: ["خ"],
  gh: ["غ"],
  sh: ["ش"],
  th: ["ث"],
  dh: ["ذ"],
  "3'": ["غ"],
};
const WRITTEN = /^(?=.*[235679])(?=.*[a-z])[a-z235-9']{3,12}$/; // a year or a number has no letters behind it
const COUNTED = /^[0-9.]+(?:k|m|b|g|gb|mb|st|nd|rd|th|s|h)?$/;
const FIRST = /^[aeiou]/;
const ARTICLE = /^(?:el|al)-?(?=.{3})/;
const PIECES = /3'|kh|gh|sh|th|dh|[^]/g;
const MOST = 96;

/**
 * The words that one in Latin letters with digits among them may stand for, folded, the likeliest first.
 *
 * @param {string} word
 */
export function fromArabizi(word) {
  const lower = word.toLowerCase();
  return WRITTEN.test(lower) && !COUNTED.test(lower) ? spelt(lower).filter((one) => one.length > 2) : [];
}

/**
 * The words that one in small Latin letters may stand for, folded, the likeliest first.
 *
 * @param {string} word
 */
export function spelt(word) {
  const bare = word.replace(ARTICLE, "").replace(/(.)\1+/g, "$1");
  let found = [FIRST.test(bare) ? "ا" : ""];
  for (const piece of (FIRST.test(bare) ? bare.slice(1) : bare).match(PIECES) ?? []) {
    const ways = LETTERS[piece] ?? [];
    found = found.flatMap((begun) => ways.map((way) => begun + way)).slice(0, MOST);
  }
  return [...new Set(found)];
}
