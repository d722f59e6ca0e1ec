// The entries of the axis, as the file that the build wrote has them.
import { language, root } from "../../scripts/words.js";

/** The outages' kind, and the shape of those whose length is not known. */
export const OUTAGE = "outage";
const UNKNOWN = "unknown";
export const DEBUNKED = "debunked";

/** Make entries of the file's rows. */
export function read({ rows, lanes, kinds }) {
  const items = rows.map((row, place) => item(row, place, lanes, kinds));
  for (const one of items) one.answered = items[one.answers - 1];
  return items;
}

function item([id, start, width, length, lane, kind, title, doubt = 0, said, answers, company], place, lanes, kinds) {
  const [name, called, shape] = kinds[kind];
  const outage = name === OUTAGE;
  return {
    id, place, start, width, length, lane, title, doubt, said, answers, outage, called,
    kind: name,
    end: start + (width || (outage && length) || 1),
    middle: start + width / 2,
    side: lanes[lane][0],
    company: company || lanes[lane][1],
    held: name !== DEBUNKED,
    tokens: [lanes[lane][0], outage && length === null ? UNKNOWN : shape],
    href: new URL(`${language}/events/${id}/`, root).href,
  };
}

/** Say of an entry whether nothing that it is called by is hidden. */
export const isShown = (hidden) => (one) => !one.tokens.some((token) => hidden.has(token));
