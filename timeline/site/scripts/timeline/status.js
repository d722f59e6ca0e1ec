// How many entries are shown, for the eye at once and for the ear when the reader pauses.
import { find } from "../dom.js";
import { counted, fill, number, words } from "../words.js";

/** @import { Counts } from "./counts.js" */

const PAUSE = 500;

/** The line that says how many entries are shown. */
export class Status {
  /** @type {number | undefined} */
  #timer;

  /** @param {HTMLElement} page */
  constructor(page) {
    this.seen = find(page, ".count");
    this.heard = find(page, "[role=status]");
    this.nothing = find(page, ".nothing");
  }

  /** Say that the search is on its way. */
  wait() {
    this.seen.textContent = words.timeline.searching;
  }

  /**
   * Say what is shown, and what went wrong.
   *
   * @param {Counts} result
   * @param {string[]} notes
   */
  show(result, notes) {
    const text = [textOf(result), ...notes].join(" · ");
    this.seen.textContent = text;
    this.nothing.hidden = result.held + result.debunked > 0;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.heard.textContent !== text) this.heard.textContent = text;
    }, PAUSE);
  }
}

/**
 * Count entries in words; what was debunked is counted apart.
 *
 * @param {Counts} counts
 */
export function textOf({ held, debunked, total }) {
  const { some, debunked: claims, and, nothing } = words.timeline;
  if (!held && !debunked) return nothing;
  const entries = held === total ? counted(words.count.entries, total) : counted(some, total, { shown: number(held) });
  if (!debunked) return entries;
  const apart = counted(claims, debunked);
  return held ? fill(and, { entries, debunked: apart }) : apart;
}
