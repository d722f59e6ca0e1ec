// The filters on a phone: folded into a button that says how many are set, and with a way out always in sight.
import { find } from "../dom.js";
import { counted, number, words } from "../words.js";

/** @import { Asked } from "./address.js" */
/** @import { Counts } from "./counts.js" */

/** What is asked for when nothing is: what a button that clears all changes. @type {() => Partial<Asked>} */
export const cleared = () => ({ chosen: new Set(), from: "", to: "", q: "", unread: [] });

/** The sheet of filters; `change` is called with what its button to clear all changes. */
export class Sheet {
  /**
   * @param {HTMLElement} page
   * @param {(change: Partial<Asked>) => void} change
   */
  constructor(page, change) {
    this.form = find(page, ".filters");
    this.fold = find(this.form, ".fold");
    this.badge = find(this.fold, ".chosen");
    this.button = find(this.form, ".way-out .show");
    this.clear = find(this.form, ".way-out .none");
    this.result = find(page, ".result");
    this.fold.addEventListener("click", () => this.open(!this.isOpen));
    this.button.addEventListener("click", () => this.leave());
    this.clear.addEventListener("click", () => change(cleared()));
    page.addEventListener("keydown", (event) => this.key(event));
  }

  get isOpen() {
    return this.form.classList.contains("open");
  }

  /** @param {boolean} open */
  open(open) {
    this.form.classList.toggle("open", open);
    this.fold.setAttribute("aria-expanded", String(open));
  }

  /** Fold the filters away and go to what they leave. */
  leave() {
    this.open(false);
    this.result.focus({ preventScroll: true });
    this.result.scrollIntoView({ block: "start" });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const { target } = event;
    const within = target instanceof Node && this.form.contains(target);
    if (event.key !== "Escape" || event.defaultPrevented || !within || !this.isOpen) return;
    this.open(false);
    this.fold.focus();
  }

  /**
   * Say how many filters are set, and how many entries they leave.
   *
   * @param {Asked} asked
   * @param {Counts} counts
   */
  show({ chosen, from, to }, { held, debunked }) {
    const sum = chosen.size + [from, to].filter(Boolean).length;
    find(this.badge, "b").textContent = sum ? number(sum) : "";
    find(this.badge, ".vh").textContent = sum ? counted(words.timeline.chosen, sum) : "";
    const left = held + debunked;
    this.button.textContent = left ? counted(words.timeline.show, left) : words.timeline.nothing;
    this.clear.toggleAttribute("disabled", !sum);
  }
}
