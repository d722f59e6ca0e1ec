// The clock that times are shown by, UTC or the reader's own: one switch for all pages, remembered, wherever the two
// differ. Each clock has the other time as a hint, and a page may keep a line for it.
import { CITIES } from "./cities.js";
import { element, findAll } from "./dom.js";
import { CHANGED, choose, isOwn } from "./ownclock.js";
import { fill, language, words } from "./words.js";

const DAY = 86400000;
const KEY = "clock";

/** Whether the reader's clock ever differs from UTC; the page's head says so before anything is drawn. */
const elsewhere = "elsewhere" in document.documentElement.dataset;

function recalled() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage is closed to us
  }
}

/** @param {boolean} choice */
function remember(choice) {
  try {
    if (choice) localStorage.setItem(KEY, "own");
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed to us: the choice lasts for this page only.
  }
}

/**
 * Write the time of day at an instant.
 *
 * @param {Date} date
 */
function clock(date, byOwn = isOwn()) {
  const parts = byOwn ? [date.getHours(), date.getMinutes()] : [date.getUTCHours(), date.getUTCMinutes()];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/**
 * By how many days the reader's date is ahead of the one in UTC.
 *
 * @param {Date} date
 */
function ahead(date) {
  const there = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((there - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())) / DAY);
}

/**
 * Say that it is another day than the one in UTC, which the page names.
 *
 * @param {number} days
 */
const shifted = (days) => (days > 0 ? words.zone.after : days < 0 ? words.zone.before : "{clock}");

/** Name the reader's own time by their city, where there is a name for it: a country's or a zone's may be disputed. */
function ownName() {
  const city = CITIES[Intl.DateTimeFormat().resolvedOptions().timeZone]?.[language];
  return city ? fill(words.zone.of_city, { city }) : words.zone.own;
}

/** Name the clock that is shown, or the other one. */
export const named = (byOwn = isOwn()) => (byOwn ? ownName() : words.time.utc);

/**
 * Write the time of day by the clock that is shown, and by which one that is.
 *
 * @param {Date} date
 */
export const shown = (date) => ({ clock: clock(date), zone: named(), day: isOwn() ? ahead(date) : 0 });

/**
 * Say when an instant, or a span between two, was by the clock that is not shown; nothing where both show the same.
 *
 * @param {Date} date
 * @param {Date} [end]
 */
export function other(date, end = date) {
  if (!date.getTimezoneOffset() && !end.getTimezoneOffset()) return "";
  /** @type {(date: Date, days: number) => string} */
  const told = (one, days) => fill(shifted(isOwn() ? 0 : days), { clock: clock(one, !isOwn()) });
  const zone = named(!isOwn());
  if (end === date) return fill(words.zone.yours, { clock: told(date, ahead(date)), zone });
  const days = ahead(date) === ahead(end) ? 0 : ahead(date);
  return fill(words.zone.span, { first: told(date, days), last: told(end, ahead(end)), zone });
}

/** @param {ParentNode} within */
const clocks = (within) => findAll(within, "time.clock", HTMLTimeElement);

/** @param {HTMLTimeElement} time */
const instant = (time) => new Date(time.dateTime);

/**
 * Show a clock by the reader's choice, and beside it that it is another day than the page says.
 *
 * @param {HTMLTimeElement} time
 */
function show(time) {
  const date = instant(time);
  const told = shown(date);
  time.textContent = told.clock;
  time.title = other(date);
  if (time.nextElementSibling?.className === "day-shift") time.nextElementSibling.remove();
  if (!told.day) return;
  time.after(element("span", { class: "day-shift" }, ` ${told.day > 0 ? words.zone.next : words.zone.previous}`));
}

/** Bring every clock, every name of its zone and every line for the other time up to the reader's choice. */
function showAll() {
  for (const time of clocks(document)) show(time);
  for (const tick of findAll(document, "text[data-instant]", SVGTextElement)) {
    tick.dataset.written ??= tick.textContent ?? "";
    tick.textContent = isOwn() ? clock(new Date(tick.dataset.instant ?? "")) : tick.dataset.written;
  }
  for (const name of findAll(document, ".utc")) name.textContent = named();
  for (const line of findAll(document, ".when-line")) {
    const times = clocks(line).map(instant);
    const told = line.querySelector(".zone .other");
    if (told && times.length) told.textContent = other(times[0], times[1]);
  }
  for (const choice of findAll(document, ".clocks button", HTMLButtonElement)) {
    choice.setAttribute("aria-pressed", String((choice.value === "own") === isOwn()));
  }
}

/** @param {boolean} choice */
function turn(choice) {
  if (choice === isOwn()) return;
  choose(choice);
  remember(choice);
  showAll();
  document.dispatchEvent(new Event(CHANGED));
}

/**
 * @param {string} value
 * @param {string} label
 */
function button(value, label) {
  const made = element("button", { type: "button", value, "aria-pressed": "false" }, label);
  made.addEventListener("click", () => turn(value === "own"));
  return made;
}

/** Show the page's clocks by the reader's choice, and put the switch where the page keeps a line for it. */
export function follow() {
  if (!elsewhere || !words.zone) return;
  choose(recalled() === "own");
  for (const line of findAll(document, ".zone")) {
    const { utc, mine, label } = words.zone;
    const choice = element("span", { class: "clocks", role: "group", "aria-label": label });
    choice.append(button("utc", utc), button("own", mine));
    line.append(element("span", { class: "other" }), choice);
  }
  showAll();
}
