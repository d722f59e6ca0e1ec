// Dates, clocks and ranges in the page's language.
import { fill, words } from "../../scripts/words.js";
import { named } from "../../scripts/zone.js";
import { DAY, around, date } from "./scale.js";

/** @import { AxisFile } from "../../data/types.d.ts" */
/** @import { CalendarName, Item, Range, Unit } from "./types.d.ts" */

/** What stands between a day and its month, which no line may part. */
const JOINT = "\u00a0";

/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");

/** Writes dates with the names of months that come with the entries: in Arabic both of their names. */
export class Dates {
  /** @param {Pick<AxisFile, "months" | "short">} names */
  constructor({ months, short }) {
    this.months = months;
    this.short = short;
  }

  /** @param {number} time */
  clock = (time) => `${two(date(time).getUTCHours())}:${two(date(time).getUTCMinutes())}`;
  /** @param {number} time */
  year = (time) => String(date(time).getUTCFullYear());
  /** @param {number} time */
  month = (time) => `${this.months[date(time).getUTCMonth()]} ${this.year(time)}`;
  /** @param {number} time */
  day = (time) => `${date(time).getUTCDate()}${JOINT}${this.month(time)}`;
  /** @param {number} time */
  shortDay = (time) => `${this.dayAndMonth(time)} ${this.year(time)}`;

  /** @param {number} time */
  dayAndMonth = (time) => `${date(time).getUTCDate()}${JOINT}${this.short[date(time).getUTCMonth()]}`;

  /**
   * The start of an entry, no finer than it is known, with the doubt about it.
   *
   * @param {Pick<Item, "start" | "width" | "doubt">} item
   */
  ofItem({ start, width, doubt }) {
    /** @param {string} time */
    const doubted = (time) =>
      fill(doubt & 2 ? words.zoom.uncertain : doubt & 1 ? words.zoom.approximate : "{time}", { time });
    if (!width) return fill(words.zoom.at, { date: this.day(start), time: doubted(this.clock(start)), zone: named() });
    return doubted(width <= DAY ? this.day(start) : width <= 31 * DAY ? this.month(start) : this.year(start));
  }

  /**
   * A range as briefly as it can be said.
   *
   * @param {Range} range
   */
  range([from, to]) {
    for (const { name, written } of this.#whole) {
      const [first, next] = around(name, from);
      if (first === from && next === to) return written(from);
      if (name !== "day" && first === from && around(name, to)[0] === to) {
        return this.#between(written(from), written(to - 1));
      }
    }
    if (to - from > 2 * DAY) return this.#between(this.shortDay(from), this.shortDay(to - 1));
    if (this.day(from) !== this.day(to - 1)) {
      return this.#between(this.#at(from), this.#at(to));
    }
    const clocks = { from: this.clock(from), to: this.clock(to), zone: named() };
    return fill(words.zoom.clocks, { date: this.day(from), ...clocks });
  }

  /** @param {number} time */
  #at = (time) => fill(words.zoom.at, { date: this.shortDay(time), time: this.clock(time), zone: named() });

  /**
   * What is written below a tick.
   *
   * @param {number} time
   * @param {Unit} unit
   */
  tick(time, unit) {
    const own = date(time);
    if (unit.length >= 360 * DAY) return this.year(time);
    if (unit.months) return own.getUTCMonth() ? this.short[own.getUTCMonth()] : this.year(time);
    if (unit.length >= DAY) {
      return own.getUTCDate() === 1 ? this.dayAndMonth(time) : String(own.getUTCDate());
    }
    return own.getUTCHours() || own.getUTCMinutes() ? this.clock(time) : this.dayAndMonth(time);
  }

  /** The stretches that have names, and how these are written. @type {{ name: CalendarName, written: (time: number) => string }[]} */
  #whole = [
    { name: "year", written: this.year },
    { name: "month", written: this.month },
    { name: "day", written: this.day },
  ];

  /**
   * @param {string} from
   * @param {string} to
   */
  #between = (from, to) => fill(words.zoom.span, { from, to });
}
