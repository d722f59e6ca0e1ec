// The search as pages use it: it works in a worker, which is started by the first call and not before.

import { language } from "../../site/scripts/words.js";

/** @import { Answers, Question, Response, SearchOptions } from "./types.d.ts" */

/** @type {Map<number, { resolve: (answer: any) => void, reject: (reason: Error) => void }>} */
const waiting = new Map();
/** @type {Worker | null} */
let worker = null;
let last = 0;

function started() {
  if (worker) return worker;
  worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", answered);
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    worker = null; // the next call starts another one
  });
  return worker;
}

/** @param {MessageEvent<Response>} message */
function answered({ data: { number, answer, failure } }) {
  const promise = waiting.get(number);
  waiting.delete(number);
  if (failure === undefined) promise?.resolve(answer);
  else promise?.reject(new Error(failure));
}

/**
 * @template {Question} Name
 * @param {Name} question
 * @param {string} query
 * @param {SearchOptions} options
 * @returns {Promise<Answers[Name] | null>}
 */
function asked(question, query = "", options = {}) {
  last += 1;
  const number = last;
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    started().postMessage({ number, language, question, query, options });
  });
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

/** Fetch what every query needs, before one is typed. */
export const warm = () => asked("warm");
