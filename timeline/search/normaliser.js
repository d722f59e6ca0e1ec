// The normaliser: what is written, by a reader or in a text, as weighted terms.
//
// The twin of timeline/search/normaliser.py: both read the same specification and give the same, which the tests hold.

import { Arabic } from "./arabic.js";
import { Dates } from "./dates.js";
import { English, isLatin } from "./english.js";
import { Folding } from "./folding.js";
import { goOn, meaning, monthOf, namesMonths, Phrases } from "./phrases.js";
import { Sounds } from "./sounds.js";
import { add, gather, weighted } from "./terms.js";

/** @import { Lexicon, Specification, Terms, Weighted } from "./types.d.ts" */
/** @import { Piece, Run } from "./dates.js" */
/** @import { Span } from "./folding.js" */
/** @import { Key, Places, Steps } from "./phrases.js" */

/**
 * A word, or a run of several words, of a text: its place there, its terms, and its first and last word.
 *
 * The tokens of single words come first, in order; a stop word may have no terms. A run is a phrase, a date or a
 * compound, and covers the words from its first to its last.
 *
 * @typedef {{ start: number, end: number, terms: Weighted, first: number, last: number }} Token
 */

/**
 * What is known of a word wherever it stands: whether a phrase may go on behind it, and whether a date may begin.
 *
 * @typedef {{ terms: Weighted, steps: Steps, places: Places, piece: Piece, phrases: boolean, dates: boolean }} Word
 */

const SKELETON_OF_PHRASES = 4; // fewer consonants are those of too many words

/** Analyse texts; what it finds out about a word it keeps. */
export class Normaliser {
  #weights;
  #folding;
  #english;
  #arabic;
  #dates;
  #sounds;
  #phrases;
  #ordinary;
  /** @type {Map<string, Word>} */
  #words = new Map();

  /**
   * @param {Specification} spec
   * @param {Lexicon} lexicon
   */
  constructor(spec, lexicon) {
    this.#weights = spec.weights;
    this.#folding = new Folding(spec.fold);
    this.#english = new English(spec.english, spec.weights);
    this.#arabic = new Arabic(spec.arabic, spec.weights);
    this.#dates = new Dates(spec.dates, spec.weights);
    this.#sounds = new Sounds(spec.sound);
    this.#phrases = new Phrases(lexicon, spec.weights, (spelling) => this.#spelt(spelling));
    this.#ordinary = new Set(lexicon.ordinary.map((word) => this.#folding.fold(word)));
  }

  /**
   * The tokens of a text.
   *
   * @param {string} text
   */
  analyse(text) {
    const { raws, spans } = this.#folding.words(text);
    const words = raws.map((raw) => this.#word(raw));
    /** @type {Token[]} */
    const tokens = spans.map(([start, end], at) => ({ start, end, terms: words[at].terms, first: at, last: at }));
    for (const [first, last, terms] of this.#runs(text, spans, words)) {
      tokens.push({ start: spans[first][0], end: spans[last][1], terms: weighted(terms), first, last });
    }
    return tokens;
  }

  /**
   * The emoji of a text, which are words of their own, and where they stand.
   *
   * @param {string} text
   */
  emoji(text) {
    return this.#folding.emoji(text);
  }

  /**
   * The folded forms of a word without what is written together with it, the certain one first.
   *
   * @param {string} word
   */
  forms(word) {
    const [folded] = this.#folding.split(word);
    return folded === undefined ? [] : this.#forms(folded);
  }

  /**
   * How a word sounds, alike in both scripts.
   *
   * @param {string} word
   */
  sound(word) {
    const [form] = this.forms(word);
    return form === undefined ? "" : this.#sounds.key(form);
  }

  /**
   * How a word is spoken: its sound with the vowels that are written.
   *
   * @param {string} word
   */
  spoken(word) {
    const [form] = this.forms(word);
    return form === undefined ? "" : this.#sounds.spoken(form);
  }

  /** @param {string} folded */
  #forms(folded) {
    return isLatin(folded) ? this.#english.forms(folded) : this.#arabic.forms(folded);
  }

