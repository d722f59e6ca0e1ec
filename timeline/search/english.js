// Light stemming of English, by rules of endings. The twin of timeline/search/english.py.

import { add } from "./terms.js";

/** @import { EnglishRules, Terms, Weights } from "./types.d.ts" */

/**
 * Say whether a folded word is written in Latin letters or digits.
 *
 * @param {string} word
 */
export const isLatin = (word) => /^[a-z0-9]/.test(word);

/** Stem words of English. */
export class English {
  #spec;
  #weights;
  #stops;
  #kept;
  #irregular;
  #twice;
  #doubled;
  #vowel;

  /**
   * @param {EnglishRules} spec
   * @param {Weights} weights
   */
  constructor(spec, weights) {
    this.#spec = spec;
    this.#weights = weights;
    this.#stops = new Set(spec.stops.split(" "));
    this.#kept = new Set(spec.kept.split(" "));
    this.#irregular = new Map(Object.entries(spec.irregular));
    this.#twice = new RegExp(spec.twice);
    this.#doubled = new RegExp(spec.doubled);
    this.#vowel = new RegExp(spec.vowel);
  }

  /**
   * The word without a possessive ending.
   *
   * @param {string} word
   */
  forms(word) {
    return [(word.endsWith("'s") ? word.slice(0, -2) : word).replaceAll("'", "")];
  }

  /**
   * Say whether a word says nothing by itself.
   *
   * @param {string} word
   */
  isStop(word) {
    return this.#stops.has(word);
  }

  /**
   * The word, its stem, and what that is derived from.
   *
   * @param {string[]} forms
   */
  terms([word]) {
    const stem = this.stem(word);
    /** @type {Terms} */
    const terms = new Map([[word, this.#weights.surface]]);
    add(terms, stem, this.#weights.stem);
    const [shorter, found] = this.#cut("derived", stem);
    const kept = this.#kept.has(word) || this.#kept.has(stem);
    if (found && !kept) add(terms, this.#closed(shorter), this.#weights.derived);
    return terms;
  }

  /**
   * What the word has in common with its other forms.
   *
   * @param {string} word
   */
  stem(word) {
    if (word.length < 3 || word.length > this.#spec.longest || /[0-9]/.test(word)) return word;
    if (this.#kept.has(word)) return this.#closed(word);
    const stem = this.#irregular.get(word) ?? this.#uninflected(this.#cut("plurals", word)[0]);
    return this.#closed(this.#cut("endings", stem)[0]);
  }

  /** @param {string} word */
  #uninflected(word) {
    if (this.#kept.has(word)) return word;
    const [stem, found] = this.#cut("inflections", word);
    if (!found || stem === word || !this.#vowel.test(stem)) return word;
    return this.#doubled.test(stem) ? stem.slice(0, -1) : stem;
  }

  /**
   * Put what the first rule that fits says instead of the word's ending, if enough is left before it.
   *
   * @param {"plurals" | "inflections" | "endings" | "derived"} name
   * @param {string} word
   * @returns {[stem: string, found: boolean]}
   */
  #cut(name, word) {
    for (const [ending, instead, least] of this.#spec[name]) {
      const rest = word.length - ending.length;
      if (rest >= least && word.endsWith(ending)) return [word.slice(0, rest) + instead, true];
    }
    return [word, false];
  }

  /**
   * Leave off a silent letter at the end, and write y and i alike there.
   *
   * @param {string} word
   */
  #closed(word) {
    let stem = word;
    if (stem.length > 3 && stem.endsWith("e")) stem = stem.slice(0, -1);
    else if (stem.length > 2 && stem.endsWith("y")) stem = `${stem.slice(0, -1)}i`;
    return stem.length > 4 && this.#twice.test(stem) ? stem.slice(0, -1) : stem;
  }
}
