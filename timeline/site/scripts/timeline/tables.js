// The rows of the page as data, and data as CSV (RFC 4180).
import { find } from "../dom.js";
import { canonical } from "../take/canonical.js";

/** @import { Choice } from "./choices.js" */
/** @import { Entry } from "./list.js" */

// What a spreadsheet takes for a formula gets an apostrophe in front, and what begins with one too.
const FORMULA = /^[=+\-@\t\r'＝＋－＠]/;
const BYTE_ORDER_MARK = "\ufeff";

/**
 * An entry as a flat record: of each group the choices that it meets, apart by spaces.
 *
 * @param {Entry} entry
 * @param {Choice[]} all
 */
export function rowOf({ id, row, met, length }, all) {
  const title = find(row, "a.title", HTMLAnchorElement);
  const [minutes, exact] = typeof length === "number" ? ["", ""] : length;
  /** @type {Record<string, string | number | boolean>} */
  const made = { id, date: find(row, ".day", HTMLTimeElement).dateTime, title: title.textContent, minutes, exact };
  for (const { group } of all) made[group] = "";
  for (const { group, value } of met.map((place) => all[place])) {
    made[group] = made[group] ? `${made[group]} ${value}` : value;
  }
  return { ...made, address: new URL(title.getAttribute("href") ?? "", canonical()).href };
}

/** @param {unknown} value */
function cell(value) {
  const text = String(value);
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Write records of one form as a table.
 *
 * @param {Record<string, unknown>[]} records
 */
export function csv(records) {
  const names = Object.keys(records[0] ?? {});
  const lines = [names, ...records.map((record) => names.map((name) => record[name]))];
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(cell).join(",")}\r\n`).join("");
}
