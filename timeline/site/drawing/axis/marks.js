// The marks that are shown: one tab stop for all, arrows from one to the next, what each is called, and what pressing does.
import { counted, duration, fill, rightToLeft, words } from "../../scripts/words.js";
import { nearest } from "./pointer.js";
import { DAY, SHORTEST, around } from "./scale.js";

const FURTHER = 0.35;

/** Keeps the marks of a view, in order of time. */
export class Marks {
  #list = [];

  constructor(view, tooltip) {
    Object.assign(this, { view, tooltip });
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
    if (!link) return;
    this.#at(link, (mark) => (link.matches(":focus") ? this.#stand(mark) : this.#tell(mark)));
  }

  /** All marks; those of the page's own drawing are read from it. */
  get all() {
    if (this.#list.length || this.view.isCloser) return this.#list;
    this.take(this.view.overview.marks);
    for (const mark of this.#list) if (!mark.counted) mark.element.setAttribute("aria-label", this.nameOf(mark));
    return this.#list;
  }

  /** Take over the marks of a drawing; the reader stays at what was there. */
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

  /** Keep the keyboard in the drawing while that changes; say where it is to be afterwards. */
  holdFocus(wanted) {
    const { drawn, canvas } = this.view;
    const { activeElement: own } = document;
    if (!this.held && !drawn.contains(own)) return undefined;
    // After a press by pointer the keyboard stays in the drawing, but no mark is pointed out to who points himself.
    if (!this.held && own !== canvas) this.pointedOut = own.matches("a:focus-visible");
    this.held = true;
    if (!canvas.hidden) canvas.focus({ preventScroll: true });
    return wanted ?? this.current ?? true;
  }

  /** Bring the keyboard back to a mark, or to what now stands for it. */
  giveFocus(held) {
    this.held = false;
    if (!held) return;
    if (!this.pointedOut && this.view.isCloser) return this.view.canvas.focus({ preventScroll: true });
    const mark = (held !== true && this.#holding(held)) || this.all[0];
    (mark?.element ?? this.view.canvas).focus({ preventScroll: true });
    if (mark) this.#stand(mark);
  }

  /** What a mark is called. */
  nameOf(mark) {
    if (mark.counted) return `${this.#countOf(mark)} (${words.zoom.nearer})`;
    const [item] = mark.items;
    const length = item.outage ? ` (${this.#lengthOf(item)})` : "";
    return fill(words.zoom.mark, { kind: item.called, company: item.company, date: this.view.dates.ofItem(item), title: item.title }) + length;
  }

  /** Act on a key: go from mark to mark, move, zoom, or leave. */
  key(name, shift) {
    const later = rightToLeft ? "ArrowLeft" : "ArrowRight";
    if ("+=".includes(name)) this.view.zoom(1);
    else if ("-−_".includes(name)) this.view.zoom(-1);
    else if (name === "Escape") this.#leave();
    else if (name === "Home" || name === "End") this.#toEnd(name === "End" ? 1 : -1);
    else if (name === "ArrowUp" || name === "ArrowDown") this.#across(name === "ArrowUp" ? -1 : 1);
    else if (shift) this.view.move(name === later ? 1 : -1);
    else this.#along(name === later ? 1 : -1);
  }

  /** Show the stretch of a counted mark; one that cannot be shown any closer leads to the page of its year. */
  open(link) {
    const mark = this.all.find((one) => one.element === link) ?? this.tooltip.mark;
    if (!mark) return;
    const [from, to] = this.view.range;
    const range = this.#rangeOf(mark);
    if (range[1] - range[0] >= (to - from) * 0.98) location.assign(link.href.baseVal ?? link.href);
    else this.view.show(range, { focus: mark });
  }

  /** A day, month or year that holds the whole of a mark, or some air around it. */
  #rangeOf({ from, to }) {
    for (const name of ["day", "month", "year"]) {
      const range = around(name, from);
      const tight = { day: 6 * 60, month: 5 * DAY, year: 62 * DAY }[name];
      if (to <= range[1] && to - from >= tight) return range;
    }
    const air = Math.max((to - from) * 0.1, (SHORTEST - (to - from)) / 2);
    return [from - air, to + air];
  }

  #holding = (mark) => {
    const wanted = mark.items?.[0];
    return wanted && this.all.find((one) => one.items.includes(wanted));
  };

  #at(target, act) {
    const link = target.closest?.("svg a");
    const mark = link && this.all.find((one) => one.element === link);
    if (mark) act(mark);
    return mark;
  }

