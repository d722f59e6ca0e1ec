// What the full view shows of each entry more: its first fact and the number of its sources, fetched when asked for.
import { counted, rightToLeft, words } from "../words.js";

let filled = null;

/** Put into each row what the full view shows; a second call waits for the first. */
export function fillIn(entries, language, root) {
  filled ??= fill(entries, new URL(`timeline/${language}.json`, root)).catch((error) => {
    filled = null; // another time it may be reached
    throw error;
  });
  return filled;
}

async function fill(entries, address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status}`);
  const details = await answer.json();
  for (const { id, row } of entries) {
    if (details[id]) row.lastElementChild.append(whole(...details[id]));
  }
}

function whole(sources, ...runs) {
  const whole = document.createElement("div");
  const [fact, small] = [document.createElement("p"), document.createElement("p")];
  whole.className = "whole";
  small.className = "small";
  fact.append(...runs.map(isolated));
  small.textContent = counted(words.count.sources, sources);
  whole.append(fact, small);
  return whole;
}

/** Set apart every second run of a text, which is written against the direction of the page. */
function isolated(run, place) {
  if (place % 2 === 0) return run;
  const apart = document.createElement("bdi");
  apart.dir = rightToLeft ? "ltr" : "rtl";
  apart.textContent = run;
  return apart;
}
