// The entries that a query finds, each with its rank. Nothing of the search is fetched before it is needed.
import { searching } from "../searching.js";

/** @import { Matches } from "../../../search/browser/types.d.ts" */

/** By the ids of entries their ranks, from 0; null where nothing is asked. @typedef {Map<string, number> | null} Ranks */

/** What a query finds, and how it was read; null where nothing is asked. @typedef {{ ranks: Ranks, matches: Matches | null }} Found */

/** @type {Found} */
const NOTHING = { ranks: null, matches: null };

let last = { query: "", found: NOTHING };

/**
 * Find the entries for a query.
 *
 * @param {string} query
 * @returns {Promise<Found>}
 */
export async function found(query) {
  if (!query) return NOTHING;
  if (query !== last.query) {
    const { matches } = await searching();
    const answer = await matches(query);
    if (!answer) return NOTHING; // a newer search has overtaken it, and shows what it finds
    last = { query, found: { ranks: new Map(answer.ids.map((id, rank) => [id, rank])), matches: answer } };
  }
  return last.found;
}
