// Names that a reader has begun to type: of people, companies, platforms, subjects.

/** @import { Lexicon } from "../types.d.ts" */
/** @import { Normaliser } from "../normaliser.js" */

/**
 * A spelling: its folded words, the term that it means, and whether it is a name.
 *
 * @typedef {{ words: string[], term: string, name: boolean }} Spelling
 */

const NAMES = new Set(["people", "companies", "platforms"]);
const SHORTEST = 2;
const SURE = 1;
const LIKELY = 0.8;

/**
 * All spellings of a lexicon.
 *
 * @param {Lexicon} lexicon
 * @param {Normaliser} normaliser
 */
export function spellings({ entries, months }, normaliser) {
  /** @type {Spelling[]} */
  const found = [];
  /**
   * @param {string[]} texts
   * @param {string} term
   * @param {boolean} name
   */
  const add = (texts, term, name) => {
    for (const text of texts) {
      const words = text
        .split(/[\s-]+/)
        .map((word) => normaliser.forms(word)[0])
        .filter(Boolean);
      found.push({ words, term, name });
    }
  };
  for (const [table, listed] of Object.entries(entries)) {
    for (const [id, texts] of Object.entries(listed)) add(texts, `@${table}/${id}`, NAMES.has(table));
  }
  for (const [month, texts] of Object.entries(months)) add(texts, `#-${month.padStart(2, "0")}`, false);
  return found;
}

/**
 * Say whether the last of some written words, each given by its forms, begins a certain word of a spelling.
 *
 * @param {Spelling} spelling
 * @param {number} place
 * @param {string[][]} written
 */
function begins({ words, name }, place, written) {
  const shortest = name && written.length === 1 ? 1 : SHORTEST;
  const last = written[written.length - 1].some((form) => form.length >= shortest && words[place].startsWith(form));
  return last && words.slice(0, place).every((word, at) => written.at(at - place - 1)?.includes(word));
}

/**
 * The terms of the spellings that some written words begin, with their weights; the last of them is half typed, and so
 * many words before it at least must belong to the spelling.
 *
 * @param {Spelling[]} spelled
 * @param {string[][]} written
 * @param {number} before
 */
export function completions(spelled, written, before) {
  /** @type {Map<string, number>} */
  const found = new Map();
  for (const one of spelled) {
    const places = [...one.words.keys()].slice(before, written.length);
    const begun = places.some((place) => begins(one, place, written));
    if (begun) found.set(one.term, one.name ? SURE : LIKELY);
  }
  return found;
}
