// The rows of the page: shown or not, in the order that is asked for, each day named once.
import { find, findAll } from "../dom.js";
import { counted, data, words } from "../words.js";
import { first } from "./dates.js";

/** @import { Choices } from "./choices.js" */
/** @import { OutageLength } from "../../parts/types.d.ts" */
/** @import { Ranks } from "./found.js" */

/** A row of the page: what it says, and the choices that it meets. @typedef {ReturnType<entryOf>} Entry */
/** @typedef {ReturnType<monthOf>} Month */

const ID = /events\/([^/]+)\/$/;

/** The list; `entries` are its rows in the order of the page, which is newest first. */
export class List {
  /**
   * @param {HTMLElement} page
   * @param {Choices} choices
   */
  constructor(page, { debunked }) {
    this.main = find(page, ".main");
    this.found = find(page, ".found");
    this.byDate = find(page, ".by-date");
    this.years = findAll(this.byDate, ".of-year").map((section) => {
      return { section, months: findAll(section, ".month").map((month) => monthOf(month, section.dataset.year ?? "")) };
    });
    this.entries = this.years.flatMap(({ months }) => months.flatMap(({ entries }) => entries));
    const lengths = data("lengths");
    for (const [place, met] of data("entries").entries()) {
      const entry = this.entries[place];
      entry.met = met;
      entry.debunked = met.includes(debunked);
      entry.length = lengths[place];
    }
    this.order = "newest";
  }

  /**
   * Show the entries that `shown` says, in the order of the page; `ranks` orders them for the best match.
   *
   * @param {boolean[]} shown
   * @param {string} order
   * @param {Ranks} ranks
   */
  show(shown, order, ranks) {
    this.arrange(order, ranks);
    this.entries.forEach(({ row }, place) => hide(row, !shown[place]));
    this.found.hidden = order !== "match" || !shown.includes(true);
    this.byDate.hidden = order === "match";
    if (order === "match") return;
    for (const { section, months } of this.years) {
      for (const month of months) tidy(month, ordered(month.entries, order));
      hide(
        section,
        months.every((month) => month.section.hidden),
      );
    }
  }

  /**
   * Show more of each entry than its row.
   *
   * @param {boolean} full
   */
  full(full) {
    this.main.classList.toggle("full", full);
  }

  /**
   * @param {string} order
   * @param {Ranks} ranks
   */
  arrange(order, ranks) {
    if (order === this.order && order !== "match") return;
    if (this.order === "match") for (const entry of this.entries) entry.day.textContent = entry.dayText;
    if (order === "match" && ranks) this.rank(ranks);
    else this.date(order);
    this.order = order;
  }

  /**
   * Put the rows in order of rank, each with its whole date; what was not found goes back to its month.
   *
   * @param {Map<string, number>} ranks
   */
  rank(ranks) {
    this.date("newest");
    const ranked = this.entries.filter(({ id }) => ranks.has(id));
    ranked.sort((one, other) => (ranks.get(one.id) ?? 0) - (ranks.get(other.id) ?? 0));
    for (const entry of ranked) {
      entry.day.textContent = entry.date;
      entry.row.classList.remove("same");
    }
    this.found.replaceChildren(...ranked.map(({ row }) => row));
  }

  /** @param {string} order */
  date(order) {
    for (const { section, months } of ordered(this.years, order)) {
      this.byDate.append(section);
      for (const month of ordered(months, order)) {
        section.append(month.section);
        month.rows.append(...ordered(month.entries, order).map(({ row }) => row));
      }
    }
  }
}

/**
 * @param {HTMLElement} section
 * @param {string} year
 */
function monthOf(section, year) {
  const [heading, rows] = [find(section, "h3"), find(section, ".rows")];
  const name = heading.firstChild?.textContent ?? "";
  const entries = findAll(rows, ".row").map((row) => entryOf(row, year, name));
  return { section, rows, entries, count: find(heading, "span") };
}

/**
 * @param {HTMLElement} row
 * @param {string} year
 * @param {string} month
 */
function entryOf(row, year, month) {
  const day = find(row, ".day", HTMLTimeElement);
  const known = day.dateTime.length > 4; // a year alone has no month
  const dayOfMonth = [day.textContent, known ? month : ""].filter(Boolean).join("\u00a0"); // which no line may part
  const date = [dayOfMonth, year].filter(Boolean).join(" ");
  const id = ID.exec(find(row, "a.title", HTMLAnchorElement).href)?.[1] ?? "";
  /** @type {number[]} */
  const met = [];
  const length = /** @type {OutageLength} */ (0);
  const start = first(day.dateTime.slice(0, 10));
  return { id, row, year, start, day, dayText: day.textContent, date, met, length, debunked: false };
}

/**
 * Hide a month with nothing in it, count what it shows, and name each day once.
 *
 * @param {Month} month
 * @param {Entry[]} entries
 */
function tidy({ section, count }, entries) {
  let day = "";
  const shown = entries.filter(({ row }) => !row.hidden);
  for (const { row, dayText } of shown) {
    row.classList.toggle("same", Boolean(dayText) && dayText === day);
    day = dayText;
  }
  hide(section, !shown.length);
  const text = counted(words.count.entries, shown.filter(({ debunked }) => !debunked).length);
  if (count.textContent !== text) count.textContent = text;
}

/**
 * @template Item
 * @param {Item[]} list
 * @param {string} order
 */
const ordered = (list, order) => (order === "oldest" ? list.toReversed() : list);

/**
 * @param {HTMLElement} element
 * @param {boolean} hidden
 */
function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}
