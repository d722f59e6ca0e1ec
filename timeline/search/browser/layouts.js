// Queries that were typed on the wrong keyboard: the same keys, read as those of another one.

// The rows of keys, without and with the shift key, on the keyboards that Arab readers change between.
const ENGLISH = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`";
const FRENCH = "azertyuiop^$qsdfghjklmùwxcvbn,;:!²";
const ARABIC = "ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ظ ذ".split(" ");
/** @type {[latin: string, arabic: string][]} */
const SHIFTED = [
  ["H", "أ"],
  ["Y", "إ"],
  ["N", "آ"],
  ["G", "لأ"],
  ["T", "لإ"],
  ["B", "لآ"],
];
const SIGNS = /[[\];]/; // of keys that are letters in Arabic alone: nobody who types Latin words means them
const SHORTEST = 3;
const ARABIC_LETTER = /[\u0620-\u064a]/;
const LATIN_LETTER = /[a-z]/i;

/** @param {string} keys */
const toArabic = (keys) =>
  new Map([...[...keys].map((key, at) => /** @type {const} */ ([key, ARABIC[at]])), ...SHIFTED]);

/** @param {string} keys */
const fromArabic = (keys) => new Map([...toArabic(keys)].map(([key, letter]) => [letter, key.toLowerCase()]));

/**
 * @param {string} from
 * @param {string} to
 */
const between = (from, to) => new Map([...from].map((key, at) => [key, to[at]]));

const LATIN = [toArabic(ENGLISH), toArabic(FRENCH), between(FRENCH, ENGLISH), between(ENGLISH, FRENCH)];
const OTHER = [fromArabic(ENGLISH), fromArabic(FRENCH)];

/**
 * A text with its letters exchanged; two letters of one key are read before their parts where `pairs` says so.
 *
 * @param {string} text
 * @param {Map<string, string>} table
 * @param {boolean} pairs
 */
function exchanged(text, table, pairs = true) {
  const cut = pairs ? /لا|لأ|لإ|لآ|[^]/gu : /[^]/gu;
  const plain = pairs ? table : new Map([...table, ["أ", "h"]]);
  return text.replace(cut, (key) => plain.get(key) ?? plain.get(key.toLowerCase()) ?? key);
}

/**
 * What a query may be on other keyboards, the likeliest first.
 *
 * @param {string} query
 */
export function onOtherKeyboards(query) {
  if (query.trim().length < SHORTEST) return [];
  /** @type {string[]} */
  const found = [];
  if (!ARABIC_LETTER.test(query)) found.push(...LATIN.map((table) => exchanged(query, table)));
  if (!LATIN_LETTER.test(query)) {
    const latin = OTHER.flatMap((table) => [exchanged(query, table), exchanged(query, table, false)]);
    found.push(...latin.filter((one) => !SIGNS.test(one)));
  }
  return [...new Set(found)].filter((one) => one !== query);
}
