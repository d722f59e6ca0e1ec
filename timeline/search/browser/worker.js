// The search off the main thread. Of each kind of question only the newest is answered.

import { fetched, Gone } from "../../site/scripts/fetched.js";
import { Engine } from "./engine.js";

/** @import { Answers, Load, Question, Request, Response } from "./types.d.ts" */

const root = new URL("../../data/search/", import.meta.url);
/** @type {Map<Question, number>} */
const newest = new Map();
/** @type {Engine | null} */
let engine = null;

/** @type {Load} */
const load = (path, isRight) => fetched(new URL(path, root), isRight);

/**
 * @param {Request} request
 * @returns {Promise<Answers[Question]>}
 */
async function answered({ question, query, options }) {
  if (!engine) throw new Error("There is nothing to search in");
  return question === "warm" ? null : engine[question](query, options);
}

/**
 * @param {Request} request
 * @returns {Promise<Response>}
 */
async function responded(request) {
  const { question, number, start, language } = request;
  if (start) engine = new Engine(load, language, start);
  newest.set(question, number);
  await Promise.resolve(); // questions that wait behind this one are read first
  const overtaken = () => newest.get(question) !== number;
  try {
    const answer = overtaken() ? null : await answered(request);
    return { number, answer: overtaken() ? null : answer };
  } catch (error) {
    return { number, failure: String(error), gone: error instanceof Gone };
  }
}

addEventListener("message", (/** @type {MessageEvent<Request>} */ { data }) => {
  void responded(data).then((response) => postMessage(response));
});
