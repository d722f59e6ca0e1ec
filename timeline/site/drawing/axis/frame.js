// How times and lengths of a range become distances in a drawing.
import { level } from "./scale.js";

/** @import { AxisFile } from "../../data/types.d.ts" */
/** @import { Frame, Range, Units } from "./types.d.ts" */

/** The room of eras and of words outside the bars, and of the names of times below them. */
const OUTSIDE = { above: 60, below: 84 };

/** How wide a bar is at each level. */
const BARS = { years: 4.4, year: 7, month: 12, day: 12 };

/**
 * Make the frame of a range for a drawing of a size, in which the lines of the two lanes have their places.
 *
 * @param {Range} range
 * @param {{ width: number, height: number, lines: number[] }} size
 * @param {AxisFile} data
 * @param {Units} units
 * @returns {Frame}
 */
export function frameOf([from, to], { width, height, lines }, data, units) {
  const perMinute = width / (to - from);
  const [top, floor] = [OUTSIDE.above, height - OUTSIDE.below];
  const room = Math.min(lines[0] - top, floor - lines[1]) - 2;
  const [low, high] = data.scale;
  /** @param {number} minutes */
  const tall = (minutes) => {
    const share = Math.log(Math.min(Math.max(minutes, low), high) / low) / Math.log(high / low);
    return Math.max(4, room * share);
  };
  return {
    ...{ from, to, width, height, lines, top, floor, perMinute, tall, units },
    bar: BARS[level([from, to])],
    guides: data.guides,
    shapes: data.shapes,
    u: (time) => (time - from) * perMinute,
    time: (u) => from + u / perMinute,
  };
}
