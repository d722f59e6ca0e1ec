// Which entries are shown, and how many there would be behind each choice; one pass over all of them.
import { first, last } from "./dates.js";

/** @import { Asked } from "./address.js" */
/** @import { Choices } from "./choices.js" */
/** @import { Ranks } from "./found.js" */
/** @import { Entry } from "./list.js" */

/**
 * Which entries are shown, in the order of the page; how many of those are held for true, and how many are debunked;
 * how many entries there are in all, and how many behind each choice and each year.
 *
 * @typedef {{
 *   shown: boolean[], held: number, debunked: number, total: number, numbers: number[], years: Map<string, number>,
 * }} Counts
 */

const YEARS = "years";
const QUERY = "query";

/**
 * Return a function that counts entries for what is asked; `debunked` is the choice at which those are counted.
 *
 * @param {Entry[]} entries
 * @param {Choices} choices
 */
export function counter(entries, { all, debunked }) {
  const groups = [...new Set(all.map(({ group }) => group)), YEARS, QUERY];
  const bit = Object.fromEntries(groups.map((group, place) => [group, 1 << place]));
  const bits = all.map(({ group }) => bit[group]);
  /**
   * @param {Asked} state
   * @param {Ranks} ranks
   */
  return (state, ranks) => {
    const asked = [...state.chosen].reduce((sum, place) => sum | bits[place], bit[YEARS] | bit[QUERY]);
    /** @type {Counts} */
    const result = { shown: [], held: 0, debunked: 0, total: 0, numbers: all.map(() => 0), years: new Map() };
    for (const entry of entries) {
      const failed = asked & ~fulfilled(entry, state, ranks, bits, bit);
      add(result, entry, failed);
      addToChoices(result, entry, failed, bits, bit, debunked);
    }
    return result;
  };
}

/**
 * Return the groups, as bits, in which an entry is what is asked for.
 *
 * @param {Entry} entry
 * @param {Asked} asked
 * @param {Ranks} ranks
 * @param {number[]} bits
 * @param {Record<string, number>} bit
 */
function fulfilled(entry, { chosen, from, to }, ranks, bits, bit) {
  let met = (!from || entry.start >= first(from)) && (!to || entry.start <= last(to)) ? bit[YEARS] : 0;
  if (!ranks || ranks.has(entry.id)) met |= bit[QUERY];
  for (const place of entry.met) if (chosen.has(place)) met |= bits[place];
  return met;
}

/**
 * @param {Counts} result
 * @param {Entry} entry
 * @param {number} failed
 */
function add(result, { debunked }, failed) {
  result.shown.push(!failed);
  if (!debunked) result.total += 1;
  if (!failed) result[debunked ? "debunked" : "held"] += 1;
}

/**
 * Count an entry at all its choices, or, where it fails in one group alone, at those of this group.
 *
 * @param {Counts} counts
 * @param {Entry} entry
 * @param {number} failed
 * @param {number[]} bits
 * @param {Record<string, number>} bit
 * @param {number} debunked
 */
function addToChoices({ numbers, years }, entry, failed, bits, bit, debunked) {
  /** @param {number} group */
  const counts = (group) => !failed || failed === group;
  for (const place of entry.met) {
    // What was debunked is counted nowhere but as such.
    if (counts(bits[place]) && (!entry.debunked || place === debunked)) numbers[place] += 1;
  }
  if (counts(bit[YEARS]) && !entry.debunked) years.set(entry.year, (years.get(entry.year) ?? 0) + 1);
}
