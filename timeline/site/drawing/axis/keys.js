// Keys in the drawing: arrows go from one mark to the next, and on where there is none; others move, zoom and leave.
import { findAll } from "../../scripts/dom.js";
import { rightToLeft } from "../../scripts/words.js";

/** @import { Mark } from "./types.d.ts" */
/** @import { View } from "./view.js" */

const FURTHER = 0.35;

/** Acts on the keys that a view is given. */
export class Keys {
  /** @param {View} view */
  constructor(view) {
    this.view = view;
    this.marks = view.marks;
  }

  /**
   * Act on a key: go from mark to mark, move, zoom, or leave.
   *
   * @param {string} name
   * @param {boolean} shift
   */
  press(name, shift) {
    const later = rightToLeft ? "ArrowLeft" : "ArrowRight";
    if ("+=".includes(name)) this.view.zoom(1);
    else if ("-−_".includes(name)) this.view.zoom(-1);
    else if (name === "Escape") this.#leave();
    else if (name === "Home" || name === "End") this.#toEnd(name === "End" ? 1 : -1);
    else if (name === "ArrowUp" || name === "ArrowDown") this.#across(name === "ArrowUp" ? -1 : 1);
    else if (shift) this.view.move(name === later ? 1 : -1);
    else this.#along(name === later ? 1 : -1);
  }

  /** @param {Mark | undefined} mark */
  #go(mark) {
    mark?.element.focus({ preventScroll: true });
  }

  /** @param {number} way */
  #along(way) {
    const { all, current } = this.marks;
    const place = current ? all.indexOf(current) : -1;
    const next = place < 0 ? all.at(-1) : all[place + way];
    if (next || place < 0) this.#go(next);
    else this.#beyond(way);
  }

  /**
   * At the edge of what is shown: move on so far that the next mark comes into view.
   *
   * @param {number} way
   */
  #beyond(way) {
    const [from, to] = this.view.range;
    const beside = this.view.shownItems.filter((item) => (way > 0 ? item.middle >= to : item.middle < from));
    const next = way > 0 ? beside[0] : beside.at(-1);
    if (!next) return;
    const start = way > 0 ? next.middle - (to - from) * FURTHER : next.middle - (to - from) * (1 - FURTHER);
    this.view.show([start, start + to - from], { focus: { items: [next] } });
  }

  /** @param {number} way */
  #toEnd(way) {
    const items = this.view.shownItems;
    const item = way > 0 ? items.at(-1) : items[0];
    if (!this.view.isCloser || !item) {
      this.#go(way > 0 ? this.marks.all.at(-1) : this.marks.all[0]);
      return;
    }
    const [from, to] = this.view.range;
    const half = (to - from) / 2;
    this.view.show([item.middle - half, item.middle + half], { focus: { items: [item] } });
  }

  /**
   * Go up or down: to the mark of another band that is nearest in time.
   *
   * @param {number} way
   */
  #across(way) {
    const { all, current } = this.marks;
    if (!current) {
      this.#go(all.at(-1));
      return;
    }
    /** The middle of what is drawn, without its words. @param {Mark} mark */
    const height = ({ element }) => {
      const box = (element.querySelector("path, rect") ?? element).getBoundingClientRect();
      return (box.top + box.height / 2) * way;
    };
    /** @param {Mark} mark */
    const away = ({ time }) => Math.abs(time - current.time);
    const beyond = all.filter((one) => height(one) > height(current) + 4);
    if (beyond.length) this.#go(beyond.reduce((best, one) => (away(one) < away(best) ? one : best)));
  }

  #leave() {
    this.marks.tooltip.hide();
    const levels = findAll(this.view.axis, ".levels button");
    const pressed = levels.find((button) => button.getAttribute("aria-pressed") === "true");
    (pressed ?? levels[0]).focus();
  }
}
