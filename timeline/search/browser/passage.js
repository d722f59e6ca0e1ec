// What a result shows of an event's texts, with the words of the query marked as the text spells them.

/** @import { Segment, Wanted } from "./types.d.ts" */
/** @import { Token } from "../normaliser.js" */
/** @typedef {(text: string) => Token[]} Analyse */
/** @typedef {[start: number, end: number]} Place */

const LENGTH = 160;
const BEFORE = 45;
const SLACK = 25; // a text that is hardly longer is shown whole
const SEEN = 0.15; // what matches less than this is marked nowhere

/**
 * The places of a text that match wanted terms, in order, and how much they say together.
 *
 * @param {string} text
 * @param {Wanted} wanted
 * @param {Analyse} analyse
 */
function matches(text, wanted, analyse) {
  /** @type {Place[]} */
  const places = [];
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const { start, end, terms } of analyse(text)) {
    let most = 0;
    for (const [term, share] of terms) {
      for (const { word, weight, rare } of wanted.get(term) ?? []) {
        most = Math.max(most, weight * share);
        if (weight * share > SEEN) best.set(word, Math.max(best.get(word) ?? 0, rare * weight * share));
      }
    }
    if (most > SEEN) places.push([start, end]);
  }
  const score = [...best.values()].reduce((sum, one) => sum + one, 0);
  return { places: joined(places), score };
}

/**
 * Places in order, those that overlap made one.
 *
 * @param {Place[]} places
 */
function joined(places) {
  /** @type {Place[]} */
  const found = [];
  for (const [start, end] of places.sort(([a], [b]) => a - b)) {
    const before = found.at(-1);
    if (before && start < before[1]) before[1] = Math.max(before[1], end);
    else found.push([start, end]);
  }
  return found;
}

/**
 * A part of a text, cut where its places begin and end.
 *
 * @param {string} text
 * @param {Place[]} places
 */
function segments(text, places, from = 0, to = text.length) {
  /** @type {Segment[]} */
  const found = [];
  let at = from;
  for (const [start, end] of places) {
    if (start < from || end > to) continue;
    if (start > at) found.push([text.slice(at, start), false]);
    found.push([text.slice(start, end), true]);
    at = end;
  }
  if (at < to) found.push([text.slice(at, to), false]);
  return found;
}

/**
 * Where the words of a text begin and end, so that none is cut.
 *
 * @param {string} text
 * @param {number} first
 * @returns {Place}
 */
function cut(text, first) {
  let from = 0;
  if (first > BEFORE) from = text.indexOf(" ", first - BEFORE) + 1;
  if (from > first) from = first;
  if (text.length - from < LENGTH + SLACK) {
    if (text.length <= LENGTH + SLACK) from = 0;
    return [from, text.length];
  }
  const to = text.lastIndexOf(" ", from + LENGTH);
  return [from, to > first ? to : from + LENGTH];
}

/**
 * @param {string} text
 * @param {Place[]} places
 */
function shortened(text, places) {
  const [from, to] = cut(text, places[0]?.[0] ?? 0);
  const found = segments(text, places, from, to);
  if (from > 0) found.unshift(["…", false]);
  if (to < text.length) found.push(["…", false]);
  return found;
}

/**
 * A text with its matches marked.
 *
 * @param {string} text
 * @param {Wanted} wanted
 * @param {Analyse} analyse
 */
export const marked = (text, wanted, analyse) => segments(text, matches(text, wanted, analyse).places);

/**
 * The part of some texts that says most of what was asked for; without any it is the first one's beginning.
 *
 * @param {string[]} texts
 * @param {Wanted} wanted
 * @param {Analyse} analyse
 */
export function passage(texts, wanted, analyse) {
  /** @type {{ text: string, places: Place[], score: number }} */
  let best = { text: texts[0] ?? "", places: [], score: 0 };
  for (const text of texts) {
    const found = matches(text, wanted, analyse);
    if (found.score > best.score) best = { text, ...found };
  }
  return shortened(best.text, best.places);
}
