// What is chosen, each as a button that takes it back.
import { fill, words } from "../words.js";

/** The row of chips; `change` is called with what a chip, or the button that clears all, changes. */
export class Chips {
  constructor(page, change) {
    this.result = page.querySelector(".result");
    this.row = page.querySelector(".chips");
    this.clear = page.querySelector(".clear");
    this.change = change;
    this.clear.addEventListener("click", () => {
      change({ chosen: new Set(), from: "", to: "", q: "" });
      this.result.focus();
    });
  }

  /** Show what is chosen. */
  show(state, all) {
    const focused = [...this.row.children].findIndex((item) => item.contains(document.activeElement));
    const chips = [...state.chosen].sort((one, other) => one - other).map((place) => this.choice(place, state, all));
    if (state.from) chips.push(this.chip([fill(words.timeline.since, { year: state.from })], { from: "" }));
    if (state.to) chips.push(this.chip([fill(words.timeline.until, { year: state.to })], { to: "" }));
    this.row.replaceChildren(...chips);
    this.row.hidden = !chips.length;
    this.clear.hidden = !chips.length && !state.q;
    if (focused >= 0) this.focus(focused);
  }

  /** A chip that was pressed is gone: go on from the one after it. */
  focus(place) {
    const next = this.row.children[Math.min(place, this.row.children.length - 1)];
    (next?.firstElementChild ?? this.result).focus();
  }

  choice(place, { chosen }, all) {
    const left = new Set(chosen);
    left.delete(place);
    const name = [...all[place].name.childNodes].map((node) => node.cloneNode(true));
    return this.chip(name, { chosen: left });
  }

  chip(name, change) {
    const [item, button, cross] = ["li", "button", "span"].map((tag) => document.createElement(tag));
    button.type = "button";
    button.append(...name);
    button.setAttribute("aria-label", fill(words.timeline.remove, { name: button.textContent }));
    cross.textContent = "×";
    cross.setAttribute("aria-hidden", "true");
    button.append(cross);
    button.addEventListener("click", () => this.change(change));
    item.append(button);
    return item;
  }
}
