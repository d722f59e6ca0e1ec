// The marks that are shown: one tab stop for all, what each is called, and what pointing and pressing do.
import { countOf, nameOf, told } from "./called.js";
import { nearest } from "./pointer.js";
import { DAY, SHORTEST, around } from "./scale.js";

/** @import { CalendarName, Item, Mark, Range } from "./types.d.ts" */
/** @import { Tooltip } from "./tooltip.js" */
/** @import { View } from "./view.js" */

/** What the keyboard is to come back to: a mark, an entry, or whatever is there. @typedef {{ items: Item[] } | true} Held */

/** The levels that a counted mark may be shown at, each with the least that is worth it. @type {[CalendarName, number][]} */
const LEVELS = [
  ["day", 6 * 60],
  ["month", 5 * DAY],
  ["year", 62 * DAY],
];

/** Keeps the marks of a view, in order of time. */
export class Marks {
  /** @type {Mark[]} */
  #list = [];
  /** The mark that the reader is at. @type {Mark | undefined} */
  current;
  /** The mark that the reader pointed at last. @type {Mark | undefined} */
  pointed;
  /** Whether the keyboard waits in the canvas for a mark. */
  #holds = false;
  /** Whether the mark that the keyboard is at is pointed out. */
  #pointedOut = false;

  /**
   * @param {View} view
   * @param {Tooltip} tooltip
   */
  constructor(view, tooltip) {
    this.view = view;
    this.tooltip = tooltip;
    const { drawn } = view;
    drawn.addEventListener("focusin", ({ target }) => this.#at(target, (mark) => this.#stand(mark)));
    drawn.addEventListener("focusout", () => this.tooltip.hide());
    drawn.addEventListener("pointermove", (event) => this.#point(event));
    drawn.addEventListener("pointerleave", () => this.tooltip.leave());
    drawn.addEventListener("click", (event) => this.#press(event), { capture: true });
    addEventListener("keydown", ({ key }) => key === "Escape" && this.tooltip.hide());
  }

  /** Notice where the reader was before there was a view. */
  greet() {
    const link = this.view.drawn.querySelector("svg a:focus-visible") ?? this.view.drawn.querySelector("svg a:hover");
    this.#at(link, (mark) => (link?.matches(":focus") ? this.#stand(mark) : this.#tell(mark)));
  }

  /** All marks; those of the page's own drawing are read from it. */
  get all() {
    if (this.#list.length || this.view.isCloser) return this.#list;
    this.take(this.view.overview.marks);
    const single = this.#list.filter((mark) => !mark.counted);
    for (const mark of single) mark.element.setAttribute("aria-label", nameOf(mark, this.view.dates));
    return this.#list;
  }

  /**
   * Take over the marks of a drawing; the reader stays at what was there.
   *
   * @param {Mark[]} marks
   */
  take(marks) {
    this.#list = marks;
    const here = this.current && this.#holding(this.current);
    this.current = here;
    const stop = here ?? marks.at(-1);
    for (const mark of marks) mark.element.setAttribute("tabindex", mark === stop ? "0" : "-1");
  }

  /** Forget the marks of a drawing that goes. */
  forget() {
    this.tooltip.hide();
    this.#list = [];
  }

  /**
   * Keep the keyboard in the drawing while that changes; say where it is to be afterwards.
   *
   * @param {{ items: Item[] }} [wanted]
   * @returns {Held | undefined}
   */
  holdFocus(wanted) {
    const { drawn, canvas } = this.view;
    const { activeElement: own } = document;
    if (!this.#holds && !drawn.contains(own)) return undefined;
    // After a press by pointer the keyboard stays in the drawing, but no mark is pointed out to who points himself.
    if (!this.#holds && own !== canvas) this.#pointedOut = own?.matches("a:focus-visible") ?? false;
    this.#holds = true;
    if (!canvas.hidden) canvas.focus({ preventScroll: true });
    return wanted ?? this.current ?? true;
  }

  /**
   * Bring the keyboard back to a mark, or to what now stands for it.
   *
   * @param {Held | undefined} held
   */
  giveFocus(held) {
    this.#holds = false;
    if (!held) return;
    if (!this.#pointedOut && this.view.isCloser) {
      this.view.canvas.focus({ preventScroll: true });
      return;
    }
    const mark = (held !== true && this.#holding(held)) || this.all[0];
    (mark?.element ?? this.view.canvas).focus({ preventScroll: true });
    if (mark) this.#stand(mark);
  }

  /**
   * List what a counted mark holds, beside it; from there its stretch of time can be shown closer, as far as that goes.
   *
   * @param {Element} link
   */
  open(link) {
    const mark = this.all.find((one) => one.element === link) ?? this.tooltip.mark;
    if (!mark) return;
    const [from, to] = this.view.range;
    const range = this.#rangeOf(mark);
    const isFar = range[1] - range[0] < (to - from) * 0.98 && !this.view.isNarrow;
    this.tooltip.hide();
    this.view.listed.show(mark.element, {
      title: mark.title ?? countOf(mark, this.view.dates),
      items: mark.items,
      href: mark.element.href.baseVal,
      closer: isFar ? () => this.view.show(range, { focus: mark }) : undefined,
    });
  }

  /**
   * A day, month or year that holds the whole of a mark, or some air around it.
   *
   * @param {Pick<Mark, "from" | "to">} mark
   * @returns {Range}
   */
  #rangeOf({ from = 0, to = 0 }) {
    for (const [name, tight] of LEVELS) {
      const range = around(name, from);
      if (to <= range[1] && to - from >= tight) return range;
    }
    const air = Math.max((to - from) * 0.1, (SHORTEST - (to - from)) / 2);
    return [from - air, to + air];
  }

  /** @param {{ items: Item[] }} mark */
  #holding = (mark) => {
    const [wanted] = mark.items;
    return this.all.find((one) => one.items.includes(wanted));
  };

  /**
   * @param {EventTarget | null} target
   * @param {(mark: Mark) => void} act
   */
  #at(target, act) {
    const link = target instanceof Element ? target.closest("svg a") : null;
    const mark = link && this.all.find((one) => one.element === link);
    if (mark) act(mark);
    return mark;
  }

  /** @param {Mark} mark */
  #stand(mark) {
    for (const one of this.#list) one.element.setAttribute("tabindex", one === mark ? "0" : "-1");
    this.current = mark;
    if (mark.element.matches(":focus-visible")) this.#tell(mark);
  }

  /** @param {Mark} mark */
  #tell(mark) {
    this.pointed = mark;
    this.tooltip.show(mark, told(mark, this.view.dates));
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (event.pointerType === "touch" || event.buttons || isWithin(this.tooltip.box, event)) return;
    const mark =
      this.#at(event.target, () => {}) ?? (this.view.isCloser && nearest(this.all, event.clientX, event.clientY));
    if (mark && mark !== this.tooltip.mark) this.#tell(mark);
    else if (!mark && this.tooltip.mark) this.tooltip.leave();
  }

  /**
   * A press beside a mark is meant for it; a finger first sees what it is about to open.
   *
   * @param {PointerEvent} event
   */
  #press(event) {
    if (event.target instanceof Element && event.target.closest(".tip, nav")) return;
    const own = this.#at(event.target, () => {});
    const mark = own ?? (this.view.isCloser && nearest(this.all, event.clientX, event.clientY));
    if (!mark) return;
    const looking = event.pointerType === "touch" && this.tooltip.mark !== mark && !mark.counted;
    if (looking) event.preventDefault();
    if (looking) this.#tell(mark);
    else if (mark.counted && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      this.open(mark.element);
    } else if (!own) mark.element.dispatchEvent(new MouseEvent("click", event));
  }
}

/**
 * @param {Element} element
 * @param {Event} event
 */
const isWithin = (element, { target }) => target instanceof Node && element.contains(target);
