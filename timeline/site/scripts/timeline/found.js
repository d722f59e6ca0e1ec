// The entries that a query finds, each with its rank. Nothing of the search is fetched before it is needed.

/** By the ids of entries their ranks, from 0; null where nothing is asked. @typedef {Map<string, number> | null} Ranks */

/** @type {{ query: string, ranks: Ranks }} */
let last = { query: "", ranks: null };

/**
 * Find the entries for a query.
 *
 * @param {string} query
 * @returns {Promise<Ranks>}
 */
export async function found(query) {
  if (!query) return null;
  if (query !== last.query) {
    const { matches } = await import("../../../search/browser/client.js");
    const answer = await matches(query);
    if (!answer) return null; // a newer search has overtaken it, and shows what it finds
    last = { query, ranks: new Map(answer.ids.map((id, rank) => [id, rank])) };
  }
  return last.ranks;
}
