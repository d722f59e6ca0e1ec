// The shapes of marks, which come as data, drawn as marks.py draws them.

/** @import { Lane, Piece, Point, Shapes, Way } from "./types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";
const BOX = 14;
const RADIUS = 6;

/**
 * A coordinate with one decimal at most.
 *
 * @param {number} value
 */
export const number = (value) => String(Math.round(value * 10) / 10 + 0);

/**
 * The class that sets a lane's colours.
 *
 * @param {Lane} lane
 */
export const styleOf = (lane) => `lane-${lane}`;

/**
 * The way in which a lane's marks point: 1 down, towards the other lane, -1 up.
 *
 * @param {Lane} lane
 * @returns {Way}
 */
export const pointsTo = (lane) => (lane === 1 ? 1 : -1);

/**
 * The class and path of each piece of a mark of half-size `r` around a point; `way` is 1 to point down, -1 up.
 *
 * @param {Piece[]} pieces
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {Way} way
 * @returns {[style: string, path: string][]}
 */
export function mark(pieces, x, y, r, way) {
  /** @param {Point} point */
  const at = ([u, v]) => `${number(x + u * r)} ${number(y - way * v * r)}`;
  /**
   * @param {Point[]} points
   * @param {string} end
   */
  const line = ([first, ...rest], end) => `M${at(first)}L${rest.map(at).join(" ")}${end}`;
  return pieces.map(({ style, lines = [], closed, ring: radius }) => [
    style,
    radius ? ring(x, y, radius * r) : lines.map((points) => line(points, closed ? "z" : "")).join(""),
  ]);
}

/**
 * A ring around a point.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
export function ring(x, y, r) {
  const arc = `${number(r)} ${number(r)} 0`;
  return `M${number(x)} ${number(y - r)}a${arc} 1 1 0 ${number(2 * r)}a${arc} 0 1 0 ${number(-2 * r)}z`;
}

/**
 * A mark as it stands in a line of text.
 *
 * @param {Shapes} shapes
 * @param {string} shape
 * @param {Lane} lane
 */
export function inList(shapes, shape, lane) {
  const name = shape === "bar" && lane === 2 ? "striped-bar" : shape;
  const made = document.createElementNS(SVG, "svg");
  const size = { viewBox: `0 0 ${BOX} ${BOX}`, width: BOX, height: BOX };
  const attributes = { class: `mark ${styleOf(lane)}`, ...size, "aria-hidden": "true" };
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  const pieces = Object.hasOwn(shapes, name) ? shapes[name] : shapes.square;
  for (const [style, d] of mark(pieces, BOX / 2, BOX / 2, RADIUS, pointsTo(lane))) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", style);
    path.setAttribute("d", d);
    made.append(path);
  }
  return made;
}
