// Terms with weights: what words are compared by. The twin of timeline/search/terms.py.

/** @import { Terms, Weighted } from "./types.d.ts" */

/** The names of the weights that the forms of a word have, in their order. */
export const LEVELS = ["surface", "clitic", "clitics"];

/**
 * Put a term among others, with the larger weight if it is there already.
 *
 * @param {Terms} terms
 * @param {string} term
 * @param {number} weight
 */
export function add(terms, term, weight) {
  if (weight > (terms.get(term) ?? 0)) terms.set(term, weight);
}

/**
 * Put terms among others, with a share of their weights.
 *
 * @param {Terms} terms
 * @param {Iterable<[string, number]>} others
 */
export function gather(terms, others, share = 1) {
  for (const [term, weight] of others) add(terms, term, weight * share);
}

/**
 * Terms in order, the heaviest first, with weights of three places.
 *
 * @param {Terms} terms
 */
export function weighted(terms) {
  /** @type {Weighted} */
  const list = [...terms].map(([term, weight]) => [term, Math.floor(weight * 1000 + 0.5) / 1000]);
  return list.sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
