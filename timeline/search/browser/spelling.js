// What a word that matches nothing may have been meant for.

import { isLatin } from "../english.js";

/** @import { Spelt } from "../../site/data/types.d.ts" */
/** @import { Blocks } from "./blocks.js" */
/** @import { Normaliser } from "../normaliser.js" */

/**
 * A word of the record that may be meant: as it is folded, in how many events it is, how the record writes it, and how
 * far it is from what was typed, in letters.
 *
 * @typedef {{ word: string, count: number, shown: string, apart: number }} Near
 */

const SHORTEST = 3;
const SHORT = 4;
const LONG = 8; // of so many letters two may be wrong
const BLOCKS = 7;
const MOST = 6;
const UNEQUAL = 3; // so many letters more or fewer may words have that sound alike
const ENGLISH = "/en"; // marks the sounds that are too few for others
const HEARD = 2; // of so many consonants one vowel may be another
const DOUBT = 0.5; // whether a word's first letter is its own, or its ending, is less sure than the word itself
const ARTICLES = ["ال", "وال", "بال", "لل"];

/**
 * How many letters of a word may be wrong.
 *
 * @param {string} word
 */
export const mostSlips = (word) => (word.length < LONG ? 1 : 2);

/**
 * How many letters two words have alike at their beginnings.
 *
 * @param {string} word
 * @param {string} other
 */
function alike(word, other) {
  let count = 0;
  while (count < word.length && word[count] === other[count]) count += 1;
  return count;
}

/**
 * The number of letters put in, left out, exchanged or swapped between two words, at most `limit` + 1.
 *
 * With `half` the second word may go on where the first one ends.
 *
 * @param {string} word
 * @param {string} other
 * @param {number} limit
 * @returns {number}
 */
export function distance(word, other, limit, half = false) {
  if (half && other.length > word.length) {
    const ends = Array.from({ length: 2 * limit + 1 }, (_, more) => other.slice(0, word.length - limit + more));
    return Math.min(...ends.map((begun) => distance(word, begun, limit)));
  }
  if (Math.abs(word.length - other.length) > limit) return limit + 1;
  const begun = alike(word, other);
  const [one, two] = [word.slice(begun), other.slice(begun)];
  if (!one || !two) return one.length + two.length;
  if (limit < 1) return 1;
  const ways = [
    [one.slice(1), two],
    [one, two.slice(1)],
    [one.slice(1), two.slice(1)],
  ];
  if (one[0] === two[1] && one[1] === two[0]) ways.push([one.slice(2), two.slice(2)]);
  return 1 + Math.min(...ways.map(([rest, left]) => distance(rest, left, limit - 1)));
}

/**
 * A word whose letters at a place and behind it have changed places.
 *
 * @param {string} word
 * @param {number} at
 */
const swapped = (word, at) =>
  word.slice(0, at) + word.slice(at + 1, at + 2) + word.slice(at, at + 1) + word.slice(at + 2);

/** @param {string} word */
const backwards = (word) => [...word].reverse().join("");

/**
 * The order of near words: the nearest first, then the frequent.
 *
 * @param {Near} one
 * @param {Near} other
 */
const nearest = (one, other) => {
  return one.apart - other.apart || other.count - one.count || (one.word < other.word ? -1 : 1);
};

/**
 * A word of a list: as it is folded, in how many events it is, and as the record writes it.
 *
 * @param {{ key: string, value: Spelt }} listed
 */
function entry({ key, value }) {
  const [count, shown] = typeof value === "number" ? [value, key] : value;
  return { word: key, count, shown };
}

/** Near spellings of words, from the lists of all words by their beginnings, endings, frames and sounds. */
export class Spelling {
  #words;
  #endings;
  #frames;
  #sounds;
  #normaliser;

  /**
   * `normaliser` says how a word sounds.
   *
   * @param {{
   *   words: Blocks<Spelt>,
   *   endings: Blocks<Spelt>,
   *   frames: Blocks<[word: string, spelt: Spelt][]>,
   *   sounds: Blocks<string[]>,
   * }} lists
   * @param {Normaliser} normaliser
   */
  constructor({ words, endings, frames, sounds }, normaliser) {
    this.#words = words;
    this.#endings = endings;
    this.#frames = frames;
    this.#sounds = sounds;
    this.#normaliser = normaliser;
  }

