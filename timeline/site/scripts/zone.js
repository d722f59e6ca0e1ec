// The reader's own time zone beside UTC: in full where a page keeps a line for it, and as a hint on every clock.
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

/**
 * @param {"short" | "shortGeneric"} form
 * @param {Date} date
 */
function nameIn(form, date) {
  const parts = new Intl.DateTimeFormat(language, { timeZoneName: form }).formatToParts(date);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
}

/**
 * Name the reader's time zone as the browser does, by its place where it can: "Riyadh" rather than "GMT+3".
 *
 * @param {Date} date
 */
function place(date) {
  const name = nameIn("shortGeneric", date);
  if (/\d/.test(name)) return nameIn("short", date);
  const [before, after] = words.zone.place.split("{place}");
  const fits = name.startsWith(before) && name.endsWith(after) && name.length > before.length + after.length;
  return fits ? name.slice(before.length, name.length - after.length) : name;
}

/**
 * Say when an instant, or a span between two, was by the reader's own clock.
 *
 * @param {Date} date
 * @param {Date} [end]
 */
export function yours(date, end) {
  if (!end) return fill(words.zone.yours, { clock: told(date), place: place(date) });
  const days = ahead(date) === ahead(end) ? 0 : ahead(date);
  return fill(words.zone.span, { first: told(date, days), last: told(end), place: place(date) });
}

/** @param {ParentNode} within */
const clocks = (within) => findAll(within, "time.clock", HTMLTimeElement);

/** @param {HTMLTimeElement} time */
const instant = (time) => new Date(time.dateTime);

/** Fill the lines that a page keeps free, and give each clock its hint. */
function mark() {
  for (const time of clocks(document)) time.title = yours(instant(time));
  for (const line of document.querySelectorAll(".when-line")) {
    const times = clocks(line).map(instant);
    const zone = line.querySelector(".zone");
    if (zone && times.length) zone.textContent = yours(times[0], times[1]);
  }
}

if (words.zone) mark();
