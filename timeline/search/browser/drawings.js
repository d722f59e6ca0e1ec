// Drawings and badges, which come as data: a list of a name, attributes, and what stands inside.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element of its description; below an `svg` everything is SVG. */
export function drawn([name, attributes, ...inside], within = null) {
  const space = name === "svg" ? SVG : within;
  const element = space ? document.createElementNS(space, name) : document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside.map((one) => (typeof one === "string" ? one : drawn(one, space))));
  return element;
}

/** Draw the mark of a kind of entry, in the colour of a side; one side may have a drawing of its own. */
export function mark(marks, shape, side) {
  const own = [`${shape}/${side}`, shape, ""].find((key) => Object.hasOwn(marks, key));
  const element = drawn(marks[own]);
  element.classList.add(side);
  return element;
}
