// The reader's own time zone beside UTC: in full where a page keeps a line for it, and as a hint on every clock.
import { CITIES } from "./cities.js";
import { findAll } from "./dom.js";
import { fill, language, words } from "./words.js";

const DAY = 86400000;

/**
 * Write the time of day at an instant by the reader's own clock.
 *
 * @param {Date} date
 */
const clock = (date) => [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");

/**
 * By how many days the reader's date is ahead of the one in UTC.
 *
 * @param {Date} date
 */
function ahead(date) {
  const own = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((own - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())) / DAY);
}

/**
 * Write the time of day, and that it is another day there, unless what follows says so.
 *
 * @param {Date} date
 */
function told(date, days = ahead(date)) {
  const form = days > 0 ? words.zone.after : words.zone.before;
  return days ? fill(form, { clock: clock(date) }) : clock(date);
}

/** Name the reader's own time by their city, where there is a name for it: a country's or a zone's may be disputed. */
function named() {
  const city = CITIES[Intl.DateTimeFormat().resolvedOptions().timeZone]?.[language];
  return city ? fill(words.zone.of_city, { city }) : words.zone.own;
}

/**
 * Say when an instant, or a span between two, was by the reader's own clock; nothing where that shows UTC.
 *
 * @param {Date} date
 * @param {Date} [end]
 */
export function yours(date, end = date) {
  if (!date.getTimezoneOffset() && !end.getTimezoneOffset()) return "";
  if (end === date) return fill(words.zone.yours, { clock: told(date), zone: named() });
  const days = ahead(date) === ahead(end) ? 0 : ahead(date);
  return fill(words.zone.span, { first: told(date, days), last: told(end), zone: named() });
}

/** @param {ParentNode} within */
const clocks = (within) => findAll(within, "time.clock", HTMLTimeElement);

/** @param {HTMLTimeElement} time */
const instant = (time) => new Date(time.dateTime);

/** Fill the lines that a page keeps free, and give each clock its hint. */
function mark() {
  for (const time of clocks(document)) {
    const hint = yours(instant(time));
    if (hint) time.title = hint;
  }
  for (const line of document.querySelectorAll(".when-line")) {
    const times = clocks(line).map(instant);
    const zone = line.querySelector(".zone");
    if (zone && times.length) zone.textContent = yours(times[0], times[1]);
  }
}

if (words.zone) mark();
