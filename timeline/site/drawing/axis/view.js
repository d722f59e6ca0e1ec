// The axis at work: which stretch of time is shown, what is hidden, and which mark the reader is at.
import { element, find } from "../../scripts/dom.js";
import { counted, number, rightToLeft, words } from "../../scripts/words.js";
import { CHANGED } from "../../scripts/ownclock.js";
import { Dates } from "./dates.js";
import { showButtons } from "./buttons.js";
import { frameOf } from "./frame.js";
import { changed } from "./clock.js";
import { isShown, read, set } from "./items.js";
import { Keys } from "./keys.js";
import { Marks } from "./marks.js";
import { Overview } from "./overview.js";
import { Listed } from "./listed.js";
import { paint } from "./paint.js";
import { placeOf } from "./place.js";
import { listen } from "./pointer.js";
import { around, between, scaled, unitsOf, within } from "./scale.js";
import { make } from "./shapes.js";
import { keep, remembered } from "./state.js";
import { Tooltip, writer } from "./tooltip.js";

/** @import { AxisFile } from "../../data/types.d.ts" */
/** @import { CalendarName, Item, Range } from "./types.d.ts" */
/** @import { Held } from "./marks.js" */

/** The levels that have names of their own, from coarse to fine. @type {CalendarName[]} */
const CALENDAR = ["year", "month", "day"];

const STEP = 3;
const MOVE = 0.5;
const DURATION = 180;
const PAUSE = 120;

/** Shows a stretch of time of the axis; without one the drawing of all years, which stands in the page. */
export class View {
  sign = rightToLeft ? -1 : 1;
  /** What of the legend is hidden. @type {Set<string>} */
  hidden = new Set();
  /** The size of the drawing, and how many entries it shows. */
  #size = { width: 0, height: 0 };
  #count = 0;
  #moving = 0;
  /** @type {number | undefined} */
  #telling;

