// What is offered in the place of a query that finds nothing.

import { isLatin } from "../english.js";
import { replaced, written } from "./query.js";

/** @import { Lexicon } from "../types.d.ts" */
/** @import { Normaliser } from "../normaliser.js" */
/** @import { Blocks } from "./blocks.js" */
/** @import { Reading, Word } from "./query.js" */
/** @import { Spelling } from "./spelling.js" */

const OFFERED = 5; // letters that a word has at least that is offered in place of another
const MEANT = 0.6; // less says a word that only has the consonants of another
const NAMED = /^[@#]/;

/**
 * Say whether a term is a name, a topic or a date, and surely meant.
 *
 * @param {string} term
 * @param {number} weight
 */
export const isNamed = (term, weight) => NAMED.test(term) && weight >= MEANT;

/** Offers words of the record for others. */
export class Offers {
  #lexicon;
  #normaliser;
  #spelling;
  #terms;

  /**
   * @param {Blocks<number[]>} terms
   * @param {Spelling} spelling
   * @param {Normaliser} normaliser
   * @param {Lexicon} lexicon
   */
  constructor(terms, spelling, normaliser, lexicon) {
    this.#terms = terms;
    this.#spelling = spelling;
    this.#normaliser = normaliser;
    this.#lexicon = lexicon;
  }

  /**
   * Queries that differ from one in a word that the record has not, each followed by the near word alone.
   *
   * @param {Reading} reading
   * @param {(word: string) => boolean} isOther says of which words others are sure
   */
  async near(reading, isOther) {
    const words = reading.words.filter(
      ({ dated, literal, start, end }) => !dated && !literal && end - start >= OFFERED,
    );
    const own = words.filter((word) => !this.#normaliser.forms(written(reading, word)).some(isOther));
    const near = (await Promise.all(own.map((word) => this.#nearTo(word, reading)))).flat();
    const nearest = near.sort((one, other) => one.apart - other.apart);
    return [...new Set(nearest.flatMap(({ whole, shown }) => [whole, shown]))];
  }

  /**
   * The words of the record that one may be meant for, in its own script; of a name how the record calls it.
   *
   * @param {Word} word
   * @param {Reading} reading
   */
  async #nearTo(word, reading) {
    const forms = this.#normaliser.forms(written(reading, word));
    const known = await this.#terms.having(forms);
    if (known.some(({ marked }) => marked)) return [];
    const near = (await this.#spelling.near(forms, word.half, 2)).filter((one) => one.word.length >= OFFERED);
    const alike = near.filter((one) => isLatin(one.word) === isLatin(forms[0]));
    const listed = await this.#terms.having(alike.map((one) => one.word));
    const marks = new Set(listed.flatMap(({ key, marked }) => (marked ? [key] : [])));
    return alike
      .map((one) => ({ ...one, shown: this.#nameOf(one.word) ?? (marks.has(one.word) ? one.shown : "") }))
      .filter(({ shown }) => shown)
      .map((one) => ({ ...one, whole: replaced(reading, word, one.shown).trim() }));
  }

  /**
   * How the record calls whom or what a word names, in the script of the word.
   *
   * @param {string} word
   */
  #nameOf(word) {
    const [named] = this.#normaliser.analyse(word)[0].terms.filter(([term, weight]) => isNamed(term, weight));
    const [, table, id] = /^@(people|companies|platforms)\/(.*)$/.exec(named?.[0] ?? "") ?? [];
    return this.#lexicon.entries[table]?.[id]?.find(
      (name) => isLatin(this.#normaliser.forms(name)[0]) === isLatin(word),
    );
  }
}
