// The order of what a query lists that names nothing but outages, whose they are and when: the greatest first, or as
// it says; and of what happened on a day.

import { isNamed } from "./offers.js";
import { written } from "./query.js";

/** @import { Lookup } from "./lookup.js" */
/** @import { Reading, Word } from "./query.js" */
/** @import { Specification } from "../types.d.ts" */
/** @import { Normaliser } from "../normaliser.js" */
/** @typedef {(one: number, other: number) => number} Order */

const OUTAGE = "@kinds/outage";
const FAILED = "@failed";
const LENGTH = "@length";
const SIDE = /^@(companies|platforms)\//;
const DATE = /^#/;

/** Orders events. */
export class Listed {
  #lookup;
  #normaliser;
  #orders;

  /**
   * @param {Lookup} lookup
   * @param {Normaliser} normaliser
   * @param {Specification} spec
   */
  constructor(lookup, normaliser, { orders }) {
    this.#lookup = lookup;
    this.#normaliser = normaliser;
    this.#orders = Object.entries(orders).map(([name, words]) => ({ name, words: new Set(words.split(" ")) }));
  }

  /**
   * The events that answer a query in the order that it asks for; of most queries as they are.
   *
   * @param {number[]} events
   * @param {Reading} reading
   */
  async ordered(events, reading) {
    const words = reading.words.filter(({ optional }) => !optional);
    if (words.every((word) => word.isDay)) return this.#ofDay(events);
    if (!words.some(isOutage) || !words.every((word) => isOutage(word) || sidesOf(word).length || word.dated)) {
      return events;
    }
    const meant = await Promise.all(words.flatMap((word) => this.#meant(word)));
    const outages = events.filter((event) => meant.every((own) => own.has(event)));
    const order = await this.#order(reading);
    const taken = new Set(outages);
    return [...outages.sort(order), ...events.filter((event) => !taken.has(event))];
  }

  /**
   * The events of a day in their order, the outages first, of these the greatest.
   *
   * @param {number[]} events
   */
  async #ofDay(events) {
    const sizes = await this.#lookup.weights([FAILED]);
    /** @param {number} event */
    const size = (event) => sizes.get(event) ?? 0;
    return events.toSorted((one, other) => size(other) - size(one) || one - other);
  }

  /**
   * The events in which what a word names failed, or of its date.
   *
   * @param {Word} word
   */
  #meant(word) {
    if (word.dated) return [this.#lookup.weights([...word.terms.keys()].filter((term) => DATE.test(term)))];
    const sides = sidesOf(word);
    return sides.length ? [this.#lookup.weights(sides.map((term) => term.replace(SIDE, `${FAILED}/`)))] : [];
  }

  /**
   * The order that a query asks for: by length or time, or else by how much is known of each.
   *
   * @param {Reading} reading
   * @returns {Promise<Order>}
   */
  async #order(reading) {
    const forms = reading.words.flatMap((word) => this.#normaliser.forms(written(reading, word)));
    const asked = this.#orders.find(({ words }) => forms.some((form) => words.has(form)))?.name;
    const sizes = await this.#lookup.weights([FAILED]);
    const lengths = asked?.endsWith("est") ? await this.#lookup.weights([LENGTH]) : sizes;
    /** @type {Order} */
    const greater = (one, other) => (sizes.get(other) ?? 0) - (sizes.get(one) ?? 0) || other - one;
    /** @type {Order} */
    const longer = (one, other) => (lengths.get(other) ?? 0) - (lengths.get(one) ?? 0) || greater(one, other);
    /** @type {Order} */
    const shorter = (one, other) => (lengths.get(one) ?? 1) - (lengths.get(other) ?? 1) || greater(one, other);
    /** @type {Record<string, Order>} */
    const orders = { longest: longer, shortest: shorter, first: (a, b) => a - b, last: (a, b) => b - a };
    return orders[asked ?? ""] ?? greater;
  }
}

/** @param {Word} word */
const isOutage = ({ terms }) => isNamed(OUTAGE, terms.get(OUTAGE) ?? 0);

/**
 * The companies and platforms that a word names.
 *
 * @param {Word} word
 */
const sidesOf = ({ terms }) =>
  [...terms].flatMap(([term, weight]) => (SIDE.test(term) && isNamed(term, weight) ? [term] : []));