  /**
   * The words near to one, which is given by its forms, the nearest first; `more` letters may be wrong than usual.
   *
   * @param {string[]} forms
   * @param {boolean} half
   */
  async near(forms, half, more = 0) {
    /** @type {Map<string, Near>} */
    const found = new Map();
    for (const [place, form] of forms.entries()) {
      const limit = more || mostSlips(form);
      for (const one of await this.#alike(form)) {
        const letters = distance(form, one.word, limit, half);
        const apart = letters + (place ? DOUBT : 0);
        if (!letters || letters > limit || apart >= (found.get(one.word)?.apart ?? Infinity)) continue;
        found.set(one.word, { ...one, apart });
      }
    }
    for (const one of await this.#articled(forms)) found.set(one.word, one);
    for (const one of await this.heard(forms[0])) found.set(one.word, one);
    if (!found.size) for (const one of await this.#sounding(forms)) found.set(one.word, one);
    return [...found.values()].sort(nearest).slice(0, MOST);
  }

  /**
   * The words before which an article may stand that was mistyped.
   *
   * @param {string[]} forms
   * @returns {Promise<Near[]>}
   */
  async #articled(forms) {
    const cuts = ARTICLES.flatMap((article) => [-1, 0, 1].map((more) => ({ article, at: article.length + more })));
    const rests = forms.flatMap((form) => {
      const near = cuts.filter(({ article, at }) => distance(form.slice(0, at), article, 1) === 1);
      const mixed = ARTICLES.map((article) => ({ article, word: swapped(form, article.length - 1) }));
      const mended = mixed.filter(({ article, word }) => word.startsWith(article));
      const cut = near.map(({ at }) => form.slice(at));
      return [...cut, ...mended.map(({ article, word }) => word.slice(article.length))];
    });
    const listed = await this.#words.having([...new Set(rests)].filter((rest) => rest.length >= SHORTEST));
    return listed.map((one) => ({ ...entry(one), apart: 1 }));
  }

  /**
   * @param {string[]} forms
   * @returns {Promise<Near[]>}
   */
  async #sounding(forms) {
    const sounds = forms.map((form) => this.#normaliser.sound(form));
    const listed = (await this.#sounds.having(sounds)).flatMap(({ value }) => value);
    const near = listed.filter((word) => Math.abs(word.length - forms[0].length) <= UNEQUAL);
    return this.#written(near, LONG);
  }

  /**
   * The English words that a word in Arabic letters may be, written as they are heard.
   *
   * @param {string} form
   * @returns {Promise<Near[]>}
   */
  async heard(form) {
    if (isLatin(form)) return [];
    const [spoken, sound] = [this.#normaliser.spoken(form), this.#normaliser.sound(form)];
    const limit = sound.length < HEARD ? 0 : 1;
    const listed = (await this.#sounds.having([sound, sound + ENGLISH])).flatMap(({ value }) => value);
    /** @param {string} word */
    const isHeard = (word) => isLatin(word) && distance(spoken, this.#normaliser.spoken(word), limit) <= limit;
    return this.#written(listed.filter(isHeard), 1);
  }

  /**
   * Some words as the record writes them, so far apart from what was typed.
   *
   * @param {string[]} words
   * @param {number} apart
   * @returns {Promise<Near[]>}
   */
  async #written(words, apart) {
    const listed = (await this.#words.having(words)).map(entry);
    return words.map((word) => {
      const { shown } = listed.find((one) => one.word === word) ?? { shown: word };
      return { word, count: 0, shown, apart };
    });
  }

  /**
   * The words that begin or end with the same two letters and, if they are short, begin and end alike.
   *
   * @param {string} word
   */
  async #alike(word) {
    const [forward, backward, framed] = await Promise.all([
      this.#words.starting(word.slice(0, 2), BLOCKS),
      this.#endings.starting(backwards(word.slice(-2)), BLOCKS),
      word.length > SHORT ? [] : this.#frames.having([word.slice(0, 1) + word.slice(-1)]),
    ]);
    return [
      ...forward.map(entry),
      ...backward.map(({ key, value }) => entry({ key: backwards(key), value })),
      ...framed.flatMap(({ value }) => value.map(([key, own]) => entry({ key, value: own }))),
    ];
  }
}