  /**
   * @param {string} form
   * @returns {Key}
   */
  #key(form) {
    if (isLatin(form)) return { form, stems: [this.#english.stem(form)], skeleton: null };
    const stems = this.#arabic.stems(form);
    const skeleton = this.#arabic.skeleton(form, stems[0]);
    return { form, stems, skeleton: skeleton && skeleton.length >= SKELETON_OF_PHRASES ? skeleton : null };
  }

  /**
   * The keys of the words of a spelling, and those of the compound if it is one.
   *
   * @param {string} spelling
   * @returns {Key[][]}
   */
  #spelt(spelling) {
    const phrases = [this.#folding.split(spelling)];
    if (!spelling.includes(" ")) {
      const { spans } = this.#folding.words(spelling);
      for (const [, , joined] of this.#folding.joined(spelling, spans)) phrases.push([this.#folding.fold(joined)]);
    }
    return phrases.map((words) => words.map((word) => this.#key(this.#forms(word)[0])));
  }

  /** @param {string} raw */
  #word(raw) {
    const known = this.#words.get(raw);
    if (known) return known;
    const word = this.#read(raw);
    this.#words.set(raw, word);
    return word;
  }

  /**
   * What is known of a word wherever it stands.
   *
   * @param {string} raw
   * @returns {Word}
   */
  #read(raw) {
    const forms = this.#forms(this.#folding.fold(raw));
    const keys = forms.map((form) => this.#key(form));
    const steps = this.#phrases.steps(keys);
    const places = this.#phrases.begin(steps);
    const terms = this.#plain(forms, this.#phrases.nameOf(keys));
    gather(terms, meaning(places));
    const month = monthOf(places);
    if (month) {
      const level = this.#ordinary.has(forms[0]) ? "ordinary" : "month";
      add(terms, `#-${String(month).padStart(2, "0")}`, this.#weights[level]);
    }
    const piece = this.#dates.piece(forms[0], month);
    if (piece.year) add(terms, `#${piece.year}`, this.#weights.date);
    const phrases = places.some(([{ following }]) => following.size > 0);
    const dates = Boolean(piece.year || piece.day || month) || places.some(([node]) => namesMonths(node));
    return { terms: weighted(terms), steps, places, piece, phrases, dates };
  }

  /**
   * The terms that a word has of itself; a name is not taken to pieces.
   *
   * @param {string[]} forms
   * @param {string | null} name
   * @returns {Terms}
   */
  #plain(forms, name) {
    if (name !== null) return new Map([[name, this.#weights.surface]]);
    const language = isLatin(forms[0]) ? this.#english : this.#arabic;
    /** @type {Terms} */
    const none = new Map();
    return language.isStop(forms[0]) ? none : language.terms(forms);
  }

  /**
   * The phrases, dates and compounds of a text, in order, each run of words once.
   *
   * @param {string} text
   * @param {Span[]} spans
   * @param {Word[]} words
   */
  #runs(text, spans, words) {
    /** @type {Map<number, Run>} */
    const runs = new Map();
    const found = [...phrased(words), ...this.#dated(text, spans, words), ...this.#joined(text, spans)];
    for (const [first, last, terms] of found) {
      const key = first * words.length + last;
      /** @type {Run} */
      const run = runs.get(key) ?? [first, last, new Map()];
      gather(run[2], terms);
      runs.set(key, run);
    }
    return [...runs.values()].sort(([a, x], [b, y]) => a - b || x - y);
  }

  /**
   * @param {string} text
   * @param {Span[]} spans
   * @returns {Run[]}
   */
  #joined(text, spans) {
    const joined = this.#folding.joined(text, spans);
    return joined.map(([first, last, compound]) => [first, last, new Map(this.#word(compound).terms)]);
  }

  /**
   * @param {string} text
   * @param {Span[]} spans
   * @param {Word[]} words
   */
  #dated(text, spans, words) {
    const starts = [...words.keys()].filter((at) => words[at].dates);
    const pieces = words.map(({ piece }) => piece);
    for (const at of starts) pieces[at] = pieceAt(words, at);
    /** @param {number} at */
    const gap = (at) => (at + 1 < spans.length ? text.slice(spans[at][1], spans[at + 1][0]) : ".");
    return this.#dates.find(starts, pieces, gap);
  }
}

/**
 * The longest phrases of two words or more.
 *
 * @param {Word[]} words
 */
function phrased(words) {
  /** @type {Run[]} */
  const found = [];
  let end = -1;
  for (const [at, word] of words.entries()) {
    const run = word.phrases && at > end ? longest(words, at) : null;
    if (!run) continue;
    found.push(run);
    [, end] = run;
  }
  return found;
}

/**
 * @param {Word[]} words
 * @param {number} first
 */
function longest(words, first) {
  /** @type {Run | null} */
  let best = null;
  let { places } = words[first];
  for (let last = first + 1; places.length && last < words.length; last += 1) {
    places = goOn(places, words[last].steps);
    const terms = meaning(places);
    if (terms.size) best = [first, last, terms];
  }
  return best;
}

/**
 * A word for the dates; a month's name may have two words.
 *
 * @param {Word[]} words
 * @param {number} at
 * @returns {Piece}
 */
function pieceAt(words, at) {
  const { places, piece } = words[at];
  const month = at + 1 < words.length ? monthOf(goOn(places, words[at + 1].steps)) : 0;
  return month ? { ...piece, month, length: 2 } : piece;
}
