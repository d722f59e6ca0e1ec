// The search as pages use it: it works in a worker, which is started by the first call and not before.

import { language } from "../../site/scripts/words.js";

const waiting = new Map();
let worker = null;
let last = 0;

function started() {
  if (worker) return worker;
  worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data: { number, answer, failure } }) => {
    const { resolve, reject } = waiting.get(number);
    waiting.delete(number);
    if (failure === undefined) resolve(answer);
    else reject(new Error(failure));
  });
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
    worker = null; // the next call starts another one
  });
  return worker;
}

function asked(question, query, options) {
  last += 1;
  const number = last;
  return new Promise((resolve, reject) => {
    waiting.set(number, { resolve, reject });
    started().postMessage({ number, language, question, query, options });
  });
}

/**
 * Search the record: the promise gives `{query, total, hits, near}`, or null if a newer search has overtaken it.
 *
 * A hit is `{id, path, iso, date, kind, company, shape, lane, status, title, passage}`; its title and its passage are
 * lists of `[text, marked]`. `near` are other spellings of a query that finds nothing.
 */
export const search = (query, options = {}) => asked("search", query, options);

/** Find all events that answer a query: the promise gives `{ids}`, the best first, or null if it was overtaken. */
export const matches = (query) => asked("matches", query);

/** Fetch what every query needs, before one is typed. */
export const warm = () => asked("warm");
