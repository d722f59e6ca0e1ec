// How a query is read, by the words that make a question of others.

import { parted } from "./hashtags.js";
import { Months } from "./months.js";
import { spelledOut } from "./numbers.js";
import { address } from "./pasted.js";
import { PhrasalVerbs } from "./phrasal.js";
import { distance } from "./spelling.js";
import { alone, asking, read, replaced, stressActor, written } from "./query.js";

/** @import { LexiconFile } from "../../site/data/types.d.ts" */
/** @import { Normaliser } from "../normaliser.js" */
/** @import { Reading } from "./query.js" */

const FIRST = /^\p{L}+/u;
const LONG = 5; // letters that a word has at least that may be a mistyped one of a question

/** Reads queries. */
export class Reader {
  #normaliser;
  #months;
  #phrasal;
  #frames;
  #sayings;
  #doubts;
  #asks;
  #asking;

  /**
   * @param {Normaliser} normaliser
   * @param {LexiconFile} file
   */
  constructor(normaliser, { spec, lexicon }) {
    this.#normaliser = normaliser;
    this.#months = new Months((word) => normaliser.forms(word), lexicon.months);
    this.#phrasal = new PhrasalVerbs(normaliser, spec.english.phrasal);
    this.#frames = new Set(spec.frames.split(" "));
    this.#sayings = new Set(spec.sayings.split(" "));
    this.#doubts = new Set(spec.doubts.split(" "));
    this.#asks = new Set(spec.asks.split(" "));
    this.#asking = `${spec.frames} ${spec.english.stops}`.split(" ").filter(({ length }) => length >= LONG);
  }

  /**
   * Read a query; a month that was mistyped, in none of whose forms `isKnown` finds a word, is read as it was meant.
   *
   * @param {string} query
   * @param {(forms: string[]) => Promise<boolean>} isKnown
   * @returns {Promise<Reading>}
   */
  async read(query, isKnown) {
    const pasted = address(query);
    if (pasted) return alone(query, pasted);
    const reading = this.plain(this.#phrasal.single(parted(spelledOut(query))));
    for (const [at, forms, name] of this.#months.mistyped(reading.words.map((word) => written(reading, word)))) {
      if (!(await isKnown(forms))) return this.#asked(this.plain(replaced(reading, reading.words[at], name)));
    }
    return this.#asked(reading);
  }

  /**
   * Read a query as it is typed.
   *
   * @param {string} query
   */
  plain(query) {
    return read(query, this.#normaliser, (word) => this.#isOf(this.#frames, word));
  }

  /**
   * Say whether a word is one of those that make a question of others, or a mistyped one, given by its forms, may be.
   *
   * @param {string} word
   * @param {string[]} mistyped
   */
  isFrame(word, mistyped) {
    const near = mistyped.filter(({ length }) => length >= LONG);
    return (
      (word.length >= LONG && this.#isOf(this.#frames, word)) ||
      near.some((form) => this.#asking.some((frame) => distance(form, frame, 1) === 1))
    );
  }

  /**
   * Mark whose words are asked for, and what is doubted.
   *
   * @param {Reading} reading
   */
  #asked(reading) {
    const words = reading.words.map((word) => ({ word, text: written(reading, word) }));
    if (words.some(({ text }) => this.#isOf(this.#sayings, text))) stressActor(reading);
    for (const { word } of words.filter(({ text }) => this.#isOf(this.#doubts, text))) word.doubt();
    const [first] = FIRST.exec(reading.text) ?? [];
    if (first && words.length && this.#asks.has(first.toLowerCase())) reading.words.unshift(asking(first));
    return reading;
  }

  /**
   * @param {Set<string>} list
   * @param {string} word
   */
  #isOf(list, word) {
    return this.#normaliser.forms(word).some((form) => list.has(form));
  }
}
