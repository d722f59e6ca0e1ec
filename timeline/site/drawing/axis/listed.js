// What a counted mark holds, as a list beside it: of a year on a phone, of a stretch of time in a wide window.
import { element } from "../../scripts/dom.js";
import { words } from "../../scripts/words.js";
import { inList } from "../marks.js";

/** @import { Shapes } from "../types.d.ts" */
/** @import { Dates } from "./dates.js" */
/** @import { Item } from "./types.d.ts" */
/** @import { Write } from "./tooltip.js" */

/** What is listed: its title, its entries, the page that has them all, and what shows them closer, where that can be. */
/** @typedef {{ title: string, items: Item[], href: string, closer?: () => void }} Listing */

const BESIDE = 8;

/** A list that one opens, reads, and leaves as one came. */
export class Listed {
  /**
   * @param {HTMLElement} parent
   * @param {{ dates: Dates, shapes: Shapes, write: Write }} how
   */
  constructor(parent, { dates, shapes, write }) {
    this.dates = dates;
    this.shapes = shapes;
    this.write = write;
    this.box = element("dialog", { class: "listed", "aria-labelledby": "listed-title" });
    this.box.addEventListener("click", ({ target }) => target === this.box && this.box.close());
    parent.append(this.box);
  }

  /**
   * Open the list of a mark, beside it where there is room.
   *
   * @param {Element} mark
   * @param {Listing} listing
   */
  show(mark, { title, items, href, closer }) {
    const heading = element("h2", { id: "listed-title" });
    this.write(heading, title);
    const close = element("button", { type: "button", class: "ctl", "aria-label": words.zoom.close }, "×");
    close.addEventListener("click", () => this.box.close());
    const list = element("ol", {}, ...items.map((item) => this.#row(item)));
    const foot = element(
      "p",
      { class: "buttons" },
      element("a", { class: "button plain", href }, words.zoom.all_of_it),
    );
    if (closer) foot.prepend(this.#closer(closer));
    this.box.replaceChildren(element("div", { class: "head" }, heading, close), list, foot);
    this.box.showModal();
    this.#place(mark.getBoundingClientRect());
    this.box.scrollTop = 0;
  }

  /** @param {() => void} closer */
  #closer(closer) {
    const button = element("button", { type: "button", class: "button" }, words.zoom.show_closer);
    button.addEventListener("click", () => {
      this.box.close();
      closer();
    });
    return button;
  }

  /** @param {Item} item */
  #row(item) {
    const time = element("span", { class: "small" });
    this.write(time, this.dates.ofItem(item));
    const link = element("a", { href: item.href });
    this.write(link, item.title);
    const shape = item.outage && item.length === null ? "unknown" : item.shape;
    return element("li", {}, inList(this.shapes, shape, item.lane), element("div", {}, time, link));
  }

  /**
   * A narrow window shows the list at its foot; a wide one beside the mark, and wholly inside.
   *
   * @param {DOMRect} mark
   */
  #place(mark) {
    const { style } = this.box;
    style.removeProperty("left");
    style.removeProperty("top");
    if (matchMedia("(max-width: 599px)").matches) return;
    const own = this.box.getBoundingClientRect();
    const room = document.documentElement.clientWidth;
    const right = mark.right + BESIDE;
    const left = right + own.width <= room ? right : mark.left - BESIDE - own.width;
    style.left = `${Math.max(BESIDE, Math.min(left, room - own.width - BESIDE))}px`;
    style.top = `${Math.max(BESIDE, Math.min(mark.top, innerHeight - own.height - BESIDE))}px`;
  }
}
