// The site's own search, by its engine.

/** @import { LexiconFile, Start } from "../../../timeline/site/data/types.d.ts" */
/** @import { Engine, Options } from "./types.d.ts" */
/** @typedef {typeof import("../../../timeline/search/browser/engine.js")} Program */

/** @type {Map<string, Promise<string>>} */
const files = new Map();

/** @param {string} address */
function load(address) {
  const file = files.get(address) ?? fetched(address);
  files.set(address, file);
  return file;
}

/** @param {string} address */
async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.text();
}

/**
 * Take spellings out of the lexicon.
 *
 * @param {LexiconFile} file
 * @param {string[]} without
 */
function bare(file, without) {
  for (const table of Object.values(file.lexicon.entries)) {
    for (const id of Object.keys(table)) table[id] = table[id].filter((one) => !without.includes(one));
  }
  return file;
}

/**
 * Open the index in a folder; `seen` collects the paths of the files that are fetched, `without` has lost spellings.
 *
 * @param {Options} options
 * @returns {Promise<Engine>}
 */
export async function opened({ site, index, language, seen, without }) {
  /** @type {unknown} */
  const program = await import(`${site}search/browser/engine.js`);
  /**
   * @template Type
   * @param {string} path
   */
  const read = async (path) => {
    seen?.add(path);
    /** @type {unknown} */
    const file = JSON.parse(await load(`${index}${path}`));
    return /** @type {Type} */ (file);
  };
  /** @type {Start} */
  const start = await read(`start-${language}.json`);
  if (without) bare(start.lexicon, without);
  const engine = new /** @type {Program} */ (program).Engine(read, language, start);
  return {
    async find(query, limit) {
      const { hits, partly, total } = await engine.search(query, limit ? { limit } : {});
      return { ids: [...hits, ...partly.hits].map(({ id }) => id), total };
    },
  };
}
