// The search off the main thread. Of each kind of question only the newest is answered.

import { opened } from "./engine.js";

const root = new URL("../../../search/", import.meta.url);
const newest = new Map();
let engine = null;

/** A part of an edition that is gone: the site is newer than the manifest that the browser kept. */
class Gone extends Error {}

async function load(path, cache = "default") {
  const answer = await fetch(new URL(path, root), { cache });
  if (answer.status === 404) throw new Gone(path);
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return answer.json();
}

function open(language, cache) {
  engine = opened((path) => load(path, path.includes("/") ? "default" : cache), language);
  engine.catch(() => {
    engine = null;
  });
  return engine;
}

async function answered({ language, question, query, options }) {
  const ask = async (one) => (question === "warm" ? null : one[question](query, options));
  try {
    return await ask(await (engine ?? open(language, "default")));
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    return ask(await open(language, "reload"));
  }
}

addEventListener("message", async ({ data }) => {
  newest.set(data.question, data.number);
  await null; // questions that wait behind this one are read first
  const overtaken = () => newest.get(data.question) !== data.number;
  try {
    const answer = overtaken() ? null : await answered(data);
    postMessage({ number: data.number, answer: overtaken() ? null : answer });
  } catch (error) {
    postMessage({ number: data.number, failure: String(error) });
  }
});
