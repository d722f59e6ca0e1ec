// Shapes of the axis that are no marks of single entries.
import { number as n, styleOf } from "../marks.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * A house with its gable at `tip`: the mark of many moves.
 *
 * @param {number} x
 * @param {number} start
 * @param {number} tip
 * @param {number} width
 */
export function pentagon(x, start, tip, width) {
  const shoulder = n(tip - Math.sign(tip - start) * width * 0.36);
  const [left, right] = [n(x - width / 2), n(x + width / 2)];
  return `M${left} ${n(start)}V${shoulder}L${n(x)} ${n(tip)}L${right} ${shoulder}V${n(start)}z`;
}

/**
 * A box between two corners.
 *
 * @param {number} x0
 * @param {number} y0
 * @param {number} x1
 * @param {number} y1
 */
export const box = (x0, y0, x1, y1) => `M${n(x0)} ${n(y0)}H${n(x1)}V${n(y1)}H${n(x0)}z`;

/**
 * A line through points.
 *
 * @param {[x: number, y: number][]} points
 */
export const line = (...points) => `M${points.map(([x, y]) => [n(x), n(y)].join(" ")).join("L")}`;

/**
 * Make an SVG element below another.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Element} parent
 * @param {Name} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 */
export function make(parent, name, attributes = {}, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

/**
 * Define the stripes of the second lane, which tell it from the first where colour does not.
 *
 * @param {SVGSVGElement} svg
 * @param {string} id
 */
export function stripes(svg, id) {
  const defs = make(svg, "defs");
  svg.prepend(defs);
  const pattern = make(defs, "pattern", { id, width: 8, height: 3.4, patternUnits: "userSpaceOnUse" });
  make(pattern, "path", { class: "ground", d: "M0 0h8v3.4H0z" });
  make(pattern, "path", { class: `${styleOf(2)} solid`, d: "M0 0h8v2H0z" });
}
