// Dense stretches are gathered into counted marks, in order of time and so alike in both directions; what stays
// single finds a row in which it covers nothing.

/** @import { Box, Gathered, Item, Place, Unit } from "./types.d.ts" */

/**
 * How items are gathered: by which unit; the most that stay single in a column; how wide a counted mark is; the columns
 * that are gathered in any case; and how many pixels a minute has.
 *
 * @typedef {{ unit: Unit, most: number, reach: number, forced: Set<number>, perMinute: number }} Gathering
 */

// Half a mark, and a little air.
const BESIDE = 7;

/**
 * Split items by columns of a unit of time: a column with more than `most`, or one that is forced, becomes one mark
 * of width `reach`, which takes in the columns that it would cover.
 *
 * @param {Item[]} items
 * @param {Gathering} gathering
 * @returns {{ singles: Item[], counted: Gathered[] }}
 */
export function gather(items, { unit, most, reach, forced, perMinute }) {
  /** @type {Map<number, Item[]>} */
  const columns = new Map();
  for (const item of items) {
    const column = unit.index(item.middle);
    columns.set(column, [...(columns.get(column) ?? []), item]);
  }
  /** @param {number} column */
  const middle = (column) => ((unit.start(column) + unit.start(column + 1)) / 2) * perMinute;
  const into = absorbed(columns, middle, { most, reach, forced });
  /** @type {Map<number, number[]>} */
  const counted = new Map();
  for (const [column, place] of [...into].sort(([one], [other]) => one - other)) {
    counted.set(place, [...(counted.get(place) ?? []), column]);
  }
  /** @param {Item} item */
  const covering = (item) =>
    [...counted.keys()].find((place) => Math.abs(middle(place) - item.middle * perMinute) < reach / 2 + BESIDE);
  const singles = items.filter((item) => !into.has(unit.index(item.middle)));
  const covered = Map.groupBy(singles, covering);
  return {
    singles: covered.get(undefined) ?? [],
    counted: [...counted].map(([place, taken]) => ({
      ...many([...taken.flatMap((column) => columns.get(column) ?? []), ...(covered.get(place) ?? [])], unit),
      middle: (unit.start(place) + unit.start(place + 1)) / 2,
    })),
  };
}

/**
 * The items of a counted mark, in order of time, and the whole columns that they lie in.
 *
 * @param {Item[]} items
 * @param {Unit} unit
 */
function many(items, unit) {
  items.sort((one, other) => one.start - other.start || one.place - other.place);
  const places = items.map((item) => unit.index(item.middle));
  return { items, from: unit.start(Math.min(...places)), to: unit.start(Math.max(...places) + 1) };
}

/**
 * Return for each gathered column the one in whose place its mark stands, the fullest first.
 *
 * @param {Map<number, Item[]>} columns
 * @param {(column: number) => number} middle
 * @param {Pick<Gathering, "most" | "reach" | "forced">} gathering
 */
function absorbed(columns, middle, { most, reach, forced }) {
  /** @type {Map<number, number>} */
  const into = new Map();
  const fullest = [...columns].sort(([one, own], [other, items]) => items.length - own.length || one - other);
  for (const [column, items] of fullest) {
    if (into.has(column) || (items.length <= most && !forced.has(column))) continue;
    const marks = [...new Set(into.values())];
    const place = marks.find((other) => Math.abs(middle(other) - middle(column)) < reach + 2) ?? column;
    for (const near of columns.keys()) {
      const covered = near === column || Math.abs(middle(near) - middle(place)) < reach / 2 + 5;
      if (covered && !into.has(near)) into.set(near, place);
    }
  }
  return into;
}

/** Whether a row is free between two places. @typedef {(row: number, from: number, to: number, end: "u1" | "wanted") => boolean} Free */

/**
 * Give boxes (`u0` to `u1`, or to `wanted` with their label) rows from the inside out, of which some are taken in part.
 * What finds no row without covering something is returned.
 *
 * @param {Box[]} boxes
 * @param {Place[][]} taken
 */
export function stack(boxes, taken) {
  /** @type {Free} */
  const free = (row, from, to, end) => taken[row].every((other) => to <= other.u0 || (other[end] ?? other.u1) <= from);
  /** @type {Box[]} */
  const lost = [];
  for (const box of boxes) {
    let row = taken.findIndex((_, one) => free(one, box.u0, box.wanted ?? box.u1, "wanted"));
    if (row < 0) row = roomiest(taken, box, free);
    if (row < 0) lost.push(box);
    else {
      box.row = row;
      box.wanted ??= box.u1;
      taken[row].push(box);
    }
  }
  for (const row of taken) findNext(row);
  return lost;
}

/**
 * The row in which a box covers nobody's mark, and as little as can be of a label.
 *
 * @param {Place[][]} taken
 * @param {Place} box
 * @param {Free} free
 */
function roomiest(taken, box, free) {
  const rows = taken.map((_, row) => row).filter((row) => free(row, box.u0, box.u1, "u1"));
  /** @param {number} row */
  const before = (row) =>
    Math.max(-Infinity, ...taken[row].filter((other) => other.u1 <= box.u0).map((other) => other.u1));
  return rows.length ? rows.reduce((best, row) => (before(row) < before(best) ? row : best)) : -1;
}

/**
 * Tell each box where the next one of its row begins, which is how far its label may reach.
 *
 * @param {Place[]} row
 */
function findNext(row) {
  row.sort((one, other) => one.u0 - other.u0);
  row.forEach((box, place) => {
    box.next = row[place + 1]?.u0 ?? Infinity;
  });
}
