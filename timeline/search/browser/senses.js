// Words of the same sense: the index has under a term with a mark what says the same in other words.

/** @import { Terms } from "../types.d.ts" */

/** The mark, the same as in timeline/search/index/senses.py. */
export const ALIKE = "~";

const MEANT = 0.7; // of the weight of the word itself
const CLOSE = 0.75; // a form that has less of a word may be another one
const BESIDE = 0.5; // and of that of a word which is a topic of its own
const TOPIC = /^@(?:tags|kinds)\//;
const WORD = /^\p{L}/u;

/**
 * Some terms, with those under which their words' senses are.
 *
 * @param {Terms} terms
 * @returns {Terms}
 */
export function withSenses(terms) {
  const all = new Map(terms);
  const meant = [...terms].some(([term, weight]) => TOPIC.test(term) && weight >= CLOSE) ? BESIDE * MEANT : MEANT;
  for (const [term, weight] of terms) if (weight >= CLOSE && WORD.test(term)) all.set(term + ALIKE, meant * weight);
  return all;
}
