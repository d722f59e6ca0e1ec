// Dates as readers and texts write them: in figures, and with the months' names. The twin of timeline/search/dates.py.

import { add, gather } from "./terms.js";

/** @import { DateRules, Terms, Weights } from "./types.d.ts" */

/**
 * A word as far as dates are concerned: which year and day it may be, and which month it names, in how many words. A
 * filler is a word that may stand between the parts of a date, as "of" does.
 *
 * @typedef {{ year: number, day: number, month: number, length: number, filler: boolean }} Piece
 */

/**
 * Words in a row that mean something together, such as a date: the first and the last, and the terms of all.
 *
 * @typedef {[first: number, last: number, terms: Terms]} Run
 */
/** @typedef {(at: number) => string} Gap */

/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");
/** @param {string} pattern */
const whole = (pattern) => new RegExp(`^(?:${pattern})$`);

/** @param {Piece} piece */
const monthOf = ({ day }) => (day <= 12 ? day : 0);

/** Find dates among the words of a text. */
export class Dates {
  #weights;
  #day;
  #year;
  #figures;
  #between;
  #fillers;
  #days;

  /**
   * @param {DateRules} spec
   * @param {Weights} weights
   */
  constructor(spec, weights) {
    this.#weights = weights;
    this.#day = whole(spec.day);
    this.#year = whole(spec.year);
    this.#figures = whole(spec.figures);
    this.#between = whole(spec.between);
    this.#fillers = new Set(spec.fillers.split(" "));
    this.#days = new Map(Object.entries(spec.days));
  }

  /**
   * A word, which names a month or none (0), as a part of dates.
   *
   * @param {string} word
   * @param {number} month
   * @returns {Piece}
   */
  piece(word, month) {
    const day = Number(this.#day.exec(word)?.[1] ?? this.#days.get(word) ?? 0);
    const year = this.#year.test(word) ? Number(word) : 0;
    return { year, day: day <= 31 ? day : 0, month, length: 1, filler: this.#fillers.has(word) };
  }

  /**
   * The terms of a date, each part of which may be missing (0).
   *
   * @param {number} year
   * @param {number} month
   * @param {number} day
   */
  terms(year, month, day) {
    /** @type {Terms} */
    const terms = new Map();
    const { date: dated, wider, recurring, month: alone } = this.#weights;
    if (year && month && day) add(terms, `#${year}-${two(month)}-${two(day)}`, dated);
    if (month && day) add(terms, `#-${two(month)}-${two(day)}`, year ? recurring : dated);
    if (year && month) add(terms, `#${year}-${two(month)}`, day ? wider : dated);
    if (year) add(terms, `#${year}`, month ? wider : dated);
    if (month) add(terms, `#-${two(month)}`, year || day ? recurring : alone);
    return terms;
  }

  /**
   * The dates that begin at some of the words; `gap` gives what stands behind a word.
   *
   * @param {Iterable<number>} starts
   * @param {Piece[]} pieces
   * @param {Gap} gap
   */
  find(starts, pieces, gap) {
    /** @type {Run[]} */
    const found = [];
    let end = -1;
    for (const at of starts) {
      const run = at > end ? (this.#inFigures(pieces, gap, at) ?? this.#inWords(pieces, gap, at)) : null;
      if (!run) continue;
      found.push(run);
      [, end] = run;
    }
    return found;
  }

  /**
   * Read 2024-03-05, 5/3/2024, 2024-03 and 3/2024.
   *
   * @param {Piece[]} pieces
   * @param {Gap} gap
   * @param {number} at
   * @returns {Run | null}
   */
  #inFigures(pieces, gap, at) {
    const [one, second, third] = pieces.slice(at, at + 3);
    if (!(one.year || one.day) || !second || !this.#figures.test(gap(at))) return null;
    const terms = third && gap(at + 1) === gap(at) ? this.#three(one, second, third) : null;
    if (terms?.size) return [at, at + 2, terms];
    const [year, month] = [one.year || second.year, monthOf(one) || monthOf(second)];
    return year && month ? [at, at + 1, this.terms(year, month, 0)] : null;
  }

  /**
   * Read year, month and day in this order, or the other way round, as Americans do with less weight.
   *
   * @param {Piece} first
   * @param {Piece} second
   * @param {Piece} third
   */
  #three(first, second, third) {
    if (first.year) return monthOf(second) && third.day ? this.terms(first.year, monthOf(second), third.day) : null;
    const { year } = third;
    /** @type {Terms} */
    const terms = year && first.day && monthOf(second) ? this.terms(year, monthOf(second), first.day) : new Map();
    if (year && second.day && monthOf(first) && first.day !== second.day) {
      gather(terms, this.terms(year, monthOf(first), second.day), terms.size ? this.#weights.swapped : 1);
    }
    return terms;
  }

  /**
   * Read a month by its name, with the day before or behind it and the year behind it, if they are there.
   *
   * @param {Piece[]} pieces
   * @param {Gap} gap
   * @param {number} at
   * @returns {Run | null}
   */
  #inWords(pieces, gap, at) {
    let { day } = pieces[at];
    const here = day ? this.#next(pieces, gap, at) : at;
    if (here === null || !pieces[here].month) return null;
    let end = this.#endOfName(pieces, gap, here);
    let following = this.#next(pieces, gap, end);
    if (!day && following !== null && pieces[following].day) {
      [day, end] = [pieces[following].day, following];
      following = this.#next(pieces, gap, end);
    }
    const year = following === null ? 0 : pieces[following].year;
    if (year && following !== null) end = following;
    return end > at ? [at, end, this.terms(year, pieces[here].month, day)] : null;
  }

  /**
   * The last word of a month, which may be named twice: مارس/آذار.
   *
   * @param {Piece[]} pieces
   * @param {Gap} gap
   * @param {number} at
   */
  #endOfName(pieces, gap, at) {
    const last = at + pieces[at].length - 1;
    const following = this.#next(pieces, gap, last);
    if (following !== null && gap(last).includes("/") && pieces[following].month === pieces[at].month) {
      return following + pieces[following].length - 1;
    }
    return last;
  }

  /**
   * The next word that says something, if nothing but a space, a comma or a stroke stands between.
   *
   * @param {Piece[]} pieces
   * @param {Gap} gap
   * @param {number} at
   */
  #next(pieces, gap, at) {
    for (let following = at + 1; following < Math.min(at + 4, pieces.length); following += 1) {
      if (!this.#between.test(gap(following - 1))) return null;
      if (!pieces[following].filler) return following;
    }
    return null;
  }
}
