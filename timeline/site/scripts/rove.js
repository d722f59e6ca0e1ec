// One tab stop for a row of links: arrows go from one to the next, Home and End to the first and the last.
import { findAll } from "./dom.js";
import { rightToLeft } from "./words.js";

/** By how many places each key goes on. @type {Record<string, number>} */
const STEPS = {
  ArrowRight: rightToLeft ? -1 : 1,
  ArrowLeft: rightToLeft ? 1 : -1,
  ArrowDown: 1,
  ArrowUp: -1,
  Home: -Infinity,
  End: Infinity,
};

/**
 * Let the keyboard into a row of links by one of them, the last at first: the newest.
 *
 * @param {HTMLElement} row
 */
export function rove(row) {
  const links = findAll(row, "a");
  /** @param {HTMLElement} link */
  const stop = (link) => {
    for (const one of links) one.tabIndex = one === link ? 0 : -1;
  };
  if (links.length) stop(links[links.length - 1]);
  row.addEventListener("focusin", ({ target }) => target instanceof HTMLAnchorElement && stop(target));
  row.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const place = links.findIndex((link) => link === document.activeElement);
    if (!step || place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    links[Math.min(Math.max(place + step, 0), links.length - 1)].focus();
  });
}
