// Which clock times are shown by. It stands in the page, for all of its programs; `zone.js` lets the reader choose.

const page = document.documentElement.dataset;

/** The sign that the clocks of the page have changed; it goes out on the document. */
export const CHANGED = "clockchange";

/** Whether times are shown by the reader's own clock; otherwise they are shown in UTC. */
export const isOwn = () => page.clock === "own";

/** @param {boolean} own */
export function choose(own) {
  if (own) page.clock = "own";
  else delete page.clock;
}
