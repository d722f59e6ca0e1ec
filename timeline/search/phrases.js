// Phrases: what the words of the lexicon mean, alone and together. The twin of timeline/search/phrases.py.

import { gather, LEVELS } from "./terms.js";

/** @import { Lexicon, Terms, Weights } from "./types.d.ts" */

/**
 * What a word is looked up by: a form, its stems, and the consonants of the first, if they are many enough.
 *
 * @typedef {{ form: string, stems: string[], skeleton: string | null }} Key
 */

/**
 * A place in the tree of phrases: what the words so far mean, and which can follow.
 *
 * @typedef {{ meant: Terms, month: number, isName: boolean, following: Map<string, Node> }} Node
 */

/** @typedef {[node: Node, share: number][]} Places */
/** @typedef {[step: string, share: number][]} Steps */

// Names are known by their own letters, other words by their stems.
const NAMES = new Set(["people", "companies", "platforms"]);

/** @returns {Node} */
const node = () => ({ meant: new Map(), month: 0, isName: false, following: new Map() });

/**
 * @param {Node} node
 * @param {number} share
 * @param {Steps} steps
 */
function follow({ following }, share, steps) {
  /** @type {Places} */
  const places = [];
  for (const [step, part] of steps) {
    const next = following.get(step);
    if (next) places.push([next, share * part]);
  }
  return places;
}

/**
 * Where the phrases are after one more word.
 *
 * @param {Places} places
 * @param {Steps} steps
 */
export function goOn(places, steps) {
  return places.flatMap(([place, share]) => (place.following.size ? follow(place, share, steps) : []));
}

/**
 * Whether a word that names a month can follow.
 *
 * @param {Node} node
 */
export const namesMonths = ({ following }) => [...following.values()].some(({ month }) => month > 0);

/**
 * What the words mean that lead to some places.
 *
 * @param {Places} places
 */
export function meaning(places) {
  /** @type {Terms} */
  const terms = new Map();
  for (const [{ meant }, share] of places) gather(terms, meant, share);
  return terms;
}

/**
 * The month that the words so far name, or 0.
 *
 * @param {Places} places
 */
export const monthOf = (places) => places.find(([{ month }]) => month)?.[0].month ?? 0;

/** The tree of all phrases of a lexicon. */
export class Phrases {
  #weights;
  #root = node();

  /**
   * @param {Lexicon} lexicon
   * @param {Weights} weights
   * @param {(spelling: string) => Key[][]} words
   */
  constructor(lexicon, weights, words) {
    this.#weights = weights;
    for (const [table, entries] of Object.entries(lexicon.entries)) {
      for (const [one, spellings] of Object.entries(entries)) {
        const isName = NAMES.has(table) && !(table === "platforms" && lexicon.venues.includes(one));
        for (const phrase of spellings.flatMap(words)) this.#plant(phrase, `@${table}/${one}`, weights[table], isName);
      }
    }
    for (const [month, names] of Object.entries(lexicon.months)) {
      for (const phrase of names.flatMap(words)) this.#place(phrase.map(({ form }) => form)).month = Number(month);
    }
  }

  /** @param {string[]} path */
  #place(path) {
    let place = this.#root;
    for (const step of path) {
      const next = place.following.get(step) ?? node();
      place.following.set(step, next);
      place = next;
    }
    return place;
  }

  /**
   * @param {Key[]} phrase
   * @param {string} term
   * @param {number} weight
   * @param {boolean} isName
   */
  #plant(phrase, term, weight, isName) {
    const place = this.#place(phrase.map(({ form, stems }) => (isName ? form : `~${stems[0]}`)));
    place.isName ||= isName;
    gather(place.meant, [[term, weight]]);
    if (phrase.length === 1 && !isName && phrase[0].skeleton) {
      gather(this.#place([`^${phrase[0].skeleton}`]).meant, [[term, weight]], this.#weights.skeleton);
    }
  }

  /**
   * How a word may go on with a phrase: by each form and its relations, with a share of the meaning.
   *
   * @param {Key[]} keys
   */
  steps(keys) {
    return keys.flatMap(({ form, stems, skeleton }, at) => {
      const share = this.#weights[LEVELS[at]];
      /** @type {Steps} */
      const steps = [[form, share]];
      for (const stem of stems) steps.push([`~${stem}`, share]);
      if (skeleton) steps.push([`^${skeleton}`, share]);
      return steps;
    });
  }

  /**
   * Where the phrases are that a word begins.
   *
   * @param {Steps} steps
   */
  begin(steps) {
    return follow(this.#root, 1, steps);
  }

  /**
   * Which of a word's forms is somebody's or something's whole name.
   *
   * @param {Key[]} keys
   */
  nameOf(keys) {
    return keys.find(({ form }) => this.#root.following.get(form)?.isName)?.form ?? null;
  }
}