  #stand(mark) {
    for (const one of this.#list) one.element.setAttribute("tabindex", one === mark ? "0" : "-1");
    this.current = mark;
    if (mark.element.matches(":focus-visible")) this.#tell(mark);
  }

  #tell(mark) {
    if (mark.counted) {
      const above = this.view.dates.range([mark.from, mark.to]);
      return this.tooltip.show(mark, { above, title: mark.title ?? this.#countOf(mark), below: words.zoom.nearer });
    }
    const [item] = mark.items;
    const facts = [item.called, item.company, item.outage ? this.#lengthOf(item) : ""].filter(Boolean);
    return this.tooltip.show(mark, { above: this.view.dates.ofItem(item), title: item.title, below: facts.join(" · ") });
  }

  #lengthOf({ length, doubt }) {
    if (length === null) return words.zoom.length_unknown;
    return doubt & 4 ? fill(words.duration.about, { length: duration(length, { governed: true }) }) : duration(length);
  }

  #countOf({ items, band, from, to }) {
    const held = items.filter((item) => item.held).length;
    const forms = band.outage ? words.count.outages : band.lane ? words.count.moves : words.count.entries;
    return fill(words.zoom.gathered, { counted: counted(forms, held), span: this.view.dates.range([from, to]) });
  }

  #point(event) {
    if (event.pointerType === "touch" || event.buttons || this.tooltip.box.contains(event.target)) return;
    const mark = this.#at(event.target, () => {}) ?? (this.view.isCloser && nearest(this.all, event.clientX, event.clientY));
    if (mark && mark !== this.tooltip.mark) this.#tell(mark);
    else if (!mark && this.tooltip.mark) this.tooltip.leave();
  }

  /** A press beside a mark is meant for it; a finger first sees what it is about to open. */
  #press(event) {
    if (event.target.closest(".tip, nav")) return;
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

  #go(mark) {
    mark?.element.focus({ preventScroll: true });
  }

  #along(way) {
    const { all } = this;
    const place = all.indexOf(this.current);
    if (place < 0) return this.#go(all.at(-1));
    const next = all[place + way];
    return next ? this.#go(next) : this.#beyond(way);
  }

  /** At the edge of what is shown: move on so far that the next mark comes into view. */
  #beyond(way) {
    const [from, to] = this.view.range;
    const beside = this.view.shownItems.filter((item) => (way > 0 ? item.middle >= to : item.middle < from));
    const next = way > 0 ? beside[0] : beside.at(-1);
    if (!next) return;
    const start = way > 0 ? next.middle - (to - from) * FURTHER : next.middle - (to - from) * (1 - FURTHER);
    this.view.show([start, start + to - from], { focus: { items: [next] } });
  }

  #toEnd(way) {
    const items = this.view.shownItems;
    const item = way > 0 ? items.at(-1) : items[0];
    if (!this.view.isCloser || !item) return this.#go(way > 0 ? this.all.at(-1) : this.all[0]);
    const [from, to] = this.view.range;
    return this.view.show([item.middle - (to - from) / 2, item.middle + (to - from) / 2], { focus: { items: [item] } });
  }

  /** Go up or down: to the mark of another band that is nearest in time. */
  #across(way) {
    const height = ({ element }) => element.getBoundingClientRect().top * way;
    const { current } = this;
    if (!current) return this.#go(this.all.at(-1));
    const beyond = this.all.filter((one) => height(one) > height(current) + 4);
    const away = (one) => Math.abs(one.time - current.time);
    return this.#go(beyond.reduce((best, one) => (!best || away(one) < away(best) ? one : best), undefined));
  }

  #leave() {
    this.tooltip.hide();
    const levels = this.view.axis.querySelector(".levels");
    (levels.querySelector("[aria-pressed=true]") ?? levels.firstElementChild).focus();
  }
}
