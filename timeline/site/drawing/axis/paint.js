// Draws the entries of a stretch of time: what lies behind the marks, the marks, and what is written around them.
import { nameOf } from "./called.js";
import { Drawing } from "./draw.js";
import { arrange } from "./layout.js";
import { Outside } from "./outside.js";

/** @import { Lane } from "../types.d.ts" */
/** @import { Frame } from "./types.d.ts" */
/** @import { View } from "./view.js" */

/**
 * Draw the entries of a view within a frame; return the marks, and how many entries these show.
 *
 * @param {SVGSVGElement} svg
 * @param {Frame} frame
 * @param {View} view
 */
export function paint(svg, frame, { shownItems: items, dates, data }) {
  const drawing = new Drawing(svg, frame, dates);
  const seen = items.filter((item) => item.held && item.end > frame.from && item.start < frame.to);
  /** @param {Lane} lane */
  const outagesOf = (lane) => seen.filter((item) => item.outage && item.lane === lane).length;
  const outside = new Outside(drawing, data);
  const laid = arrange(items, frame);
  outside.bands();
  drawing.ground();
  outside.longest(laid);
  const marks = drawing.marks(laid, (mark) => nameOf(mark, dates));
  drawing.hours();
  outside.names(outagesOf);
  return { marks, count: seen.length };
}
