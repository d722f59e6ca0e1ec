// When something was last down: the days since, by the reader's own calendar, in place of the dates that the page has.
import { counted, words } from "./words.js";
import { findAll } from "./dom.js";

const DAY = 86_400_000;

/**
 * The day of a moment as a number: of an instant by the reader's calendar, of a date as it is written.
 *
 * @param {string} iso
 */
function dayOf(iso) {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  return iso.includes("T") ? localDay(new Date(iso)) : Date.UTC(year, month - 1, day) / DAY;
}

/** @param {Date} date */
const localDay = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / DAY;

/**
 * Say how many days ago something was; what lies ahead of the reader's clock is left as a date.
 *
 * @param {number} days
 */
function ago(days) {
  if (days < 0) return "";
  return days === 0 ? words.last.today : days === 1 ? words.last.yesterday : counted(words.last.ago, days);
}

for (const time of findAll(document, "time[data-since]", HTMLTimeElement)) {
  const said = ago(localDay(new Date()) - dayOf(time.dateTime));
  if (!said) continue;
  time.title = time.textContent;
  time.textContent = said;
}
