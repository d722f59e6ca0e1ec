// Pagefind, by its own script; the page's language says which of its indexes is asked.

/** @import { Engine, Options, Pagefind } from "./types.d.ts" */

/**
 * Open the index in a folder; `fresh` is a number for each time that it must have fetched nothing yet.
 *
 * @param {Options} options
 * @returns {Promise<Engine>}
 */
export async function opened({ index, fresh = 0 }) {
  /** @type {unknown} */
  const script = await import(`${index}pagefind.js?${fresh}`);
  const pagefind = /** @type {Pagefind} */ (script);
  await pagefind.init();
  return {
    async find(query, limit) {
      const { results } = await pagefind.search(query);
      const shown = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return { ids: shown.map(({ url }) => url.split("/").at(-2) ?? ""), total: results.length };
    },
  };
}
