// What a mark is, beside it: by pointer or by keyboard. The mark's own name says the same to who listens.
import { element } from "../../scripts/dom.js";
import { rightToLeft } from "../../scripts/words.js";

/** @import { Mark } from "./types.d.ts" */
/** @typedef {(element: Element, text: string) => void} Write */

const CLOCK = /^\d\d:\d\d$/;
const DELAY = 200;

/**
 * A function that puts a text into an element, with clocks and what runs against the page's direction set apart.
 *
 * @param {string} foreign
 * @returns {Write}
 */
export function writer(foreign) {
  const apart = new RegExp(`(\\d\\d:\\d\\d|${foreign})`);
  return (holder, text) => {
    const parts = text.split(apart).map((part, place) => (place % 2 ? setApart(part) : part));
    holder.replaceChildren(...parts);
  };
}

/** @param {string} text */
function setApart(text) {
  if (CLOCK.test(text)) return element("span", { class: "clock" }, text);
  return element("bdi", { dir: rightToLeft ? "ltr" : "rtl" }, text);
}

/** A tooltip that can be pointed at itself, and that Escape hides. */
export class Tooltip {
  /** The mark that it is shown for. @type {Mark | undefined} */
  mark;
  /** @type {number | undefined} */
  #leaving;

  /**
   * @param {HTMLElement} parent
   * @param {Write} write
   */
  constructor(parent, write) {
    this.parent = parent;
    this.write = write;
    this.box = element("div", { class: "tip", "aria-hidden": "true", hidden: "" });
    this.box.addEventListener("pointerenter", () => clearTimeout(this.#leaving));
    this.box.addEventListener("pointerleave", () => this.leave());
    parent.append(this.box);
  }

  /**
   * Show what a mark is: a line above its title, and a line below.
   *
   * @param {Mark} mark
   * @param {{ above: string, title: string, below: string }} texts
   */
  show(mark, { above, title, below }) {
    clearTimeout(this.#leaving);
    this.mark = mark;
    const head = element("a", { href: mark.element.href.baseVal, tabindex: "-1" });
    if (mark.counted) head.dataset.span = "";
    this.write(head, title);
    const lines = [above, below].map((text) => {
      const line = element("p", { class: "small" });
      this.write(line, text);
      return line;
    });
    this.box.replaceChildren(lines[0], head, lines[1]);
    this.box.hidden = false;
    this.#place(mark.element.getBoundingClientRect());
  }

  /** Hide it in a while, so that the pointer can come over to it. */
  leave() {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => this.hide(), DELAY);
  }

  hide() {
    clearTimeout(this.#leaving);
    this.mark = undefined;
    this.box.hidden = true;
  }

  /** @param {DOMRect} mark */
  #place(mark) {
    const outer = this.parent.getBoundingClientRect();
    const own = this.box.getBoundingClientRect();
    const left = mark.left + mark.width / 2 - outer.left - own.width / 2;
    const above = mark.top - outer.top - own.height - 8;
    this.box.style.left = `${Math.max(0, Math.min(left, outer.width - own.width))}px`;
    this.box.style.top = `${mark.top - own.height - 8 >= 0 ? above : mark.bottom - outer.top + 8}px`;
  }
}
