// On this day: says which day is today by the reader's own calendar, and what the record has on it.
import { counted, data, fill, language, root, words } from "./words.js";

const NEAREST = 3;

const two = (value) => String(value).padStart(2, "0");
const today = new Date();
const [month, day] = [two(today.getMonth() + 1), two(today.getDate())];

/** Make an element with a text. */
function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Say on the page of all days what there is today, and where. */
function pointToToday(line) {
  const found = document.getElementById(`d-${month}-${day}`);
  const date = `${today.getDate()} ${data("month-names")[today.getMonth()]}`;
  if (!found) {
    line.textContent = fill(words.days.none, { date });
    return;
  }
  const number = found.querySelectorAll(".row").length;
  line.replaceChildren(
    element("a", fill(words.days.today, { date, entries: counted(words.count.entries, number) }), { href: `#${found.id}` }),
  );
}

/** Return the entries of a month that lie nearest to today, the day itself first. */
function nearest(days) {
  const distance = ([own]) => Math.abs(Number(own) - today.getDate());
  const ordered = Object.entries(days).sort((one, other) => distance(one) - distance(other));
  return ordered.flatMap(([own, entries]) => entries.map((entry) => ({ ...entry, now: own === day }))).slice(0, NEAREST);
}

/** Fill the home page's list with the entries nearest to today. */
async function fillHome(list) {
  const answer = await fetch(new URL(`days/${language}/${month}.json`, root));
  if (!answer.ok) return;
  const found = nearest(await answer.json());
  if (!found.length) return;
  const home = new URL(`${language}/`, root);
  list.replaceChildren(
    ...found.map((entry) => {
      const row = element("li", "", { class: entry.now ? "now" : "" });
      const date = element("span", entry.date, { class: "small" });
      row.append(date, element("a", entry.title, { href: new URL(entry.path, home).href }));
      return row;
    }),
  );
}

const line = document.getElementById("today");
if (line) pointToToday(line);
const list = document.getElementById("days-near");
if (list) fillHome(list).catch(() => {}); // the link to all days stands there all the same
