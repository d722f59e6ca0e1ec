// Drawings and badges, which come as data: a list of a name, attributes, and what stands inside.

/** @import { Drawing } from "../../site/data/types.d.ts" */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element of its description; below an `svg` everything is SVG.
 *
 * @param {Drawing} drawing
 * @param {string | null} within
 * @returns {Element}
 */
export function drawn([name, attributes, ...inside], within = null) {
  const space = name === "svg" ? SVG : within;
  const element = space ? document.createElementNS(space, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside.map((one) => (typeof one === "string" ? one : drawn(one, space))));
  return element;
}
