// How long the outages that are shown lasted: how many of known length, all of them together, the middle, the longest.
import { element, find } from "../dom.js";
import { counted, duration, fill, hours, number, words } from "../words.js";

/** @import { Entry } from "./list.js" */

/** An entry with its length in minutes, and whether that is exact. @typedef {{ entry: Entry, minutes: number, exact: boolean }} Timed */

/** The line below the count. */
export class Lengths {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.line = find(page, ".lengths");
  }

  /**
   * Say how long the outages among the entries that are shown lasted.
   *
   * @param {Entry[]} entries
   * @param {boolean[]} shown
   */
  show(entries, shown) {
    const outages = entries.filter(({ length }, place) => shown[place] && length !== 0);
    this.line.hidden = !outages.length;
    if (outages.length) this.line.replaceChildren(...textOf(outages));
  }
}

/**
 * @param {Entry[]} outages
 * @returns {(string | Node)[]}
 */
function textOf(outages) {
  const { none_known: none, known } = words.timeline;
  const timed = outages.flatMap(timedOf).sort((one, other) => one.minutes - other.minutes);
  const all = counted(words.count.outages, outages.length);
  const top = timed.at(-1);
  if (!top) return [fill(none, { outages: all })];
  const exact = timed.every((one) => one.exact);
  const total = timed.reduce((sum, { minutes }) => sum + minutes, 0);
  const text = fill(known, {
    outages: all,
    known: number(timed.length),
    share: number(Math.round((100 * timed.length) / outages.length)),
    total: about(total, exact, hours),
    median: about(medianOf(timed), exact),
  });
  const title = find(top.entry.row, "a.title", HTMLAnchorElement);
  const link = element("a", { href: title.href }, about(top.minutes, top.exact));
  link.setAttribute("aria-label", `${link.textContent}: ${title.textContent}`);
  return [text, " ", link];
}

/**
 * @param {Entry} entry
 * @returns {Timed[]}
 */
function timedOf(entry) {
  if (typeof entry.length === "number") return [];
  const [minutes, exact] = entry.length;
  return [{ entry, minutes, exact }];
}

/** @param {Timed[]} timed in order of length */
function medianOf(timed) {
  const half = Math.floor(timed.length / 2);
  return timed.length % 2 ? timed[half].minutes : (timed[half - 1].minutes + timed[half].minutes) / 2;
}

/**
 * @param {number} minutes
 * @param {boolean} exact
 */
function about(minutes, exact, written = duration) {
  if (exact) return written(minutes);
  return fill(words.duration.about, { length: written(minutes, { governed: true }) });
}
