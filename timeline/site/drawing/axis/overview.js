// The drawing of all years, which the build made: its links as marks, and its children put aside while another shows.
import { styleOf } from "../marks.js";
import { findAll } from "../../scripts/dom.js";
import { read } from "./state.js";

/** @import { Item, Mark } from "./types.d.ts" */

/** The drawings of the page, of which the style sheet shows the one that fits. */
export class Overview {
  /**
   * @param {HTMLElement} figure
   * @param {Item[]} items
   */
  constructor(figure, items) {
    this.drawings = findAll(figure, ":scope > svg", SVGSVGElement);
    this.items = new Map(items.map((item) => [item.id, item]));
    /** @type {Map<SVGSVGElement, DocumentFragment>} */
    this.stored = new Map();
    for (const title of figure.querySelectorAll("a > title")) {
      title.parentElement?.setAttribute("aria-label", title.textContent);
      title.remove(); // the browser would show it beside our own tooltip
    }
  }

  /** The drawing that is shown, or would be. */
  get shown() {
    return this.drawings.find((drawing) => drawing.getClientRects().length) ?? this.drawings[0];
  }

  /** The marks of the drawing that is shown, in order of time. */
  get marks() {
    const marks = findAll(this.shown, "a", SVGAElement).map((link) => this.#mark(link));
    return marks.sort((one, other) => one.time - other.time || one.lane - other.lane);
  }

  /** Empty the drawings, which keep their place, so that the page does not hold every mark twice. */
  store() {
    for (const drawing of this.drawings) {
      if (this.stored.has(drawing)) continue;
      const held = document.createDocumentFragment();
      held.append(...drawing.childNodes);
      this.stored.set(drawing, held);
    }
  }

  /** Fill the drawings again. */
  restore() {
    for (const [drawing, held] of this.stored) drawing.append(held);
    this.stored.clear();
  }

  /** Tell the size of the drawing, and where in it the lanes' lines are. */
  measure() {
    const drawing = this.shown;
    const box = drawing.getBoundingClientRect();
    const scale = box.width / drawing.viewBox.baseVal.width;
    return {
      width: box.width,
      height: box.height,
      lines: (drawing.dataset.lines ?? "").split(" ").map((y) => Number(y) * scale),
    };
  }

  /**
   * @param {SVGAElement} link
   * @returns {Mark}
   */
  #mark(link) {
    const [from = 0, to = 0] = (link.dataset.span ?? "").split("/").map(read);
    const item = this.items.get(link.href.baseVal.split("/").at(-2) ?? "");
    if (item) return { element: link, items: [item], time: item.start, lane: item.lane };
    const lane = link.parentNode === this.shown ? undefined : link.parentElement?.getAttribute("class");
    /** @param {Item} one */
    const inside = (one) => one.middle >= from && one.middle < to && (!lane || styleOf(one.lane) === lane);
    const { of } = link.dataset;
    /** @param {Item} one */
    const counts = (one) => !of || (one.held && (of === "entries" || one.outage === (of === "outages")));
    const items = [...this.items.values()].filter((one) => inside(one) && counts(one));
    return {
      element: link,
      counted: true,
      title: link.getAttribute("aria-label") ?? "",
      items,
      from,
      to,
      time: from,
      lane: 0,
    };
  }
}
