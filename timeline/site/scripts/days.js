// On this day: says which day is today by the reader's own calendar, and what the record has on it.
import { element } from "./dom.js";
import { fetched, isObject } from "./fetched.js";
import { counted, data, fill, language, record, root, words } from "./words.js";

/** @import { DayEntry, Days } from "../pages/types.d.ts" */

const NEAREST = 3;

/** @param {number} value */
const two = (value) => String(value).padStart(2, "0");
const today = new Date();
const [month, day] = [two(today.getMonth() + 1), two(today.getDate())];

/**
 * Say on the page of all days what there is today, and where.
 *
 * @param {Element} line
 */
function pointToToday(line) {
  const found = document.getElementById(`d-${month}-${day}`);
  const date = `${today.getDate()} ${data("month-names")[today.getMonth()]}`;
  if (!found) {
    line.textContent = fill(words.days.none, { date });
    return;
  }
  const number = found.querySelectorAll(".row").length;
  const text = fill(words.days.today, { date, entries: counted(words.count.entries, number) });
  line.replaceChildren(element("a", { href: `#${found.id}` }, text));
}

/** @param {string} own */
const distance = (own) => Math.abs(Number(own) - today.getDate());

/**
 * Return the entries of a month that lie nearest to today, the day itself first.
 *
 * @param {Days} days
 * @returns {(DayEntry & { now: boolean })[]}
 */
function nearest(days) {
  const listed = Object.entries(days).map(([own, entries]) => ({ own, entries, apart: distance(own) }));
  listed.sort((one, other) => one.apart - other.apart);
  return listed
    .flatMap(({ own, entries }) => entries.map((entry) => ({ ...entry, now: own === day })))
    .slice(0, NEAREST);
}

/**
 * @param {unknown} read
 * @returns {read is Days}
 */
const areDays = (read) => isObject(read) && Object.values(/** @type {object} */ (read)).every(Array.isArray);

/**
 * Fill the home page's list with the entries nearest to today.
 *
 * @param {Element} list
 */
async function fillHome(list) {
  const found = nearest(await fetched(new URL(`days/${language}/${month}.json`, record), areDays));
  if (!found.length) return;
  const home = new URL(`${language}/`, root);
  const rows = found.map(({ date, now, path, title }) => {
    const link = element("a", { href: new URL(path, home).href }, title);
    return element("li", { class: now ? "now" : "" }, element("span", { class: "small" }, date), link);
  });
  list.replaceChildren(...rows);
}

const line = document.getElementById("today");
if (line) pointToToday(line);
const list = document.getElementById("days-near");
if (list) fillHome(list).catch(() => {}); // the link to all days stands there all the same
