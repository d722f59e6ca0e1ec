// What of the axis is shown, as it stands in the page's address: `#from=2023-06&to=2023-07&hide=jab`. Times of day are
// in UTC there, so that an address shows the same to everybody; days are those of the page's clock.
import { inUtc, shown } from "./clock.js";

/** @import { Range } from "./types.d.ts" */
/** @typedef {{ range: Range | undefined, hidden: string[] }} Remembered */

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)Z?)?)?)?$/;
const MINUTE = 60_000;

/**
 * Read a date of any precision as minutes since 1970 by the page's clock; what is none gives nothing.
 *
 * @param {string | null | undefined} text
 */
export function read(text) {
  const match = DATE.exec(text ?? "");
  if (!match) return undefined;
  const [year, month = 1, day = 1, hour = 0, minute = 0] = match.slice(1).map((part) => part && Number(part));
  const found = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute)) / MINUTE;
  if (!Number.isFinite(found)) return undefined;
  return match[4] ? shown(found) : found;
}

/** @param {number} time */
const iso = (time) => new Date(Math.round(time) * MINUTE).toISOString().slice(0, 16);

/**
 * Write minutes since 1970 no finer than need be.
 *
 * @param {number} time
 */
export function write(time) {
  const day = iso(time);
  if (!day.endsWith("T00:00")) return `${iso(inUtc(time))}Z`;
  return day.slice(0, 10).replace(/-01$/, "").replace(/-01$/, "");
}

/**
 * Read a fragment: the range and what is hidden; a fragment of something else gives nothing.
 *
 * @param {string} hash
 * @returns {Remembered | undefined}
 */
export function remembered(hash) {
  const found = new URLSearchParams(hash.replace(/^#/, ""));
  const [from, to] = [read(found.get("from")), read(found.get("to"))];
  const hidden = (found.get("hide") ?? "").split(",").filter(Boolean);
  /** @type {Range | undefined} */
  const range = from !== undefined && to !== undefined && from < to ? [from, to] : undefined;
  return range || hidden.length ? { range, hidden } : undefined;
}

/**
 * Write the fragment of a range, if it is not all of time, and of what is hidden.
 *
 * @param {Range | undefined} range
 * @param {Set<string>} hidden
 */
export function fragment(range, hidden) {
  const parts = range ? [`from=${write(range[0])}`, `to=${write(range[1])}`] : [];
  if (hidden.size) parts.push(`hide=${[...hidden].sort().join(",")}`);
  return parts.length ? `#${parts.join("&")}` : "";
}

/**
 * Keep the state in the address, without a new step in the history, and in the link to the other language.
 *
 * @param {Range | undefined} range
 * @param {Set<string>} hidden
 */
export function keep(range, hidden) {
  const hash = fragment(range, hidden);
  if (hash !== location.hash) history.replaceState(history.state, "", location.pathname + location.search + hash);
  const other = document.querySelector("a.other[hreflang]");
  if (other instanceof HTMLAnchorElement) other.hash = hash;
}
