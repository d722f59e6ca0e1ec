// The search off the main thread. Of each kind of question only the newest is answered.

import { opened } from "./engine.js";

/** @import { Answers, Question, Request, Response } from "./types.d.ts" */
/** @import { Engine } from "./engine.js" */

const root = new URL("../../data/search/", import.meta.url);
/** @type {Map<Question, number>} */
const newest = new Map();
/** @type {Promise<Engine> | null} */
let engine = null;

/** A part of an edition that is gone: the site is newer than the manifest that the browser kept. */
class Gone extends Error {}

/**
 * @param {string} path
 * @param {RequestCache} cache
 */
async function load(path, cache) {
  const answer = await fetch(new URL(path, root), { cache });
  if (answer.status === 404) throw new Gone(path);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return /** @type {Promise<unknown>} */ (answer.json());
}

/**
 * @param {string} language
 * @param {RequestCache} cache
 */
function open(language, cache) {
  const opening = opened((path) => load(path, path.includes("/") ? "default" : cache), language);
  opening.catch(() => {
    engine = null;
  });
  engine = opening;
  return opening;
}

/** @param {Request} request */
async function answered({ language, question, query, options }) {
  /**
   * @param {Engine} one
   * @returns {Promise<Answers[Question]>}
   */
  const ask = async (one) => (question === "warm" ? null : one[question](query, options));
  try {
    return await ask(await (engine ?? open(language, "default")));
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    return ask(await open(language, "reload"));
  }
}

/**
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function responded(request) {
  const { question, number } = request;
  newest.set(question, number);
  await Promise.resolve(); // questions that wait behind this one are read first
  const overtaken = () => newest.get(question) !== number;
  try {
    const answer = overtaken() ? null : await answered(request);
    return { number, answer: overtaken() ? null : answer };
  } catch (error) {
    return { number, failure: String(error) };
  }
}

addEventListener("message", (/** @type {MessageEvent<Request>} */ { data }) => {
  void responded(data).then((response) => postMessage(response));
});