  /**
   * @param {HTMLElement} axis
   * @param {AxisFile} data
   */
  constructor(axis, data) {
    this.axis = axis;
    this.data = data;
    this.items = read(data);
    this.dates = new Dates(data);
    this.units = unitsOf(data.ticks);
    this.write = writer(data.foreign);
    /** @type {Range} */
    this.whole = [data.from, data.to];
    this.range = this.whole;
    this.target = this.whole;
    this.drawn = find(axis, ".drawn");
    this.overview = new Overview(find(this.drawn, "figure"), this.items);
    this.canvas = element("div", { class: "closer", hidden: "", tabindex: "-1" });
    this.drawn.append(this.canvas);
    this.listed = new Listed(axis, { dates: this.dates, shapes: data.shapes, write: this.write });
    this.marks = new Marks(this, new Tooltip(this.drawn, this.write));
    this.keys = new Keys(this);
    this.marks.greet();
    listen(this, this.drawn);
    new ResizeObserver(() => this.#resized()).observe(this.drawn);
    document.addEventListener(CHANGED, () => this.#setClock());
  }

  /** The entries that are not hidden, in order of time. */
  get shownItems() {
    return this.items.filter(isShown(this.hidden));
  }

  /** Whether time runs down the page, where nothing is shown closer. */
  get isNarrow() {
    return this.overview.shown.classList.contains("axis-narrow");
  }

  get isCloser() {
    return !this.canvas.hidden;
  }

  get isWhole() {
    return this.range[0] === this.whole[0] && this.range[1] === this.whole[1];
  }

  /** Show what the address says. */
  restore() {
    const { range, hidden } = remembered(location.hash) ?? { range: undefined, hidden: [] };
    if (this.isNarrow) {
      this.#openYear(range);
      return;
    }
    const known = new Set(this.items.flatMap((item) => item.tokens));
    this.hidden = new Set(hidden.filter((token) => known.has(token)));
    this.show(range ?? this.whole, { still: true });
    clearTimeout(this.#telling);
    this.#tell();
  }

  /**
   * Where time runs down the years are opened one by one.
   *
   * @param {Range | undefined} range
   */
  #openYear(range) {
    const year = range && this.marks.all.find(({ from = 0, to = 0 }) => range[0] >= from && range[0] < to);
    if (year) this.open(year.element);
  }

  /**
   * Show all years, or the year, month or day at which the reader is.
   *
   * @param {"all" | CalendarName} name
   */
  toLevel(name) {
    this.show(name === "all" ? this.whole : around(name, placeOf(this)));
  }

  /**
   * Zoom in (1) or out (-1) by a step, around the mark at which the reader is.
   *
   * @param {number} way
   */
  zoom(way) {
    const here = this.isWhole ? placeOf(this) : (this.marks.current?.time ?? (this.range[0] + this.range[1]) / 2);
    this.show(scaled(this.range, way > 0 ? 1 / STEP : STEP, Math.min(Math.max(here, this.range[0]), this.range[1])));
  }

  /**
   * Zoom by any factor, around a share of the width.
   *
   * @param {number} factor
   * @param {number} share
   */
  scaleAt(factor, share) {
    const [from, to] = this.range;
    if (factor > 1 && this.isWhole) return;
    this.show(scaled(this.range, factor, from + share * (to - from)), { still: true });
  }

  /**
   * Move to earlier (-1) or later (1) times; from a day, month or year to the next one that has entries.
   *
   * @param {number} way
   */
  move(way) {
    const [from, to] = this.target;
    const name = CALENDAR.find((one) => String(around(one, from)) === String(this.target));
    /** @param {Item} item */
    const isBeside = ({ start, width }) => width <= to - from && (way > 0 ? start >= to : start < from);
    const beside = this.shownItems.filter(isBeside);
    const next = way > 0 ? beside[0] : beside.at(-1);
    if (name && next) this.show(around(name, next.start));
    else this.show([from + way * MOVE * (to - from), to + way * MOVE * (to - from)]);
  }

  /**
   * Move by pixels.
   *
   * @param {number} pixels
   */
  shift(pixels) {
    const [from, to] = this.range;
    const minutes = (pixels * (to - from)) / this.canvas.clientWidth;
    this.show([from + minutes, to + minutes], { still: true });
  }

  /**
   * Hide or show what is called by a name of the legend.
   *
   * @param {string} token
   */
  toggle(token) {
    if (!this.hidden.delete(token)) this.hidden.add(token);
    this.show(this.range, { still: true });
  }

  /**
   * Open a counted mark: list what it holds.
   *
   * @param {Element} link
   */
  open(link) {
    this.marks.open(link);
  }

  /**
   * @param {string} name
   * @param {boolean} shift
   */
  key(name, shift) {
    this.keys.press(name, shift);
  }

  /**
   * The share of the width at which a place of the window lies, along the reading direction.
   *
   * @param {number} x
   */
  shareAt(x) {
    const box = this.drawn.getBoundingClientRect();
    const share = (x - box.left) / box.width;
    return Math.min(Math.max(rightToLeft ? 1 - share : share, 0), 1);
  }

  /**
   * Show a range: in a few steps, or at once where that is wanted; then say so, and keep it in the address.
   *
   * @param {Range} range
   * @param {{ still?: boolean, focus?: { items: Item[] } }} how
   */
  show(range, { still = false, focus } = {}) {
    cancelAnimationFrame(this.#moving);
    const before = this.range;
    const after = within(range, this.whole);
    const held = this.marks.holdFocus(focus);
    const calm = still || matchMedia("(prefers-reduced-motion: reduce)").matches || document.hidden;
    const began = performance.now();
    /** @param {number} now */
    const step = (now) => {
      const share = calm ? 1 : Math.min(1, Math.max(0, now - began) / DURATION);
      this.range = share === 1 ? after : between(before, after, share);
      this.draw();
      if (share < 1) this.#moving = requestAnimationFrame(step);
      if (share < 1) this.marks.holdFocus();
      else this.#arrive(held);
    };
    clearTimeout(this.#telling);
    this.target = after;
    showButtons(this.axis, { target: this.target, whole: this.whole, hidden: this.hidden });
    if (calm) step(began);
    else this.#moving = requestAnimationFrame(step);
  }

  /** @param {Held | undefined} held */
  #arrive(held) {
    this.marks.giveFocus(held);
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#tell(), PAUSE);
  }

  /** Draw the range; all years with nothing hidden are the page's own drawing. */
  draw() {
    this.marks.forget();
    const closer = !(this.isWhole && !this.hidden.size) && !this.isNarrow;
    if (!closer) this.overview.restore();
    this.canvas.hidden = !closer;
    this.drawn.classList.toggle("closer-shown", closer);
    if (!closer) {
      this.canvas.replaceChildren();
      return;
    }
    const frame = this.#frame();
    this.#size = { width: frame.width, height: frame.height };
    this.overview.store();
    const svg = this.canvas.querySelector("svg") ?? this.#newDrawing();
    const { marks, count } = paint(svg, frame, this);
    this.#count = count;
    this.marks.take(marks);
  }

  #resized() {
    const { clientWidth: width, clientHeight: height } = this.drawn;
    if (this.isCloser && (width !== this.#size.width || height !== this.#size.height)) this.draw();
  }

  /** Show the same stretch of time by the clock that the page now has. */
  #setClock() {
    set(this.items);
    this.show(changed(this.target), { still: true });
  }

  #newDrawing() {
    const attributes = { class: "drawing", role: "group", "aria-label": words.zoom.axis };
    return make(this.canvas, "svg", { ...attributes, "aria-describedby": "axis-hint" });
  }

  #frame() {
    const { clientWidth: width, clientHeight: height } = this.drawn;
    const { lines } = this.overview.measure();
    return frameOf(this.range, { width, height, lines }, this.data, this.units);
  }

  #tell() {
    const all = this.items.filter((item) => item.held).length;
    const span = this.isWhole ? this.dates.range(this.whole) : this.dates.range(this.range);
    const text = this.isCloser
      ? counted(words.zoom.part, all, { span, shown: number(this.#count) })
      : counted(words.zoom.whole, all, { span });
    this.write(find(this.axis, "[role=status]"), text);
    keep(this.isWhole ? undefined : this.range, this.hidden);
  }
}
