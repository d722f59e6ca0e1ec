// The controls of the page: what is chosen in them, and the number beside each choice.
import { find, findAll } from "../dom.js";
import { number, words } from "../words.js";
import { limitsOf } from "./address.js";

/** @import { Asked } from "./address.js" */
/** @import { Counts } from "./counts.js" */

/** What can be chosen: its group, its value, and the element that names it. @typedef {ReturnType<choiceOf>} Choice */

/** @param {HTMLInputElement} box */
function choiceOf(box) {
  const label = /** @type {HTMLElement} */ (box.parentElement);
  return { group: box.name, value: box.value, name: find(label, "span"), number: find(label, "b"), label, box };
}

/** The controls; `all` are the choices in the order of the page. */
export class Choices {
  /** @param {HTMLElement} page */
  constructor(page) {
    this.form = find(page, "form.filters", HTMLFormElement);
    this.query = find(page, "input[name=q]", HTMLInputElement);
    this.from = find(this.form, "input[name=from]", HTMLInputElement);
    this.to = find(this.form, "input[name=to]", HTMLInputElement);
    this.orders = findAll(page, "input[name=sort]", HTMLInputElement);
    this.views = findAll(page, "input[name=view]", HTMLInputElement);
    this.all = findAll(this.form, "input[type=checkbox]", HTMLInputElement).map(choiceOf);
    // What was debunked is shown, but counted nowhere but here.
    this.debunked = this.all.findIndex(({ group, value }) => group === "status" && value === "debunked");
    this.options = findAll(this.form, "option", HTMLOptionElement);
    for (const group of findAll(this.form, "fieldset")) {
      for (const button of findAll(group, ".all")) shorten(button, group);
    }
  }

  /**
   * Return what is chosen.
   *
   * @returns {Omit<Asked, "sort">}
   */
  state() {
    const chosen = new Set(this.all.flatMap(({ box }, place) => (box.checked ? [place] : [])));
    const full = this.views.some(({ checked, value }) => checked && value === "full");
    const limits = limitsOf(this.from.value, this.to.value);
    return { chosen, ...limits, q: this.query.value.trim(), view: full ? "full" : "" };
  }

  /**
   * Set every control.
   *
   * @param {Asked} asked
   * @param {string} order
   */
  show({ chosen, from, to, q, view, unread }, order) {
    for (const [place, { box }] of this.all.entries()) box.checked = chosen.has(place);
    // What could not be read stays to be mended.
    if (!unread.includes(this.from.value.trim())) this.from.value = from;
    if (!unread.includes(this.to.value.trim())) this.to.value = to;
    // What is being typed may end in a space.
    if (this.query.value.trim() !== q) this.query.value = q;
    for (const button of this.views) button.checked = button.value === (view || "compact");
    for (const button of this.orders) {
      button.checked = button.value === order;
      if (button.value === "match" && button.parentElement) button.parentElement.hidden = !q;
    }
  }

  /**
   * Write the number beside each choice and each year.
   *
   * @param {Counts} counts
   */
  number({ numbers, years }) {
    for (const [place, value] of numbers.entries()) {
      const { label, number: shown } = this.all[place];
      write(shown, number(value));
      label.classList.toggle("none", !value);
    }
    for (const option of this.options) {
      write(option, `${option.value} (${number(years.get(option.value) ?? 0)})`);
    }
  }
}

/**
 * @param {Element} element
 * @param {string} text
 */
function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Let a button show the rest of a long group, and fold it away again.
 *
 * @param {HTMLElement} button
 * @param {HTMLElement} group
 */
function shorten(button, group) {
  const more = button.textContent;
  button.addEventListener("click", () => {
    button.textContent = expand(button, group) ? words.timeline.fewer : more;
  });
}

/**
 * Show what a button opens, or fold it away; say which.
 *
 * @param {Element} button
 * @param {Element} element
 */
function expand(button, element) {
  const open = element.classList.toggle("open");
  button.setAttribute("aria-expanded", String(open));
  return open;
}
