// The clock that the axis is drawn by: the page's, UTC or the reader's own. Times of the axis are minutes since 1970 by
// that clock, so that days begin where its days do.
import { isOwn } from "../../scripts/ownclock.js";
import { DAY, date } from "./scale.js";

/** @import { Range } from "./types.d.ts" */

const MINUTE = 60_000;

/**
 * The time by the page's clock of one in UTC.
 *
 * @param {number} time
 */
export const shown = (time) => (isOwn() ? time - date(time).getTimezoneOffset() : time);

/**
 * The time in UTC of one by the page's clock.
 *
 * @param {number} time
 */
export const inUtc = (time) => (isOwn() ? ofOwn(time) : time);

/** @param {number} time */
function ofOwn(time) {
  const own = date(time);
  const day = new Date(
    own.getUTCFullYear(),
    own.getUTCMonth(),
    own.getUTCDate(),
    own.getUTCHours(),
    own.getUTCMinutes(),
  );
  return day.getTime() / MINUTE;
}

/**
 * A range by the page's clock of one by the clock that was shown before; whole days are those of either.
 *
 * @param {Range} range
 * @returns {Range}
 */
export function changed([from, to]) {
  if (from % DAY === 0 && to % DAY === 0) return [from, to];
  return isOwn() ? [shown(from), shown(to)] : [ofOwn(from), ofOwn(to)];
}
