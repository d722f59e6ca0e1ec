// How names sound: one key for both scripts, for names in spellings that nobody wrote down.
// The twin of timeline/search/sounds.py.

/** @import { SoundRules } from "./types.d.ts" */

const TWICE = /(.)\1+/g;
const SILENT = /(.[^aeiouy])e$/;

/**
 * The keys of letters, by each letter.
 *
 * @param {Record<string, string>} keys
 */
function byLetter(keys) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [key, letters] of Object.entries(keys)) for (const letter of letters) found.set(letter, key);
  return found;
}

/** Turn folded words into keys of consonants. */
export class Sounds {
  #pairs;
  #pattern;
  #letters;
  #all;

  /** @param {SoundRules} spec */
  constructor(spec) {
    this.#pairs = new Map(Object.entries(spec.pairs));
    this.#pattern = new RegExp([...this.#pairs.keys()].join("|"), "g");
    this.#letters = byLetter(spec.letters);
    this.#all = new Map([...this.#letters, ...byLetter(spec.vowels)]);
  }

  /**
   * The key of a folded word, which is "" for one of vowels alone.
   *
   * @param {string} word
   */
  key(word) {
    return this.#heard(word, this.#letters);
  }

  /**
   * A folded word as it is spoken, alike in both scripts: its key with the vowels that are written.
   *
   * @param {string} word
   */
  spoken(word) {
    return this.#heard(word.replace(SILENT, "$1"), this.#all).replace(TWICE, "$1");
  }

  /**
   * @param {string} word
   * @param {Map<string, string>} letters
   */
  #heard(word, letters) {
    const plain = word.replace(TWICE, "$1").replace(this.#pattern, (pair) => this.#pairs.get(pair) ?? pair);
    return [...plain].map((one) => letters.get(one) ?? "").join("");
  }
}
