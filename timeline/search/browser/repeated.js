// What several words of a query name together, which is asked for once: a first name and a last, the two words of a topic.

/** @import { LookedUp, Variant } from "./types.d.ts" */
/** A variant, and whether a word before has it too. @typedef {Variant & { again: boolean }} Told */

const NAMED = /^@/;
const SAME = 0.7; // of its best meaning: if so much is what a word before means, it asks for nothing more

/**
 * The variants of each word; what it names with words before it is marked, for it is asked for once.
 *
 * @param {LookedUp[]} words
 * @returns {Told[][]}
 */
export function once(words) {
  /** @type {Map<string, number>} */
  const first = new Map();
  return words.map(({ variants }, at) =>
    variants.map((variant) => {
      if (NAMED.test(variant.term) && !first.has(variant.term)) first.set(variant.term, at);
      return { ...variant, again: (first.get(variant.term) ?? at) < at };
    }),
  );
}

/**
 * Say whether words before one mean all that it means.
 *
 * @param {Told[]} variants
 */
export function isSame(variants) {
  const best = Math.max(...variants.map(({ weight }) => weight));
  return variants.some(({ again, weight }) => again && weight >= SAME * best);
}
