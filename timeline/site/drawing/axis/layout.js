// Where each mark of a range stands. Distances run along the reading direction (`u`); the drawing mirrors them.
import { gather, stack } from "./gather.js";
import { level, unitOf } from "./scale.js";

/** @import { Band, Box, Frame, Gathered, Item, Laid, Place, SingleBox, StretchBox } from "./types.d.ts" */

/** The most elements that the marks of a drawing may have together. */
const BUDGET = 1000;

export const RADIUS = 4.6;
export const BAR = 8;
export const GATHERED = 28;

// Pixels: the least that a column of gathering is wide; an outage whose end is not known; the room of a label, and the
// least of it that is worth writing; marks in a list; how wide a time must be before it is drawn as a stretch.
const NARROWEST = 14;
const OPEN = { day: 26, other: 10 };
const LABEL = { wanted: 240, most: 440 };
const SHORT = 56;
const WORTH = 104; // the same where marks are many, as in a year or a month
const STEP = 16;
const STRETCH = 40;
const TALLEST = 48; // a counted mark

/**
 * Lay out what is seen of the items; with more of them than can be drawn singly, wider columns are gathered.
 *
 * @param {Item[]} items
 * @param {Frame} frame
 */
export function arrange(items, frame) {
  const seen = items.filter((item) => item.end > frame.from && item.start < frame.to);
  const bands = bandsOf(
    frame,
    seen.some((item) => item.lane === 0),
  );
  /** @type {Laid[]} */
  let marks = [];
  for (let room = NARROWEST; room < 200; room *= 1.7) {
    marks = bands.flatMap((band) => place(seen.filter(band.holds), band, frame, room));
    if (marks.reduce((sum, mark) => sum + mark.elements, 0) <= BUDGET) break;
  }
  return marks.sort((one, other) => one.time - other.time || one.lane - other.lane);
}

/**
 * The strips in which marks lie: where each begins, the way it fills up, and its rows.
 *
 * @param {Frame} frame
 * @param {boolean} third
 * @returns {Band[]}
 */
function bandsOf({ lines: [upper, lower], top, floor, from, to }, third) {
  const name = level([from, to]);
  const day = name === "day";
  const strip = (lower - upper) / 2 - (third ? 20 : 2);
  const outages = { outage: true, upright: !day, pitch: 20, offset: 14, labels: day };
  const many = name === "years";
  const rows = { pitch: many ? 12 : day ? 17 : 15, offset: many ? 10 : 12 };
  const moves = { outage: false, upright: false, ...rows, labels: !many, least: day ? SHORT : WORTH };
  /** @type {Omit<Band, "rows" | "holds">[]} */
  const made = [
    { ...outages, lane: 1, base: upper, way: -1, depth: upper - top },
    { ...outages, lane: 2, base: lower, way: 1, depth: floor - lower },
    { ...moves, lane: 1, base: upper, way: 1, depth: strip },
    { ...moves, lane: 2, base: lower, way: -1, depth: strip },
    { ...moves, lane: 0, base: (upper + lower) / 2 - 20, way: 1, depth: 40, pitch: 12, offset: 8, labels: false },
  ];
  return made.map((band) => ({
    ...band,
    rows: Math.max(1, Math.floor((band.depth - band.offset - 4) / band.pitch) + 1),
    holds: (item) => item.lane === band.lane && (item.outage === band.outage || !band.lane),
  }));
}

/**
 * Place the items of a band: gathered ones, single ones in rows, and lists of those whose time is a wide stretch.
 *
 * @param {Item[]} items
 * @param {Band} band
 * @param {Frame} frame
 * @param {number} room
 * @returns {Laid[]}
 */
function place(items, band, frame, room) {
  /** @param {Item} item */
  const isVague = (item) => !band.outage && item.width * frame.perMinute > STRETCH;
  /** @param {Item} item */
  const within = (item) => band.outage || (item.middle >= frame.from && item.middle < frame.to);
  const clear = items.filter((item) => !isVague(item) && within(item));
  const stretches = Map.groupBy(items.filter(isVague), (item) => `${item.start} ${item.width}`);
  const options = {
    unit: unitOf(frame.units.gathered, frame.perMinute, room),
    most: band.upright ? Math.max(1, 4 - Math.floor(room / NARROWEST)) : band.rows,
    reach: GATHERED,
    perMinute: frame.perMinute,
    forced: /** @type {Set<number>} */ (new Set()),
  };
  for (;;) {
    const { singles, counted } = gather(clear, options);
    /** @type {Box[]} */
    const boxes = [
      ...singles.map((item) => box(item, band, frame)),
      ...[...stretches.values()].map((list) => stretch(list, frame)),
    ];
    const centres = counted.map((many) => centre(many, frame));
    const lost = band.upright ? [] : stack(boxes, rowsOf(band, centres));
    const news = lost.flatMap(({ item }) => (item ? [options.unit.index(item.middle)] : []));
    for (const column of news) options.forced.add(column);
    if (news.length) continue;
    const vague = lost.flatMap(({ list, u0, u1 }) => (list ? [asMany(list, frame.time((u0 + u1) / 2))] : []));
    const placed = boxes.filter((one) => !lost.includes(one));
    if (band.upright) nudge(placed, frame.bar + 1.6);
    return [
      ...placed.flatMap((one) => (one.list ? spread(one, band) : [single(one, band, frame)])),
      ...[...counted, ...vague].map((one) => gathered(one, band, frame)),
    ];
  }
}

/**
 * Move bars that would stand on each other a little apart, in order of time.
 *
 * @param {Box[]} boxes
 * @param {number} least
 */
