// Light stemming of Arabic: clitics with variants, endings, broken plurals, and the consonants that words share.
// The twin of timeline/search/arabic.py.

import { add, LEVELS } from "./terms.js";

/** @import { ArabicRules, Rule, Terms, Weights } from "./types.d.ts" */
/** @typedef {[pattern: RegExp, instead: string[]]} CompiledRule */

const CONSONANTS = new Set(["skeleton", "root", "far"]);
const WEAK = /[اوي]/g;

/**
 * @param {Rule[]} written
 * @returns {CompiledRule[]}
 */
const rules = (written) => written.map(([pattern, ...instead]) => [new RegExp(`^(?:${pattern})$`), instead]);

/**
 * What the first rule that fits the whole word makes of it; digits in a rule are the groups of its pattern.
 *
 * @param {CompiledRule[]} list
 * @param {string} word
 */
function rewritten(list, word) {
  for (const [pattern, instead] of list) {
    const found = pattern.exec(word);
    if (found) return instead.map((one) => one.replace(/[1-9]/g, (digit) => found[Number(digit)]));
  }
  return [];
}

/**
 * The consonants that the first rule leaves that fits and leaves enough.
 *
 * @param {CompiledRule[]} list
 * @param {string} stem
 */
function consonantsBy(list, stem) {
  for (const rule of list) {
    for (const rest of rewritten([rule], stem)) {
      const kept = consonants(rest);
      if (kept) return kept;
    }
  }
  return null;
}

/**
 * The consonants of a word if they are three or more; of two with one weak letter that one too, as و.
 *
 * @param {string} letters
 */
export function consonants(letters) {
  const firm = letters.replace(WEAK, "");
  if (firm.length !== 2) return firm.length > 2 ? firm : null;
  const early = letters.search(/[وي]/);
  const weak = early < 0 ? letters.indexOf("ا") : early;
  if (weak < 0) return null;
  const before = letters.slice(0, weak).replace(WEAK, "").length;
  return `${firm.slice(0, before)}و${firm.slice(before)}`;
}

/** Stem words of Arabic. */
export class Arabic {
  #spec;
  #weights;
  #stops;
  #kept;
  #stemming;
  #doubtful;
  #short;
  #plurals;
  #skeletons;
  #roots;

  /**
   * @param {ArabicRules} spec
   * @param {Weights} weights
   */
  constructor(spec, weights) {
    this.#spec = spec;
    this.#weights = weights;
    this.#stops = new Set(spec.stops.split(" "));
    this.#kept = new Set(spec.kept.split(" "));
    const endings = rules(spec.endings);
    this.#stemming = [rules(spec.pronouns), endings, endings];
    this.#doubtful = rules(spec.doubtful);
    this.#short = rules(spec.short);
    this.#plurals = rules(spec.plurals);
    this.#skeletons = rules(spec.skeletons);
    this.#roots = spec.roots.map(([level, ...written]) => ({ level, list: rules([written]) }));
  }

  /**
   * Say whether a word says nothing by itself, with or without a conjunction before it.
   *
   * @param {string} word
   */
  isStop(word) {
    return this.#stops.has(word) || (this.#spec.conjunctions[word[0]] > 0 && this.#stops.has(word.slice(1)));
  }

  /**
   * The word without what is written before it; what may be its own first letter gives both.
   *
   * @param {string} word
   */
  forms(word) {
    if (this.#kept.has(word) || word.length > this.#spec.longest) return [word];
    for (const article of this.#spec.articles) {
      const rest = word.slice(article.length);
      if (rest.length >= 2 && word.startsWith(article)) return rest.length > 2 ? [rest] : [rest, word];
    }
    return this.#variants(word);
  }

  /**
   * The word, then without a conjunction, then without a preposition or the mark of the future.
   *
   * @param {string} word
   */
  #variants(word) {
    const { conjunctions, prepositions, futures } = this.#spec;
    const bare = word.length > conjunctions[word[0]];
    const rest = bare ? word.slice(1) : word;
    const forms = bare ? [word, rest] : [word];
    if (rest.length > 3 && (prepositions.includes(rest[0]) || futures.includes(rest.slice(0, 2)))) {
      forms.push(rest.slice(1));
    }
    return forms;
  }

  /**
   * The forms, their stems, singulars and consonants.
   *
   * @param {string[]} forms
   */
  terms(forms) {
    /** @type {Terms} */
    const terms = new Map();
    forms.forEach((form, at) => {
      const share = this.#weights[LEVELS[at]];
      add(terms, form, share);
      if (form.length < 3 || form.length > this.#spec.longest) return;
      for (const [name, term] of this.#relations(form)) add(terms, term, share * this.#weight(name, term));
    });
    return terms;
  }

  /**
   * The weight of a relation; of consonants with a weak letter, which are of many words, a part of it.
   *
   * @param {string} name
   * @param {string} term
   */
  #weight(name, term) {
    const hollow = CONSONANTS.has(name) && term.includes("و");
    return this.#weights[name] * (hollow ? this.#weights.hollow : 1);
  }

  /**
   * The terms that a form leads to, with the names of their weights.
   *
   * @param {string} form
   */
  #relations(form) {
    const stems = this.stems(form);
    const short = stems.length === 1 && stems[0] === form ? rewritten(this.#short, form) : [];
    /** @type {[name: string, term: string][]} */
    const found = short.map((one) => ["short", one]);
    for (const plural of new Set([form, ...rewritten(this.#stemming[0], form), ...stems])) {
      for (const singular of rewritten(this.#plurals, plural)) found.push(["singular", singular]);
    }
    for (const stem of stems) {
      found.push(["stem", stem]);
      const skeleton = this.skeleton(form, stem);
      if (skeleton) found.push(["skeleton", skeleton]);
      found.push(...this.#root(form, stem));
    }
    return found;
  }

  /**
   * What is left without the letters of the verbs' measures, and how far that is from the form.
   *
   * @param {string} form
   * @param {string} stem
   * @returns {[level: string, root: string][]}
   */
  #root(form, stem) {
    for (const { level, list } of this.#roots) {
      const root = consonantsBy(list, stem) ?? consonantsBy(list, uncut(form, stem));
      if (root) return [[level, root]];
    }
    return [];
  }

  /**
   * A form without the endings of person, number and gender; where one is in doubt, also without that.
   *
   * @param {string} form
   */
  stems(form) {
    if (this.#kept.has(form)) return [form];
    const doubtful = rewritten(this.#doubtful, form).map((rest) => this.#withoutEndings(rest));
    return [...new Set([this.#withoutEndings(form), ...doubtful])];
  }

  /** @param {string} form */
  #withoutEndings(form) {
    return this.#stemming.reduce((stem, list) => rewritten(list, stem)[0] ?? stem, form);
  }

  /**
   * The consonants of a stem without the prefixes of person and participle.
   *
   * @param {string} form
   * @param {string} stem
   */
  skeleton(form, stem) {
    const letters = stem.replace(WEAK, "").length < 3 ? uncut(form, stem) : stem;
    return consonantsBy(this.#skeletons, letters) ?? consonants(letters);
  }
}

/**
 * The form if nothing but a weak letter at its end, which may be a radical, makes the stem shorter.
 *
 * @param {string} form
 * @param {string} stem
 */
function uncut(form, stem) {
  return form.slice(0, -1) === stem && /[يا]$/.test(form) ? form : stem;
}
