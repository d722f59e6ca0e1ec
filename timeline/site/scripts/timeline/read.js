// How the search read a query, as its box says it too, and what of its answers the filters leave out.
import { element, find } from "../dom.js";
import { partlyText, Readings } from "../readings.js";
import { counted, words } from "../words.js";

/** @import { Matches } from "../../../search/browser/types.d.ts" */
/** @import { Asked } from "./address.js" */
/** @import { Ranks } from "./found.js" */

/** @type {Partial<Asked>} */
const UNFILTERED = { from: "", to: "", unread: [] };

/** The lines below the count; `change` is called with what the reader chooses there. */
export class Read {
  /**
   * @param {HTMLElement} page
   * @param {(change: Partial<Asked>) => void} change
   */
  constructor(page, change) {
    this.place = find(page, ".read");
    this.result = find(page, ".result");
    this.change = change;
    this.readings = new Readings(words.reading, (q) => this.replace({ q }));
  }

  /**
   * Say how a query was read, and how many of its answers are not among `shown`, where that is all of them.
   *
   * @param {string} query
   * @param {{ ranks: Ranks, matches: Matches | null }} found
   * @param {number} shown
   */
  show(query, { ranks, matches }, shown) {
    const lines = matches ? this.lines(query, matches) : [];
    if (ranks?.size && !shown) lines.push(this.outside(ranks.size));
    this.place.replaceChildren(...lines);
    this.place.hidden = !lines.length;
  }

  /**
   * @param {string} query
   * @param {Matches} matches
   */
  lines(query, matches) {
    const lines = this.readings.of(query, matches);
    return matches.part ? [...lines, element("p", {}, partlyText(matches.lacking, words.reading))] : lines;
  }

  /** @param {number} number */
  outside(number) {
    const button = element("button", { type: "button", class: "button plain" }, words.timeline.unfiltered);
    button.addEventListener("click", () => this.replace({ ...UNFILTERED, chosen: new Set() }));
    return element("p", {}, counted(words.timeline.outside, number), " ", button);
  }

  /** @param {Partial<Asked>} change */
  replace(change) {
    this.result.focus();
    this.change(change);
  }
}
