// Time and its parts: levels, ranges, and the ticks of a range. Times are minutes since 1970, by the page's clock.

/** @import { CalendarName, LevelName, Range, Unit, Units } from "./types.d.ts" */
/** @import { TickSteps } from "../../data/types.d.ts" */

export const HOUR = 60;
export const DAY = 1440;
export const SHORTEST = 2 * HOUR;
const NEARLY = 0.95;

const MINUTE = 60_000;
const MONDAY = 4 * DAY; // 5 January 1970 was one

/**
 * The time of a date.
 *
 * @param {number} year
 * @param {number} month
 * @param {number} day
 */
export const at = (year, month = 0, day = 1) => Date.UTC(year, month, day) / MINUTE;

/**
 * The date of a time.
 *
 * @param {number} time
 */
export const date = (time) => new Date(time * MINUTE);

/** @param {number} time */
const monthOf = (time) => date(time).getUTCFullYear() * 12 + date(time).getUTCMonth();
/** @param {number} index */
const monthAt = (index) => at(Math.floor(index / 12), ((index % 12) + 12) % 12);

/**
 * A unit of so many minutes: the width of what is written below it, which one a time lies in, and where one starts.
 *
 * @param {number} length
 * @param {number} origin
 * @returns {Unit}
 */
const fixed = (length, origin = 0) => ({
  length,
  room: length < DAY ? 64 : 26,
  index: (time) => Math.floor((time - origin) / length),
  start: (index) => index * length + origin,
});

/**
 * A unit of so many months of the calendar.
 *
 * @param {number} count
 * @returns {Unit}
 */
const calendar = (count) => ({
  length: count * 30.44 * DAY,
  room: 46,
  months: count,
  index: (time) => Math.floor(monthOf(time) / count),
  start: (index) => monthAt(index * count),
});

/**
 * Parts of a month that begin with its first day.
 *
 * @param {number} days
 * @returns {Unit}
 */
const ofMonth = (days) => ({
  length: days * DAY,
  room: 40,
  index: (time) =>
    monthOf(time) * 100 + Math.min(Math.ceil(30 / days) - 1, Math.floor((date(time).getUTCDate() - 1) / days)),
  start(index) {
    const [month, part] = [Math.floor(index / 100), index % 100];
    return part < Math.ceil(30 / days) ? monthAt(month) + part * days * DAY : monthAt(month + 1);
  },
  next: (index) => (index % 100 < Math.ceil(30 / days) - 1 ? index + 1 : (Math.floor(index / 100) + 1) * 100),
});

/**
 * The units of time from fine to coarse, as the build's table has them: for names, and for gathering, which has weeks.
 *
 * @param {TickSteps} steps
 * @returns {Units}
 */
export function unitsOf({ minutes, days, months, years }) {
  const clock = minutes.map((count) => fixed(count));
  const long = [...months, ...years.map((count) => 12 * count)].map(calendar);
  const ofMonths = days.filter((count) => count > 1).map(ofMonth);
  return {
    named: [...clock, fixed(DAY), ...ofMonths, ...long],
    gathered: [...clock, fixed(DAY), fixed(7 * DAY, MONDAY), ...long],
  };
}

/**
 * The smallest unit that is so wide.
 *
 * @param {Unit[]} units
 * @param {number} perMinute
 * @param {number} room
 */
export const unitOf = (units, perMinute, room) =>
  units.find((unit) => unit.length * perMinute >= room) ?? units[units.length - 1];

/**
 * The level of a range: day, month, year, or a stretch of years.
 *
 * @param {Range} range
 * @returns {LevelName}
 */
export function level([from, to]) {
  const days = (to - from) / DAY;
  return days <= 2 ? "day" : days <= 62 ? "month" : days <= 800 ? "year" : "years";
}

/**
 * The day, month or year that a time lies in.
 *
 * @param {CalendarName} name
 * @param {number} time
 * @returns {Range}
 */
export function around(name, time) {
  const unit = { day: fixed(DAY), month: calendar(1), year: calendar(12) }[name];
  return [unit.start(unit.index(time)), unit.start(unit.index(time) + 1)];
}

/**
 * A range no shorter than the shortest and inside of the whole; one that is nearly the whole becomes it.
 *
 * @param {Range} range
 * @param {Range} whole
 * @returns {Range}
 */
export function within([from, to], whole) {
  if (to - from > NEARLY * (whole[1] - whole[0])) return whole;
  const span = Math.min(Math.max(to - from, SHORTEST), whole[1] - whole[0]);
  const start = Math.min(Math.max((from + to - span) / 2, whole[0]), whole[1] - span);
  return [Math.round(start), Math.round(start + span)];
}

/**
 * A range that is so many times as long, in which a time keeps its place.
 *
 * @param {Range} range
 * @param {number} factor
 * @param {number} time
 * @returns {Range}
 */
export function scaled([from, to], factor, time) {
  return [time - (time - from) * factor, time + (to - time) * factor];
}

/**
 * The times at which a range is divided and named, so far apart that what is written below them has room.
 *
 * @param {Unit[]} units
 * @param {Range} range
 * @param {number} width
 */
export function ticks(units, [from, to], width) {
  const unit = units.find((one) => (one.length * width) / (to - from) >= one.room) ?? units[units.length - 1];
  return { unit, found: starts(unit, from, to) };
}

/**
 * The times at which a range is divided without names: hours of a day, days of a month, weeks of a year.
 *
 * @param {Range} range
 * @param {number} width
 */
export function fineTicks([from, to], width) {
  const unit = { day: fixed(HOUR), month: fixed(DAY), year: fixed(7 * DAY, MONDAY), years: calendar(12) }[
    level([from, to])
  ];
  return (unit.length * width) / (to - from) < 5 ? [] : starts(unit, from, to);
}

/**
 * @param {Unit} unit
 * @param {number} from
 * @param {number} to
 */
function starts(unit, from, to) {
  /** @type {number[]} */
  const found = [];
  for (let index = unit.index(from); unit.start(index) < to; index = unit.next?.(index) ?? index + 1) {
    if (unit.start(index) >= from) found.push(unit.start(index));
  }
  return found;
}

/**
 * A range on the way from one to another: its length changes by equal factors, as the eye expects of a zoom.
 *
 * @param {Range} before
 * @param {Range} after
 * @param {number} share
 * @returns {Range}
 */
export function between(before, after, share) {
  const [first, last] = [before[1] - before[0], after[1] - after[0]];
  const eased = 1 - (1 - share) ** 2;
  const span = first * (last / first) ** eased;
  const linear = first === last ? eased : (first - span) / (first - last);
  const start = before[0] + (after[0] - before[0]) * linear;
  return [start, start + span];
}
