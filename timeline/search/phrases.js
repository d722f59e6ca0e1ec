// Phrases: what the words of the lexicon mean, alone and together. The twin of timeline/search/phrases.py.

import { gather, LEVELS } from "./terms.js";

// Names are known by their own letters, other words by their stems.
const NAMES = new Set(["people", "companies", "platforms"]);

const node = () => ({ meant: new Map(), month: 0, isName: false, following: new Map() });

function follow({ following }, share, steps) {
  return steps.filter(([step]) => following.has(step)).map(([step, part]) => [following.get(step), share * part]);
}

/** Where the phrases are after one more word. */
export function goOn(places, steps) {
  return places.flatMap(([place, share]) => (place.following.size ? follow(place, share, steps) : []));
}

/** Whether a word that names a month can follow. */
export const namesMonths = ([{ following }]) => [...following.values()].some(({ month }) => month);

/** What the words mean that lead to some places. */
export function meaning(places) {
  const terms = new Map();
  for (const [{ meant }, share] of places) gather(terms, meant, share);
  return terms;
}

/** The month that the words so far name, or 0. */
export const monthOf = (places) => places.find(([{ month }]) => month)?.[0].month ?? 0;

/** The tree of all phrases of a lexicon; a place in it is `[node, share]`, a key `{form, stems, skeleton}`. */
export class Phrases {
  #weights;
  #root = node();

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

  #place(path) {
    let place = this.#root;
    for (const step of path) {
      if (!place.following.has(step)) place.following.set(step, node());
      place = place.following.get(step);
    }
    return place;
  }

  #plant(phrase, term, weight, isName) {
    const place = this.#place(phrase.map(({ form, stems }) => (isName ? form : `~${stems[0]}`)));
    place.isName ||= isName;
    gather(place.meant, [[term, weight]]);
    if (phrase.length === 1 && !isName && phrase[0].skeleton) {
      gather(this.#place([`^${phrase[0].skeleton}`]).meant, [[term, weight]], this.#weights.skeleton);
    }
  }

  /** How a word may go on with a phrase: by each form and its relations, with a share of the meaning. */
  steps(keys) {
    return keys.flatMap(({ form, stems, skeleton }, at) => {
      const steps = [form, ...stems.map((stem) => `~${stem}`), ...(skeleton ? [`^${skeleton}`] : [])];
      return steps.map((step) => [step, this.#weights[LEVELS[at]]]);
    });
  }

  /** Where the phrases are that a word begins. */
  begin(steps) {
    return follow(this.#root, 1, steps);
  }

  /** Which of a word's forms is somebody's or something's whole name. */
  nameOf(keys) {
    return keys.find(({ form }) => this.#root.following.get(form)?.isName)?.form ?? null;
  }
}
