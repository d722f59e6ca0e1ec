// A scale of minutes as scales.py makes it: from nothing to beyond the longest, so that there is room to write beside it.
import { widthOf } from "./axis/labels.js";

const STEPS = [5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 10080, 40320];
const APART = 8;

/** @typedef {(minutes: number) => string} Write */

export class Scale {
  /**
   * @param {number} longest
   * @param {number} start
   * @param {number} width
   */
  constructor(longest, start, width) {
    const reach = 1.6 * longest;
    const last = STEPS[STEPS.length - 1];
    const step = STEPS.find((one) => reach <= 4 * one) ?? last * Math.ceil(reach / 4 / last);
    this.start = start;
    this.width = width;
    this.ticks = [0, 1, 2, 3, 4].map((place) => place * step);
  }

  /**
   * Where a number of minutes lies; what lies outside is put on the edge.
   *
   * @param {number} minutes
   */
  at(minutes) {
    const high = this.ticks[4];
    return this.start + (Math.min(Math.max(minutes, 0), high) / high) * this.width;
  }

  /**
   * The ticks whose labels fit beside each other, the first and the last among them.
   *
   * @param {Write} write
   * @param {Element} element
   */
  written(write, element) {
    const [first, last] = [this.ticks[0], this.ticks[4]];
    /** @param {number} tick */
    const wide = (tick) => widthOf(write(tick), element);
    const end = this.at(last) - wide(last) - APART;
    let reached = -Infinity;
    return this.ticks.filter((tick) => {
      const half = wide(tick) / 2;
      const fits = this.at(tick) - half > reached && this.at(tick) + half < end;
      if (tick !== first && tick !== last && !fits) return false;
      reached = this.at(tick) + (tick === first ? 2 * half : half) + APART;
      return true;
    });
  }
}
