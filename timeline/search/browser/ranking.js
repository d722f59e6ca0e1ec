// Which events answer a query, and in which order.

/** @import { LookedUp, Variant } from "./types.d.ts" */

const BITS = 4;
const HEAVIEST = (1 << BITS) - 1;

// An event must cover so much of what a query asks for. Rare words ask for more than common ones, but less than in
// proportion; a word that no event has asks for as much as one that a few have. It is covered best by where it tells
// most, and wherever it stands as it was typed, it covers itself enough.
const ENOUGH = 0.45;
const PROPORTION = 0.4;
const FEW = 3;
const COVERED = 1.25;
const ANYWHERE = 0.46;
const STRESS = 3; // so much more counts who said what is asked for

// Where fewer events than these have enough, those follow that have a part.
const SCARCE = 3;
const PART = 0.28;
const BRIEF = 3; // of so few words none may be missing that no event has

/**
 * How much it says that an event has a word which so many of all events have.
 *
 * @param {number} having
 * @param {number} all
 */
export const rarity = (having, all) => Math.log(1 + (Math.max(all - having, 0) + 0.5) / (having + 0.5));

/**
 * @param {number} having
 * @param {number} all
 */
const asking = (having, all) => rarity(Math.max(having, FEW), all) ** PROPORTION;

/**
 * Call `seen(event, weight)` for each event of a term's postings; weights are from 0 to 1.
 *
 * @param {number[]} postings
 * @param {(event: number, weight: number) => void} seen
 */
export function eachPosting(postings, seen) {
  let event = 0;
  for (const posting of postings) {
    event += posting >> BITS;
    seen(event, (posting & HEAVIEST) / HEAVIEST);
  }
}

/**
 * Variants in groups of the same weight, the heaviest first.
 *
 * @param {Variant[]} variants
 */
function byWeight(variants) {
  /** @type {Map<number, Variant[]>} */
  const groups = new Map();
  for (const variant of variants) {
    const group = groups.get(variant.weight);
    if (group) group.push(variant);
    else groups.set(variant.weight, [variant]);
  }
  return [...groups].sort(([one], [other]) => other - one).map(([, group]) => group);
}

/**
 * What of one word each event has: how much that says, and how well it covers the word.
 *
 * The weaker a variant is, the more events count as having the word: those of all variants as strong as it. So a
 * weak variant that is rare by itself does not outweigh the word as it was typed.
 *
 * The name of an `other` thing, which is mentioned in passing, is covered no better than the place of the mention tells.
 *
 * @param {Variant[]} variants
 * @param {number} all
 */
function held(variants, all, other = false) {
  const [scores, covers] = [new Float64Array(all), new Float64Array(all)];
  /** @type {number[]} */
  const events = [];
  for (const group of byWeight(variants)) {
    for (const { postings, cover } of group) {
      eachPosting(postings, (event, share) => {
        if (!covers[event]) events.push(event);
        const part = other ? share : Math.max(share * COVERED, ANYWHERE);
        covers[event] = Math.max(covers[event], Math.min(1, cover * part));
      });
    }
    const rare = rarity(events.length, all);
    for (const { postings, weight } of group) {
      eachPosting(postings, (event, share) => {
        scores[event] = Math.max(scores[event], rare * weight * share);
      });
    }
  }
  return { scores, covers, events };
}

/**
 * The events that have enough of some words, and those that have a part where the former are few: of each the best
 * first, of equals the newest; and the places of the words that none of the latter has.
 *
 * @param {LookedUp[]} words
 * @param {number} all
 */
export function ranked(words, all) {
  const asked = words.map(({ variants, optional, stressed, other }) => {
    const word = held(variants, all, other);
    const stress = stressed ? STRESS : 1;
    return { ...word, stress, other, part: optional ? 0 : stress * asking(word.events.length, all) };
  });
  const { scores, covered } = summed(asked, all);
  /** @param {(cover: number) => boolean} chosen */
  const having = (chosen) => covered.flatMap(([event, cover]) => (chosen(cover) ? [event] : [])).sort(better);
  /** @type {(one: number, other: number) => number} */
  const better = (one, other) => scores[other] - scores[one] || other - one;
  const parts = asked.filter(({ part }) => part);
  const whole = sum(parts);
  const known = sum(parts.filter(({ events }) => events.length));
  const others = asked.filter((word) => word.other);
  const enough = having((cover) => cover >= ENOUGH * whole).filter((event) =>
    others.every(({ covers }) => covers[event] >= ENOUGH),
  );
  const brief = parts.length <= BRIEF && known < whole;
  const found = brief ? [] : enough;
  const single = parts.length < 2 && !words.some(({ other }) => other);
  if (found.length >= SCARCE || single) return { found, partly: [], lacking: [] };
  const taken = new Set(found);
  const least = having((cover) => cover >= PART * whole);
  const partly = (least.length ? least : having((cover) => cover >= ENOUGH * known)).filter((one) => !taken.has(one));
  return { found, partly, lacking: lacking(asked, partly) };
}

/** @param {{ part: number }[]} words */
const sum = (words) => words.reduce((all, { part }) => all + part, 0);

/**
 * What each event has of some words: how much that says, and how much of what is asked for it covers.
 *
 * @param {(ReturnType<typeof held> & { part: number, stress: number })[]} words
 * @param {number} all
 */
function summed(words, all) {
  const [scores, covers] = [new Float64Array(all), new Float64Array(all)];
  for (const word of words) {
    for (const event of word.events) {
      scores[event] += word.stress * word.scores[event];
      covers[event] += word.part * word.covers[event];
    }
  }
  const events = [...scores.keys()].filter((event) => scores[event]);
  return { scores, covered: events.map((event) => /** @type {const} */ ([event, covers[event]])) };
}

/**
 * The places of the words that are asked for and that none of some events has.
 *
 * @param {(ReturnType<typeof held> & { part: number })[]} words
 * @param {number[]} events
 */
const lacking = (words, events) =>
  words.flatMap(({ part, covers }, at) => (part && !events.some((event) => covers[event]) ? [at] : []));
