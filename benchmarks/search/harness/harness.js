// What the measuring program calls in the browser: it asks one engine after another.

/** @import { Answer, Engine, Options } from "./types.d.ts" */

/** @type {Record<string, () => Promise<{ opened(options: Options): Promise<Engine> }>>} */
const engines = {
  ours: () => import("./ours.js"),
  material: () => import("./material.js"),
  pagefind: () => import("./pagefind.js"),
};

/**
 * @param {string} engine
 * @param {Options} options
 */
const opened = async (engine, options) => (await engines[engine]()).opened(options);

/**
 * Ask queries of one engine: for each the ids of its first results, and the number of all.
 *
 * @param {string} engine
 * @param {Options} options
 * @param {string[]} queries
 */
async function asked(engine, options, queries) {
  const own = await opened(engine, options);
  /** @type {Answer[]} */
  const answers = [];
  for (const query of queries) answers.push(await own.find(query, options.limit));
  return answers;
}

/**
 * Ask queries, each as `[query, spellings]` of an engine that does not know some spellings.
 *
 * @param {string} engine
 * @param {Options} options
 * @param {[query: string, without: string[]][]} queries
 */
async function askedWithout(engine, options, queries) {
  /** @type {Answer[]} */
  const answers = [];
  for (const [query, without] of queries) {
    const own = await opened(engine, { ...options, without });
    answers.push(await own.find(query, options.limit));
  }
  return answers;
}

/**
 * Ask each query of an engine that has fetched nothing yet: for each the paths of what it fetched.
 *
 * A query is `pasted`, or typed letter by letter, to the `first` result or to its `end`.
 *
 * @param {string} engine
 * @param {Options} options
 * @param {string[]} queries
 */
async function fetched(engine, options, queries) {
  /** @type {string[][]} */
  const paths = [];
  for (const query of queries) {
    /** @type {Set<string>} */
    const seen = new Set();
    const own = await opened(engine, { ...options, seen });
    for (const one of options.way === "pasted" ? [query] : typed(query)) {
      const { total } = await own.find(one, options.limit);
      if (total && options.way === "first") break;
    }
    paths.push([...seen]);
  }
  return paths;
}

/**
 * Ask each query once, so that all it needs is there, and then thrice: for each the milliseconds of the fastest.
 *
 * @param {string} engine
 * @param {Options} options
 * @param {string[]} queries
 */
async function timed(engine, options, queries) {
  const own = await opened(engine, options);
  /** @type {number[]} */
  const times = [];
  for (const query of queries) {
    await own.find(query, options.limit);
    /** @type {number[]} */
    const again = [];
    for (let time = 0; time < 3; time += 1) {
      const began = performance.now();
      await own.find(query, options.limit);
      again.push(performance.now() - began);
    }
    times.push(Math.min(...again)); // what else the machine does is no part of it
  }
  return times;
}

/**
 * What a reader who types a query letter by letter asks on the way.
 *
 * @param {string} query
 */
function typed(query) {
  const letters = [...query];
  return letters.map((_, at) => letters.slice(0, at + 1).join("")).filter((part) => part.trim());
}

Object.assign(globalThis, { asked, askedWithout, fetched, timed, typed });
