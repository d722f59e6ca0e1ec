// The pages that a query leads to beside events: stories, people, years, and what answers a question.

import { isNamed } from "./offers.js";
import { written } from "./query.js";

/** @import { Way } from "../../site/data/types.d.ts" */
/** @import { Specification } from "../types.d.ts" */
/** @import { Normaliser } from "../normaliser.js" */
/** @import { Reading, Word } from "./query.js" */
/** @import { WayFound } from "./types.d.ts" */

/** @typedef {{ forms: Set<string>, text: string }} Known a word of a title, by what it may be the same as */

const SHOWN = 3;
const ENOUGH = 0.45; // of the words of a title and of a query together
const SAME = 0.7;
const OUTAGE = "@kinds/outage";
const SIDE = /^@(companies|platforms)\//;
const YEAR = /^#[0-9]{4}$/;
const ALONE = 2; // among so few words a name leads to its page

/** Finds the ways of a site. */
export class Ways {
  #ways;
  #normaliser;
  #questions;
  #sinces;
  /** @type {Map<string, Known[]>} */
  #titles = new Map();

  /**
   * @param {Way[]} ways
   * @param {Normaliser} normaliser
   * @param {Specification} spec
   */
  constructor(ways, normaliser, { questions, since }) {
    this.#ways = ways;
    this.#normaliser = normaliser;
    this.#questions = Object.entries(questions);
    this.#sinces = new Set(since.split(" "));
  }

  /**
   * The ways that answer a query, the best first.
   *
   * @param {Reading} reading
   * @returns {WayFound[]}
   */
  answering(reading) {
    const words = reading.words.filter(({ optional }) => !optional);
    const asked = this.#asked(reading.text, words);
    const rated = this.#ways.map((way) => ({ way, rate: this.#rate(way, words, asked, reading) }));
    const best = rated.filter(({ rate }) => rate >= ENOUGH).sort((one, other) => other.rate - one.rate);
    const from = asked ? this.#since(words, reading) : "";
    return best.slice(0, SHOWN).map(({ way }) => found(way, way.question ? from : ""));
  }

  /**
   * What is asked about outages, if something is.
   *
   * @param {string} text
   * @param {Word[]} words
   */
  #asked(text, words) {
    if (!words.some(({ terms }) => isNamed(OUTAGE, terms.get(OUTAGE) ?? 0))) return "";
    const said = ` ${this.#folded(text)} `;
    const question = this.#questions.find(([, phrases]) =>
      phrases.some((one) => said.includes(` ${this.#folded(one)} `)),
    );
    return question?.[0] ?? "";
  }

  /**
   * The first day that a question asks from, as a part of an address: a year's, or that of an era that is named.
   *
   * @param {Word[]} words
   * @param {Reading} reading
   */
  #since(words, reading) {
    const year = words.flatMap(({ terms }) => [...terms.keys()].filter((term) => YEAR.test(term)))[0];
    if (year) return `&from=${year.slice(1)}`;
    if (!reading.words.some((word) => this.#isSince(written(reading, word)))) return "";
    const eras = this.#ways.filter(({ begins }) => begins);
    const named = eras.flatMap((way) =>
      (way.asked ?? []).map((title) => ({ way, met: this.#met(title, words, reading) })),
    );
    const [best] = named.sort((one, other) => other.met - one.met);
    return best?.met ? `&from=${best.way.begins}` : "";
  }

  /** @param {string} word */
  #isSince(word) {
    return this.#normaliser.forms(word).some((form) => this.#sinces.has(form));
  }

  /**
   * How many words a title has, if all of them stand in a query.
   *
   * @param {string} title
   * @param {Word[]} words
   * @param {Reading} reading
   */
  #met(title, words, reading) {
    const known = this.#known(title);
    const all = known.every((one) => words.some((word) => isMet(one, word, reading)));
    return all ? known.length : 0;
  }

  /** @param {string} text */
  #folded(text) {
    const words = this.#normaliser.analyse(text).filter(({ first, last }) => first === last);
    return words.map(({ start, end }) => this.#normaliser.forms(text.slice(start, end))[0]).join(" ");
  }

  /**
   * How well a way answers, from 0 to 3.
   *
   * @param {Way} way
   * @param {Word[]} words
   * @param {string} asked
   * @param {Reading} reading
   */
  #rate({ term, question, asked: titles = [] }, words, asked, reading) {
    const named = term ? words.filter(({ terms }) => (terms.get(term) ?? 0) >= SAME).length : 0;
    if (question) {
      const others = words.some(({ terms }) => [...terms].some(([one, weight]) => SIDE.test(one) && weight >= SAME));
      const more = named / (words.length + 1); // of two names, one of which begins with the other
      return question === asked && (!term || named || !others) ? 2 + more : 0;
    }
    if (named) return named === words.length ? 1.5 : words.length <= ALONE ? named / words.length : 0;
    return Math.max(0, ...titles.map((title) => this.#alike(title, words, reading)));
  }

  /**
   * How much a title and a query have in common, from 0 to 1.
   *
   * @param {string} title
   * @param {Word[]} words
   * @param {Reading} reading
   */
  #alike(title, words, reading) {
    const known = this.#known(title);
    if (!known.length || !words.length) return 0;
    const met = words.filter((word) => known.some((one) => isMet(one, word, reading)));
    return (met.length / words.length) * Math.min(1, met.length / known.length);
  }

  /** @param {string} title */
  #known(title) {
    const read =
      this.#titles.get(title) ??
      this.#normaliser.analyse(title).flatMap(({ first, last, start, end, terms }) => {
        if (first !== last || !terms.length) return [];
        const forms = new Set(terms.flatMap(([term, weight]) => (weight >= SAME ? [term] : [])));
        return [{ forms, text: title.slice(start, end).toLowerCase() }];
      });
    this.#titles.set(title, read);
    return read;
  }
}

/**
 * Say whether a word of a query is one of a title.
 *
 * @param {Known} known
 * @param {Word} word
 * @param {Reading} reading
 */
function isMet({ forms, text }, word, reading) {
  const begun = word.half && text.startsWith(written(reading, word).toLowerCase());
  return begun || [...word.terms].some(([term, weight]) => weight >= SAME && forms.has(term));
}

/**
 * @param {Way} way
 * @param {string} more
 */
function found({ path, title, about }, more) {
  const dated = !path.includes("?") || path.includes("from=");
  return { path: dated ? path : path + more, title, about };
}
