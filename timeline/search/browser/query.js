// What a reader typed, as words that are looked up.

/** @import { Weighted } from "../types.d.ts" */
/** @import { Token } from "../normaliser.js" */
/** @typedef {(text: string) => Token[]} Analyse */

/**
 * A query as it is read: its words, and the phrases whose words must stand next to each other.
 *
 * @typedef {{ text: string, words: Word[], phrases: string[] }} Reading
 */

// A query is cut where nobody types on; what lies behind says nothing more.
const LONGEST = 200;
const MOST_WORDS = 16;

const PHRASES = /["“”„]([^"“”„]*)["“”„]|«([^»]*)»/g;
const ARTICLE = "ال";
const LITTLE = /^[وفبك]?ال?.?$/; // an article and a letter at most
const ENDED = /[\p{L}\p{M}\p{N}]$/u;
const DATE = "#";
const RECURRING = "#-";
const DECADE = /^(19|20)[0-9]{0,2}$/;
/** @type {Record<string, RegExp>} */
const SCRIPTS = { ar: /[\u0600-\u06ff]/, en: /[A-Za-z]/ };

/** A word that is asked for: where it stands in the query, and its terms with their weights. */
export class Word {
  /** Whether the reader may go on with it. */
  half = false;
  /** Whether nothing is asked of an event by it. */
  optional = false;

  /**
   * @param {Pick<Token, "start" | "end" | "terms">} token
   * @param {boolean} dated whether it is a whole date
   */
  constructor({ start, end, terms }, dated = false) {
    this.start = start;
    this.end = end;
    this.terms = new Map(terms);
    this.dated = dated;
  }

  /** @param {Weighted} terms */
  add(terms) {
    for (const [term, weight] of terms) this.terms.set(term, Math.max(weight, this.terms.get(term) ?? 0));
  }
}

/** @param {Token} token */
const isDate = ({ terms }) => terms.some(([term]) => term.startsWith(DATE));

/**
 * A date is asked for as a whole; a day of other years is no answer where a year is given.
 *
 * @param {Token} run
 */
function dateOf(run) {
  const ofYear = run.terms.some(([term]) => term.startsWith(DATE) && !term.startsWith(RECURRING));
  const terms = run.terms.filter(([term]) => term.startsWith(DATE) && !(ofYear && term.startsWith(RECURRING)));
  return new Word({ ...run, terms }, true);
}

/**
 * The words of some tokens: those of a date are one, and others have the terms of their phrases too.
 *
 * @param {Token[]} tokens
 */
function wordsOf(tokens) {
  const singles = tokens.filter(({ first, last }) => first === last).slice(0, MOST_WORDS);
  const runs = tokens.filter(({ first, last }) => first !== last && last < singles.length);
  /** @type {(Word | null)[]} */
  const words = singles.map((token) => new Word(token));
  for (const { first, last, terms } of runs.filter((run) => !isDate(run))) {
    for (const word of words.slice(first, last + 1)) word?.add(terms);
  }
  for (const run of runs.filter(isDate)) {
    words.fill(null, run.first, run.last + 1);
    words[run.first] = dateOf(run);
  }
  return words.filter((word) => word !== null);
}

/**
 * Say whether of a half-typed word so little is there that nothing can be asked of an event.
 *
 * @param {Word} word
 * @param {string} text
 */
function saysLittle({ start, end, terms }, text) {
  return !terms.size || end - start < 2 || LITTLE.test(text.slice(start, end));
}

/**
 * Read a query: its words, and the phrases whose words must stand next to each other.
 *
 * @param {string} query
 * @param {Analyse} analyse
 * @returns {Reading}
 */
export function read(query, analyse) {
  const text = query.slice(0, LONGEST);
  const words = wordsOf(analyse(text));
  const last = words.at(-1);
  if (last && !last.dated && last.end === text.length && ENDED.test(text)) last.half = true;
  const asked = words.filter(({ terms, half }) => terms.size || half);
  if (last?.half) last.optional = asked.length > 1 && saysLittle(last, text);
  const phrases = [...text.matchAll(PHRASES)].map(([, straight, angled]) => straight ?? angled);
  return { text, words: asked, phrases: phrases.filter((phrase) => analyse(phrase).length > 1) };
}

/**
 * A word as it was typed.
 *
 * @param {{ text: string }} reading
 * @param {{ start: number, end: number }} word
 */
export const written = ({ text }, { start, end }) => text.slice(start, end);

/**
 * The query with another word in the place of one.
 *
 * @param {{ text: string }} reading
 * @param {{ start: number, end: number }} word
 * @param {string} other
 */
export const replaced = ({ text }, { start, end }, other) => text.slice(0, start) + other + text.slice(end);

/**
 * Say whether a query is written in the other script than a language's, and in that alone.
 *
 * @param {{ text: string }} reading
 * @param {string} language
 */
export function isForeign({ text }, language) {
  return !SCRIPTS[language].test(text) && Object.values(SCRIPTS).some((script) => script.test(text));
}

/**
 * What the words and years begin with that a half-typed word may become, which other words may stand beside.
 *
 * @param {string[]} forms
 * @param {boolean} more
 */
export function beginnings(forms, more) {
  const bare = forms.map((form) => (form.startsWith(ARTICLE) ? form.slice(ARTICLE.length) : form));
  const kept = [...new Set([...forms, ...bare])].filter((form) => form.length > (more ? 0 : 1));
  return [...kept, ...kept.filter((form) => DECADE.test(form)).map((form) => DATE + form)];
}
