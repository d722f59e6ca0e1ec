// What is chosen, each as a button that takes it back.
import { element, find } from "../dom.js";
import { fill, words } from "../words.js";
import { cleared } from "./sheet.js";

/** @import { Asked } from "./address.js" */
/** @import { Choice } from "./choices.js" */

/**
 * Keep the parts of a date in their order between words of either direction (UAX #9: isolates).
 *
 * @param {string} date
 */
const apart = (date) => (date.includes("-") ? `\u2066${date}\u2069` : date);

/** The row of chips; `change` is called with what a chip, or the button that clears all, changes. */
export class Chips {
  /**
   * @param {HTMLElement} page
   * @param {(change: Partial<Asked>) => void} change
   */
  constructor(page, change) {
    this.result = find(page, ".result");
    this.row = find(page, ".chips");
    this.clear = find(page, ".clear");
    this.change = change;
    this.clear.addEventListener("click", () => {
      change(cleared());
      this.result.focus();
    });
  }

  /**
   * Show what is chosen.
   *
   * @param {Asked} state
   * @param {Choice[]} all
   */
  show(state, all) {
    const focused = [...this.row.children].findIndex((item) => item.contains(document.activeElement));
    const chips = [...state.chosen].sort((one, other) => one - other).map((place) => this.choice(place, state, all));
    if (state.from) chips.push(this.chip([fill(words.timeline.since, { year: apart(state.from) })], { from: "" }));
    if (state.to) chips.push(this.chip([fill(words.timeline.until, { year: apart(state.to) })], { to: "" }));
    this.row.replaceChildren(...chips);
    this.row.hidden = !chips.length;
    this.clear.hidden = !chips.length && !state.q;
    if (focused >= 0) this.focus(focused);
  }

  /**
   * A chip that was pressed is gone: go on from the one after it.
   *
   * @param {number} place
   */
  focus(place) {
    const next = this.row.children[Math.min(place, this.row.children.length - 1)];
    (next?.querySelector("button") ?? this.result).focus();
  }

  /**
   * @param {number} place
   * @param {Asked} asked
   * @param {Choice[]} all
   */
  choice(place, { chosen }, all) {
    const left = new Set(chosen);
    left.delete(place);
    const name = [...all[place].name.childNodes].map((node) => node.cloneNode(true));
    return this.chip(name, { chosen: left });
  }

  /**
   * @param {(string | Node)[]} name
   * @param {Partial<Asked>} change
   */
  chip(name, change) {
    const button = element("button", { type: "button" }, ...name);
    button.setAttribute("aria-label", fill(words.timeline.remove, { name: button.textContent }));
    button.append(element("span", { "aria-hidden": "true" }, "×"));
    button.addEventListener("click", () => this.change(change));
    return element("li", {}, button);
  }
}