function nudge(boxes, least) {
  let last = -Infinity;
  for (const one of boxes.filter(({ item }) => item)) {
    const [u, half] = [Math.max(one.item ? one.u : 0, last + least), (one.u1 - one.u0) / 2];
    Object.assign(one, { u, u0: u - half, u1: u + half });
    last = u;
  }
}

/**
 * How far an item reaches along the axis, with the label that it would like to have.
 *
 * @param {Item} item
 * @param {Band} band
 * @param {Frame} frame
 * @returns {SingleBox}
 */
function box(item, band, frame) {
  const label = band.labels ? LABEL.wanted : 0;
  if (!band.outage || band.upright) {
    const u = frame.u(band.outage ? item.start : item.middle);
    return { item, u, u0: u - RADIUS - 1, u1: u + RADIUS + 1, wanted: u + RADIUS + 1 + label };
  }
  let [u0, u1] = [frame.u(item.start), frame.u(item.end)];
  if (item.width) [u0, u1] = widened(u0, u1, OPEN.other);
  else if (item.length === null) u1 = u0 + (band.labels ? OPEN.day : OPEN.other);
  else u1 = Math.max(u1, u0 + 4);
  [u0, u1] = [Math.max(u0, -6), Math.min(u1, frame.width + 6)];
  return { item, u: (u0 + u1) / 2, u0, u1, wanted: u1 + 4 + label };
}

/**
 * @param {number} u0
 * @param {number} u1
 * @param {number} least
 */
const widened = (u0, u1, least) => (u1 - u0 >= least ? [u0, u1] : [(u0 + u1 - least) / 2, (u0 + u1 + least) / 2]);

/**
 * A stretch of time that is all that is known of when some moves were made.
 *
 * @param {Item[]} list
 * @param {Frame} frame
 * @returns {StretchBox}
 */
function stretch(list, frame) {
  const u0 = Math.max(0, frame.u(list[0].start));
  return { list, u0, u1: Math.min(frame.width, frame.u(list[0].end)) };
}

/**
 * @param {Band} band
 * @param {number} row
 */
const yOf = (band, row) => band.base + band.way * (band.offset + row * band.pitch);

/**
 * @param {SingleBox} found
 * @param {Band} band
 * @param {Frame} frame
 * @returns {Laid}
 */
function single(found, band, frame) {
  const { item, u, u0, u1, row = 0, next } = found;
  const over = band.outage && u1 > frame.width - SHORT;
  const room = over ? u1 - Math.max(u0, 0) - 16 : Math.min(next ?? u1, frame.width, u1 + LABEL.most) - u1 - 8;
  const label =
    band.labels && room >= (band.least ?? SHORT) ? { u: over ? Math.max(u0, 0) + 8 : u1 + 6, room } : undefined;
  const y = band.upright ? band.base : yOf(band, row);
  const elements = (item.held ? 2 : 3) + (label ? 1 : 0);
  return { items: [item], band, lane: item.lane, time: item.start, u, u0, u1, y, label, elements };
}

/**
 * Set the moves of a stretch side by side in it.
 *
 * @param {StretchBox} found
 * @param {Band} band
 * @returns {Laid[]}
 */
function spread({ list, u0, u1, row = 0 }, band) {
  const y = yOf(band, row);
  const at = band.labels ? y + 8 : y;
  const step = band.labels ? Math.min(LABEL.most, (u1 - u0 - 16) / list.length) : STEP;
  if (step < STEP - 2 || list.length * STEP > u1 - u0) {
    const many = asMany(list, 0);
    const mark = { ...many, ...countedAt((u0 + u1) / 2, band), band, lane: band.lane, time: list[0].start };
    return [{ ...mark, stretch: { u0, u1, y: at } }];
  }
  const first = band.labels ? u0 + 12 : (u0 + u1 - step * (list.length - 1)) / 2;
  return list.map((item, number) => {
    const u = first + number * step;
    const label = step - 22 >= SHORT ? { u: u + RADIUS + 6, room: step - 22 } : undefined;
    const line = number ? undefined : { u0, u1, y: at };
    const mark = { items: [item], band, lane: item.lane, time: item.start, u, u0: u - 6, u1: u + 6, y };
    return { ...mark, label, vague: true, stretch: line, elements: 3 };
  });
}

/**
 * @param {Item[]} items
 * @param {number} middle
 */
const asMany = (items, middle) => ({
  items,
  middle,
  from: Math.min(...items.map((item) => item.start)),
  to: Math.max(...items.map((item) => item.end)),
});

/**
 * @param {Gathered} many
 * @param {Band} band
 * @param {Frame} frame
 * @returns {Laid}
 */
function gathered(many, band, frame) {
  return { ...many, ...countedAt(centre(many, frame), band), band, lane: band.lane, time: many.items[0].start };
}

/**
 * Where a counted mark stands: in the middle of its column, and wholly inside.
 *
 * @param {Gathered} many
 * @param {Frame} frame
 */
const centre = (many, frame) => Math.min(Math.max(frame.u(many.middle), GATHERED / 2), frame.width - GATHERED / 2);

/**
 * The rows of a band, the inner ones of which are taken where counted marks stand.
 *
 * @param {Band} band
 * @param {number[]} centres
 * @returns {Place[][]}
 */
function rowsOf(band, centres) {
  const under = Math.ceil((TALLEST - band.offset) / band.pitch);
  const blocks = centres.map((u) => ({ u0: u - GATHERED / 2, u1: u + GATHERED / 2, wanted: u + GATHERED / 2 }));
  return Array.from({ length: band.rows }, (_, row) => (row < under ? [...blocks] : []));
}

/**
 * @param {number} u
 * @param {Band} band
 */
function countedAt(u, { base, way }) {
  return { counted: true, u, u0: u - GATHERED / 2, u1: u + GATHERED / 2, y: base + way * 16, elements: 3 };
}
