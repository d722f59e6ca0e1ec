// The search as pages use it: it works in a worker, which is started by the first call and not before.

import { fetched, Gone, inTime } from "../../site/scripts/fetched.js";
import { language, record } from "../../site/scripts/words.js";
import { isStart } from "./shapes.js";

/** @import { Start } from "../../site/data/types.d.ts" */
/** @import { Answers, Question, Request, Response, SearchOptions } from "./types.d.ts" */

const LIMIT = 25_000; // milliseconds, for several requests one after another

/** @type {Map<number, { resolve: (answer: any) => void, reject: (reason: Error) => void }>} */
const waiting = new Map();
/** @type {Worker | null} */
let worker = null;
/** What the worker was given to begin with. @type {Start | null} */
let given = null;
/** @type {Promise<Start> | null} */
let start = null;
let last = 0;

function started() {
  if (worker) return worker;
  worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", answered);
  worker.addEventListener("error", (event) => end(new Error(event.message)));
  return worker;
}

/**
 * End the worker, with all that waits for it; the next call starts another one.
 *
 * @param {Error} reason
 */
function end(reason) {
  worker?.terminate();
  [worker, given] = [null, null];
  for (const { reject } of waiting.values()) reject(reason);
  waiting.clear();
}

/** @param {MessageEvent<Response>} message */
function answered({ data: { number, answer, failure, gone } }) {
  const promise = waiting.get(number);
  waiting.delete(number);
  if (failure === undefined) promise?.resolve(answer);
  else promise?.reject(gone ? new Gone(failure) : new Error(failure));
}

/**
 * Fetch what a search begins with; after a failure it is tried again.
 *
 * @param {RequestCache} cache
 */
export function begun(cache = "default") {
  if (start && cache === "default") return start;
  const file = fetched(new URL(`search/start-${language}.json`, record), isStart, cache);
  start = file;
  file.catch(() => {
    if (start === file) start = null;
  });
  return file;
}

/**
 * @param {Omit<Request, "number" | "language">} request
 * @param {RequestCache} cache
 * @returns {Promise<unknown>}
 */
async function sent(request, cache = "default") {
  started(); // while what it needs is on its way
  last += 1;
  const number = last;
  const file = await begun(cache);
  /** @type {Promise<unknown>} */
  const answer = new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    const known = given === file && worker !== null;
    started().postMessage({ number, language, ...request, ...(known ? {} : { start: file }) });
    given = file;
  });
  try {
    return await inTime(answer, LIMIT);
  } catch (error) {
    if (waiting.has(number)) end(new Error("The search took too long"));
    throw error;
  }
}

/**
 * @template {Question} Name
 * @param {Name} question
 * @param {string} query
 * @param {SearchOptions} options
 * @returns {Promise<Answers[Name] | null>}
 */
async function asked(question, query = "", options = {}) {
  const request = { question, query, options };
  const answer = sent(request).catch((/** @type {unknown} */ error) => {
    if (!(error instanceof Gone)) throw error;
    return sent(request, "reload"); // what the browser kept to begin with is of an earlier site
  });
  return /** @type {Answers[Name] | null} */ (await answer);
}

/**
 * Search the record; the promise gives null if a newer search has overtaken it.
 *
 * @param {string} query
 * @param {SearchOptions} options
 */
export const search = (query, options = {}) => asked("search", query, options);

/**
 * Find all events that answer a query, the best first; the promise gives null if it was overtaken.
 *
 * @param {string} query
 */
export const matches = (query) => asked("matches", query);

/** Have the worker and what it needs fetched, before a query is typed. */
export const warm = () => asked("warm");
