// How much of a text has room.

/** @type {CanvasRenderingContext2D | null | undefined} */
let pen;

/**
 * The width of a text in an element, in pixels.
 *
 * @param {string} text
 * @param {Element} element
 */
export function widthOf(text, element) {
  pen ??= document.createElement("canvas").getContext("2d");
  if (!pen) return 0;
  pen.font = `13px ${getComputedStyle(element).fontFamily}`;
  return pen.measureText(text).width;
}

/**
 * Shorten a text to a number of pixels, at the end of a word.
 *
 * @param {string} text
 * @param {number} room
 * @param {Element} element
 */
export function fitted(text, room, element) {
  if (widthOf(text, element) <= room) return text;
  const parts = text.split(" ");
  while (parts.length > 1 && widthOf(`${parts.join(" ")}…`, element) > room) parts.pop();
  let short = parts.join(" ");
  while (short && widthOf(`${short}…`, element) > room) short = short.slice(0, -1);
  return short ? `${short}…` : "";
}
