// Which events answer a query, and in which order.

import { isSame, once } from "./repeated.js";

/** @import { LookedUp } from "./types.d.ts" */
/** @import { Told } from "./repeated.js" */
/**
 * A word as it is asked for: how much of a query it is, and how much it counts.
 *
 * @typedef {ReturnType<typeof held> & { stress: number, part: number, other: boolean }} Asked
 */

const BITS = 4;
const HEAVIEST = (1 << BITS) - 1;

// An event must cover so much of what a query asks for. Rare words ask for more than common ones, but less than in
// proportion; a word that no event has asks for as much as one that a few have. It is covered best by where it tells
// most, and wherever it stands as it was typed, it covers itself enough.
const ENOUGH = 0.55;
const ENOUGH_ALONE = 0.45; // of a single word
const ENOUGH_OF_OTHERS = 0.62; // of the name of another thing, which is often mentioned in passing
const PROPORTION = 0.4;
const FEW = 3;
const COVERED = 1.25;
const ANYWHERE = 0.46;
const ASIDE = 0.7; // so much less counts what only makes a question of other words
const STRESS = 2; // so much more counts who said what is asked for
const TELLING = 0.8; // the power of rarity in a score: many words together tell more than a rare one alone

// Where fewer events than these have enough, those follow that have a part.
const SCARCE = 3;
const PART = 0.22;
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
function eachPosting(postings, seen) {
  let event = 0;
  for (const posting of postings) {
    event += posting >> BITS;
    seen(event, (posting & HEAVIEST) / HEAVIEST);
  }
}

/**
 * How much each event has of some terms, by their postings.
 *
 * @param {number[][]} lists
 */
export function gathered(lists) {
  /** @type {Map<number, number>} */
  const events = new Map();
  for (const postings of lists) {
    eachPosting(postings, (event, share) => events.set(event, Math.max(share, events.get(event) ?? 0)));
  }
  return events;
}

/**
 * Variants in groups of the same weight, the heaviest first.
 *
 * @param {Told[]} variants
 */
function byWeight(variants) {
  /** @type {Map<number, Told[]>} */
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
 * @param {Told[]} variants
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
    const rare = rarity(events.length, all) ** TELLING;
    for (const { postings, weight, again } of group) {
      if (again) continue;
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
  const variants = once(words);
  const asked = words.map(({ optional, aside, stressed, other }, at) => {
    const word = held(variants[at], all, other);
    const stress = aside ? ASIDE : stressed ? STRESS : 1;
    const part = optional || isSame(variants[at]) ? 0 : stress * asking(word.events.length, all);
    return { ...word, stress, other, part };
  });
  return divided(asked, summed(asked, all));
}

/**
 * The events that have enough of some words, and of those that have not those that have a part.
 *
 * @param {Asked[]} asked
 * @param {ReturnType<typeof summed>} sums
 */
function divided(asked, { having, whole, parts }) {
  const least = parts.length < 2 ? ENOUGH_ALONE : ENOUGH;
  const others = asked.filter((word) => word.other);
  const enough = having(least * whole).filter((event) =>
    others.every(({ covers }) => covers[event] >= ENOUGH_OF_OTHERS),
  );
  const known = sum(parts.filter(({ events }) => events.length));
  const found = parts.length <= BRIEF && known < whole ? [] : enough;
  if (found.length >= SCARCE || (parts.length < 2 && !others.length)) return { found, partly: [], lacking: [] };
  const taken = new Set(found);
  const some = having(PART * whole);
  const partly = (some.length ? some : having(ENOUGH * known)).filter((one) => !taken.has(one));
  return { found, partly, lacking: partly.length ? lacking(asked, partly) : [] };
}

/** @param {{ part: number }[]} words */
const sum = (words) => words.reduce((all, { part }) => all + part, 0);

/**
 * How much there is of some words in events: which have at least so much, the best first, of equals the newest.
 *
 * The more of what is asked for an event has, the more counts all that it says.
 *
 * @param {Asked[]} words
 * @param {number} all
 */
function summed(words, all) {
  const parts = words.filter(({ part }) => part);
  const whole = sum(parts);
  const [scores, covered] = [new Float64Array(all), new Float64Array(all)];
  for (const { events, covers, stress, part, ...word } of words) {
    for (const event of events) {
      scores[event] += stress * word.scores[event];
      covered[event] += part * covers[event];
    }
  }
  const events = [...scores.keys()].filter((event) => scores[event]);
  for (const event of events) scores[event] *= Math.sqrt(covered[event] / whole);
  /** @type {(one: number, other: number) => number} */
  const better = (one, other) => scores[other] - scores[one] || other - one;
  /** @param {number} least */
  const having = (least) => events.filter((event) => covered[event] >= least).sort(better);
  return { parts, whole, having };
}

/**
 * The places of the words that are asked for and that none of some events has.
 *
 * @param {Asked[]} words
 * @param {number[]} events
 */
const lacking = (words, events) =>
  words.flatMap(({ part, covers }, at) => (part && !events.some((event) => covers[event]) ? [at] : []));
