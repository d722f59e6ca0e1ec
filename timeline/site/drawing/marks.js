// The shapes of marks, which come as data, drawn as marks.py draws them.

const SVG = "http://www.w3.org/2000/svg";
const BOX = 14;
const RADIUS = 6;

/** A coordinate with one decimal at most. */
export const number = (value) => String(Math.round(value * 10) / 10 + 0);

/** The class that sets a lane's colours. */
export const styleOf = (lane) => `lane-${lane}`;

/** The way in which a lane's marks point: 1 down, towards the other lane, -1 up. */
export const pointsTo = (lane) => (lane === 1 ? 1 : -1);

/** The class and path of each piece of a mark of half-size `r` around a point; `way` is 1 to point down, -1 up. */
export function mark(pieces, x, y, r, way) {
  const at = ([u, v]) => `${number(x + u * r)} ${number(y - way * v * r)}`;
  const line = ([first, ...rest], end) => `M${at(first)}L${rest.map(at).join(" ")}${end}`;
  return pieces.map(({ style, lines, closed, ring: radius }) => [
    style,
    radius ? ring(x, y, radius * r) : lines.map((points) => line(points, closed ? "z" : "")).join(""),
  ]);
}

function ring(x, y, r) {
  const arc = `${number(r)} ${number(r)} 0`;
  return `M${number(x)} ${number(y - r)}a${arc} 1 1 0 ${number(2 * r)}a${arc} 0 1 0 ${number(-2 * r)}z`;
}

/** A mark as it stands in a line of text. */
export function inList(shapes, shape, lane) {
  const name = shape === "bar" && lane === 2 ? "striped-bar" : shape;
  const made = document.createElementNS(SVG, "svg");
  const attributes = { class: `mark ${styleOf(lane)}`, viewBox: `0 0 ${BOX} ${BOX}`, width: BOX, height: BOX, "aria-hidden": "true" };
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  for (const [style, d] of mark(shapes[name] ?? shapes.square, BOX / 2, BOX / 2, RADIUS, pointsTo(lane))) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", style);
    path.setAttribute("d", d);
    made.append(path);
  }
  return made;
}
