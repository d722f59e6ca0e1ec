// Material's own search, by its worker, which is spoken to as the theme's bundle does.

/** @import { Engine, MaterialAnswer, MaterialIndex, Options } from "./types.d.ts" */

const [SETUP, , QUERY] = [0, 1, 2];

/**
 * Open the index of a language in a folder with the worker of a name.
 *
 * @param {Options} options
 * @returns {Promise<Engine>}
 */
export async function opened({ index, language, worker: name }) {
  const worker = new Worker(`${index}workers/${name}`);
  /**
   * @param {object} message
   * @returns {Promise<unknown>}
   */
  const answer = (message) =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(message);
    });
  /** @type {unknown} */
  const read = await (await fetch(`${index}${language}/search/search_index.json`)).json();
  const { config, docs } = /** @type {MaterialIndex} */ (read);
  await answer({ type: SETUP, data: { config, docs, options: { suggest: false } } });
  return {
    async find(query, limit) {
      const { data } = /** @type {MaterialAnswer} */ (await answer({ type: QUERY, data: query }));
      const ids = data.items.map(([{ location }]) => location.split("/")[1]);
      return { ids: ids.slice(0, limit), total: ids.length };
    },
  };
}
