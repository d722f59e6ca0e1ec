// How much of a text has room.

let pen;

/** The width of a text in an element, in pixels. */
export function widthOf(text, element) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `13px ${getComputedStyle(element).fontFamily}`;
  return pen.measureText(text).width;
}

/** Shorten a text to a number of pixels, at the end of a word. */
export function fitted(text, room, element) {
  if (widthOf(text, element) <= room) return text;
  const parts = text.split(" ");
  while (parts.length > 1 && widthOf(`${parts.join(" ")}…`, element) > room) parts.pop();
  let short = parts.join(" ");
  while (short && widthOf(`${short}…`, element) > room) short = short.slice(0, -1);
  return short ? `${short}…` : "";
}
