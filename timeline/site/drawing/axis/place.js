// The place in time at which the reader is, around which a view zooms.
import { DAY } from "./scale.js";

/** @import { View } from "./view.js" */

/**
 * The time of the mark last pointed at, if it is in view, or else of what happened last in it.
 *
 * @param {View} view
 */
export function placeOf({ range: [from, to], marks, shownItems }) {
  const mark = marks.current ?? marks.pointed;
  const time = mark && (mark.items.length === 1 ? mark.items[0].middle : mark.time);
  if (time !== undefined && time >= from && time <= to) return time;
  const times = shownItems.filter((item) => item.held && item.width <= DAY).map((item) => item.middle);
  return times.findLast((one) => one >= from && one < to) ?? nearest(times, (from + to) / 2);
}

/**
 * The time that is nearest to another one.
 *
 * @param {number[]} times
 * @param {number} wanted
 */
const nearest = (times, wanted) =>
  times.reduce((best, time) => (Math.abs(time - wanted) < Math.abs(best - wanted) ? time : best), times[0] ?? wanted);
