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

const SKELETON_OF_PHRASES = 4; // fewer consonants are those of too many words

/** Make the normaliser of a specification and a lexicon. */
export const normaliser = (spec, lexicon) => new Normaliser(spec, lexicon);

/** Analyse texts; what it finds out about a word it keeps. */
class Normaliser {
  #weights;
  #folding;
  #english;
  #arabic;
  #dates;
  #sounds;
  #phrases;
  #ordinary;
  #words = new Map();

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
   * The tokens of a text, `{start, end, terms, first, last}`: first those of single words, in order, then those of
   * phrases, dates and compounds, which cover the words from `first` to `last`.
   */
  analyse(text) {
    const matches = this.#folding.words(text);
    const words = matches.map(([raw]) => this.#word(raw));
    const spans = matches.map(({ 0: raw, index }) => [index, index + raw.length]);
    const tokens = spans.map(([start, end], at) => ({ start, end, terms: words[at].terms, first: at, last: at }));
    for (const [first, last, terms] of this.#runs(text, spans, words)) {
      tokens.push({ start: spans[first][0], end: spans[last][1], terms: weighted(terms), first, last });
    }
    return tokens;
  }

  /** The folded forms of a word without what is written together with it, the certain one first. */
  forms(word) {
    const [folded] = this.#folding.split(word);
    return folded === undefined ? [] : this.#forms(folded);
  }

  /** How a word sounds, alike in both scripts. */
  sound(word) {
    const [form] = this.forms(word);
    return form === undefined ? "" : this.#sounds.key(form);
  }

  /** How a word is spoken: its sound with the vowels that are written. */
  spoken(word) {
    const [form] = this.forms(word);
    return form === undefined ? "" : this.#sounds.spoken(form);
  }

  #forms(folded) {
    return isLatin(folded) ? this.#english.forms(folded) : this.#arabic.forms(folded);
  }

  #key(form) {
    if (isLatin(form)) return { form, stems: [this.#english.stem(form)], skeleton: null };
    const stems = this.#arabic.stems(form);
    const skeleton = this.#arabic.skeleton(form, stems[0]);
    return { form, stems, skeleton: skeleton?.length >= SKELETON_OF_PHRASES ? skeleton : null };
  }

  /** The keys of the words of a spelling, and those of the compound if it is one. */
  #spelt(spelling) {
    const matches = spelling.includes(" ") ? [] : this.#folding.words(spelling);
    const spans = matches.map(({ 0: raw, index }) => [index, index + raw.length]);
    const joined = this.#folding.joined(spelling, spans).map(([, , one]) => [this.#folding.fold(one)]);
    const phrases = [this.#folding.split(spelling), ...joined];
    return phrases.map((words) => words.map((one) => this.#key(this.#forms(one)[0])));
  }

  #word(raw) {
    if (!this.#words.has(raw)) this.#words.set(raw, this.#read(raw));
    return this.#words.get(raw);
  }

  /** What is known of a word wherever it stands. */
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
    const phrases = places.some(([{ following }]) => following.size);
    const dates = piece.year || piece.day || month || places.some(namesMonths);
    return { terms: weighted(terms), steps, places, piece, phrases, dates };
  }

  /** The terms that a word has of itself; a name is not taken to pieces. */
  #plain(forms, name) {
    if (name !== null) return new Map([[name, this.#weights.surface]]);
    const language = isLatin(forms[0]) ? this.#english : this.#arabic;
    return language.isStop(forms[0]) ? new Map() : language.terms(forms);
  }

  /** The phrases, dates and compounds of a text, in order, each run of words once. */
  #runs(text, spans, words) {
    const runs = new Map();
    for (const [first, last, terms] of [
      ...phrased(words),
      ...this.#dated(text, spans, words),
      ...this.#joined(text, spans),
    ]) {
      const key = first * words.length + last;
      if (!runs.has(key)) runs.set(key, [first, last, new Map()]);
      gather(runs.get(key)[2], terms);
    }
    return [...runs.values()].sort(([a, x], [b, y]) => a - b || x - y);
  }

  #joined(text, spans) {
    return this.#folding.joined(text, spans).map(([first, last, joined]) => [first, last, this.#word(joined).terms]);
  }

  #dated(text, spans, words) {
    const starts = [...words.keys()].filter((at) => words[at].dates);
    const pieces = words.map(({ piece }) => piece);
    for (const at of starts) pieces[at] = pieceAt(words, at);
    const gap = (at) => (at + 1 < spans.length ? text.slice(spans[at][1], spans[at + 1][0]) : ".");
    return this.#dates.find(starts, pieces, gap);
  }
}

/** The longest phrases of two words or more. */
function phrased(words) {
  const found = [];
  for (let at = 0; at < words.length; at += 1) {
    const run = words[at].phrases ? longest(words, at) : null;
    if (!run) continue;
    found.push(run);
    [, at] = run;
  }
  return found;
}

function longest(words, first) {
  let best = null;
  let { places } = words[first];
  for (let last = first + 1; places.length && last < words.length; last += 1) {
    places = goOn(places, words[last].steps);
    const terms = meaning(places);
    if (terms.size) best = [first, last, terms];
  }
  return best;
}

/** A word for the dates; a month's name may have two words. */
function pieceAt(words, at) {
  const { places, piece } = words[at];
  const month = at + 1 < words.length ? monthOf(goOn(places, words[at + 1].steps)) : 0;
  return month ? { ...piece, month, length: 2 } : piece;
}
