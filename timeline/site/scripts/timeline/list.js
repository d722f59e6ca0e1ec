// The rows of the page: shown or not, in the order that is asked for, each day named once.
import { counted, data, words } from "../words.js";

const ID = /events\/([^/]+)\/$/;

/** The list; `entries` are its rows in the order of the page, which is newest first. */
export class List {
  constructor(page, { debunked }) {
    this.main = page.querySelector(".main");
    this.found = page.querySelector(".found");
    this.byDate = page.querySelector(".by-date");
    this.years = [...this.byDate.children].map((section) => this.year(section));
    this.entries = this.years.flatMap(({ months }) => months.flatMap(({ entries }) => entries));
    data("entries").forEach((met, place) => {
      Object.assign(this.entries[place], { met, debunked: met.includes(debunked) });
    });
    this.order = "newest";
  }

  year(section) {
    const months = [...section.querySelectorAll(".month")];
    return { section, months: months.map((month) => this.month(month, section.dataset.year)) };
  }

  month(section, year) {
    const [heading, rows] = [section.querySelector("h3"), section.querySelector(".rows")];
    const name = heading.firstChild.textContent;
    const entries = [...rows.children].map((row) => entryOf(row, year, name));
    return { section, rows, entries, count: heading.lastElementChild };
  }

  /** Show the entries that `shown` says, in the order of the page; `ranks` orders them for the best match. */
  show(shown, order, ranks) {
    this.arrange(order, ranks);
    this.entries.forEach(({ row }, place) => hide(row, !shown[place]));
    this.found.hidden = order !== "match" || !shown.includes(true);
    this.byDate.hidden = order === "match";
    if (order === "match") return;
    for (const { section, months } of this.years) {
      for (const month of months) tidy(month, ordered(month.entries, order));
      hide(section, months.every((month) => month.section.hidden));
    }
  }

  /** Show more of each entry than its row. */
  full(full) {
    this.main.classList.toggle("full", full);
  }

  arrange(order, ranks) {
    if (order === this.order && order !== "match") return;
    if (this.order === "match") for (const entry of this.entries) entry.day.textContent = entry.dayText;
    if (order === "match") this.rank(ranks);
    else this.date(order);
    this.order = order;
  }

  /** Put the rows in order of rank, each with its whole date; what was not found goes back to its month. */
  rank(ranks) {
    this.date("newest");
    const ranked = this.entries.filter(({ id }) => ranks.has(id));
    ranked.sort((one, other) => ranks.get(one.id) - ranks.get(other.id));
    for (const entry of ranked) {
      entry.day.textContent = entry.date;
      entry.row.classList.remove("same");
    }
    this.found.replaceChildren(...ranked.map(({ row }) => row));
  }

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

function entryOf(row, year, month) {
  const day = row.querySelector(".day");
  const known = day.dateTime.length > 4; // a year alone has no month
  const date = [day.textContent, known ? month : "", year].filter(Boolean).join(" ");
  const [, id] = ID.exec(row.querySelector(".title").href);
  return { id, row, year, day, dayText: day.textContent, date };
}

/** Hide a month with nothing in it, count what it shows, and name each day once. */
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

const ordered = (list, order) => (order === "oldest" ? list.toReversed() : list);

function hide(element, hidden) {
  if (element.hidden !== hidden) element.hidden = hidden;
}
