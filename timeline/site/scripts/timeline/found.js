// The entries that a query finds, each with its rank. Nothing of the search is fetched before it is needed.

let last = { query: "", ranks: null };

/** Find the entries for a query: a map from id to rank, or null where nothing is asked. */
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
