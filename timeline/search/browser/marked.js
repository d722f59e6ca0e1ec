// Texts of the record with the matches marked. A mark is neither a border of direction nor of joined letters; only what
// runs against the direction of the page is set apart, as everywhere on the site.
import { rightToLeft } from "../../site/scripts/words.js";

/** @import { Segment } from "./types.d.ts" */

const OWN = rightToLeft ? /[\u0620-\u06ff]/ : /[a-z]/i;
const OTHER = rightToLeft ? "ltr" : "rtl";

/**
 * The places at which a text changes its direction: every second piece runs against the page's.
 *
 * @param {string} text
 * @param {RegExp} foreign
 */
function borders(text, foreign) {
  /** @type {number[]} */
  const found = [];
  for (const match of text.matchAll(foreign)) found.push(match.index, match.index + match[0].length);
  return [...found, text.length];
}

/**
 * The nodes of a part of a text.
 *
 * @param {Segment[]} segments
 * @param {number} from
 * @param {number} to
 */
function* nodes(segments, from, to) {
  let at = 0;
  for (const [text, marked] of segments) {
    const piece = text.slice(Math.max(0, from - at), Math.max(0, to - at));
    at += text.length;
    if (!piece) continue;
    const node = marked ? document.createElement("mark") : document.createTextNode(piece);
    if (marked) node.textContent = piece;
    yield node;
  }
}

/**
 * Put a text into an element; one that is wholly foreign gives the element its direction.
 *
 * @template {HTMLElement} Element
 * @param {Element} element
 * @param {Segment[]} segments
 * @param {RegExp} foreign
 */
export function write(element, segments, foreign) {
  const text = segments.map(([piece]) => piece).join("");
  if (text && !OWN.test(text)) {
    element.dir = OTHER;
    element.append(...nodes(segments, 0, text.length));
    return element;
  }
  let from = 0;
  borders(text, foreign).forEach((to, place) => {
    const piece = [...nodes(segments, from, to)];
    if (place % 2) element.append(apart(piece));
    else element.append(...piece);
    from = to;
  });
  return element;
}

/** @param {Node[]} piece */
function apart(piece) {
  const run = document.createElement("bdi");
  run.dir = OTHER;
  run.append(...piece);
  return run;
}
