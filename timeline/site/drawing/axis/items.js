// The entries of the axis, as the file that the build wrote has them.
import { duration, fill, language, root, words } from "../../scripts/words.js";
import { styleOf } from "../marks.js";
import { shown } from "./clock.js";

/** @import { AxisFile, AxisRow } from "../../data/types.d.ts" */
/** @import { Item } from "./types.d.ts" */

/** The shapes of outages, of those whose length is not known, and of debunked claims. */
const OUTAGE = "bar";
const UNKNOWN = "unknown";
const DEBUNKED = "struck";

/** The shape of what belongs to neither side and is no outage. */
const THIRD = "square";

/**
 * Make entries of the file's rows.
 *
 * @param {AxisFile} file
 */
export function read(file) {
  const items = file.rows.map((row, place) => item(row, place, file));
  for (const one of items) one.answered = one.answers ? items[one.answers - 1] : undefined;
  set(items);
  return items;
}

/**
 * Set entries at their times by the page's clock; a day, a month or a year is the same by any.
 *
 * @param {Item[]} items
 */
export function set(items) {
  for (const one of items) {
    one.start = one.width ? one.utc : shown(one.utc);
    one.end = one.start + (one.width || (one.outage && one.length) || 1);
    one.middle = one.start + one.width / 2;
  }
  items.sort((one, other) => one.start - other.start || one.place - other.place);
}

/**
 * @param {AxisRow} row
 * @param {number} place
 * @param {AxisFile} file
 * @returns {Item}
 */
function item([id, utc, width, length, lane, kind, title, doubt = 0, said, answers, company], place, { lanes, kinds }) {
  const [called, own] = kinds[kind];
  const outage = own === OUTAGE;
  const shape = lane || outage || own === DEBUNKED ? own : THIRD;
  return {
    id,
    place,
    utc,
    start: utc,
    width,
    length,
    lane,
    title,
    doubt,
    said,
    answers,
    outage,
    called,
    shape,
    end: utc,
    middle: utc,
    company: company || lanes[lane],
    held: shape !== DEBUNKED,
    tokens: [styleOf(lane), outage && length === null ? UNKNOWN : shape],
    href: new URL(`${language}/events/${id}/`, root).href,
  };
}

/**
 * Say of an entry whether nothing that it is called by is hidden.
 *
 * @param {Set<string>} hidden
 */
export const isShown = (hidden) => (/** @type {Item} */ one) => !one.tokens.some((token) => hidden.has(token));

/**
 * How long an outage lasted, as far as that is known.
 *
 * @param {Item} item
 */
export function lengthOf({ length, doubt }) {
  if (length === null) return words.zoom.length_unknown;
  return doubt & 4 ? fill(words.duration.about, { length: duration(length, { governed: true }) }) : duration(length);
}
