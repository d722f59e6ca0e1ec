// What a reader typed, as words that are looked up.

/** @import { Weighted } from "../types.d.ts" */
/** @import { Token } from "../normaliser.js" */
/** @import { Normaliser } from "../normaliser.js" */

/**
 * A query as it is read: its words, and the phrases whose words must stand next to each other.
 *
 * @typedef {{ text: string, words: Word[], phrases: string[] }} Reading
 */

// A query is cut where nobody types on; what lies behind says nothing more. Words that say nothing do not count, and a
// date is never cut.
const LONGEST = 600;
const MOST_WORDS = 16;

const PHRASES = /["“”„]([^"“”„]*)["“”„]|«([^»]*)»/g;
const ARTICLE = "ال";
const LITTLE = /^[وفبك]?ال?.?$/; // an article and a letter at most
const ENDED = /[\p{L}\p{M}\p{N}]$/u;
const PERSON = /^@people\//;
const DEBUNKED = "@status/debunked";
const ASKED = 0.6; // and whoever asks whether it is so
const DOUBTED = 0.9; // whoever asks whether something is true may have met what is not
const TABLE = /^@[a-z]+/;
const SURE = 0.7;
const SAID = 1.2; // what a company's own word or deed is tells more than what names it; people are stressed
const ACTOR = /^@(people|companies)\//;
const DATE = "#";
const RECURRING = "#-";
const DAY = /^#[0-9]{0,4}-[0-9]{2}-[0-9]{2}$/;
const DECADE = /^(19|20)[0-9]{0,2}$/;
/** @type {Record<string, RegExp>} */
const SCRIPTS = { ar: /[\u0600-\u06ff]/, en: /[A-Za-z]/ };

/** A word that is asked for: where it stands in the query, and its terms with their weights. */
export class Word {
  /** Whether the reader may go on with it. */
  half = false;
  /** Whether nothing is asked of an event by it. */
  optional = false;
  /** Whether it counts more than others. */
  stressed = false;
  /** Whether it is meant as it was typed. */
  literal = false;

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

  /** Whether it is a day. */
  get isDay() {
    return this.dated && [...this.terms.keys()].some((term) => DAY.test(term));
  }

  /** Whether it only makes a question of the others, and says nothing of its own. */
  get aside() {
    return this.optional && !this.terms.has(DEBUNKED);
  }

  /** Take it for a doubt whether something is true. */
  doubt() {
    this.add([[DEBUNKED, DOUBTED]]);
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
  const singles = tokens.filter(({ first, last }) => first === last);
  const runs = tokens.filter(({ first, last }) => first !== last);
  /** @type {(Word | null)[]} */
  const words = singles.map((token) => new Word(token));
  for (const { first, last, terms } of runs.filter((run) => !isDate(run))) {
    for (const word of words.slice(first, last + 1)) word?.add(terms);
  }
  for (const run of runs.filter(isDate)) {
    words.fill(null, run.first, run.last + 1);
    words[run.first] = dateOf(run);
  }
  return shortened(words.filter((word) => word !== null));
}

/**
 * The dates of some words, and the first of those that say something.
 *
 * @param {Word[]} words
 */
function shortened(words) {
  let count = 0;
  return words.filter(({ dated, terms }) => {
    if (!dated && terms.size) count += 1;
    return dated || count <= MOST_WORDS;
  });
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
 * The words that `isFrame` knows make a question of others: nothing is asked by them where others are.
 *
 * @param {string} query
 * @param {Normaliser} normaliser
 * @param {(word: string) => boolean} isFrame
 * @returns {Reading}
 */
export function read(query, normaliser, isFrame) {
  const text = query.slice(0, LONGEST);
  const words = wordsOf(normaliser.analyse(text));
  markLast(words, text);
  const asked = words.filter(({ terms, half }) => terms.size || half);
  const last = asked.at(-1);
  if (last?.half) last.optional = asked.length > 1 && saysLittle(last, text);
  const frames = asked.filter((word) => !word.dated && isFrame(written({ text }, word)));
  if (frames.length < asked.length) for (const word of frames) word.optional = true;
  const quoted = [...text.matchAll(PHRASES)];
  for (const word of asked) word.literal = quoted.some(({ 0: all, index }) => within(word, index, all.length));
  const phrases = quoted.map(([, straight, angled]) => straight ?? angled);
  const all = [...asked, ...emojiOf(text, normaliser)].sort((one, other) => one.start - other.start);
  return { text, words: all, phrases: phrases.filter((phrase) => normaliser.analyse(phrase).length > 1) };
}

/**
 * The word by which a question is begun whether something is so: the answer may be that it is not.
 *
 * @param {string} first
 */
export function asking({ length }) {
  const word = new Word({ start: 0, end: length, terms: [[DEBUNKED, ASKED]] });
  word.optional = true;
  word.literal = true;
  return word;
}

/**
 * A query of one term and no more.
 *
 * @param {string} text
 * @param {string} term
 * @returns {Reading}
 */
export function alone(text, term) {
  const word = new Word({ start: 0, end: text.length, terms: [[term, 1]] });
  word.literal = true;
  return { text, words: [word], phrases: [] };
}

/**
 * The emoji of a query as words, each once.
 *
 * @param {string} text
 * @param {Normaliser} normaliser
 */
function emojiOf(text, normaliser) {
  const signs = new Map(normaliser.emoji(text).map(({ one, ...place }) => [one, place]));
  return [...signs].map(([one, place]) => {
    const word = new Word({ ...place, terms: [[one, 1]] });
    word.literal = true;
    return word;
  });
}

/**
 * Mark the last word if the reader may go on with it; words that say nothing do not become others beside their like.
 *
 * @param {Word[]} words
 * @param {string} text
 */
function markLast(words, text) {
  const last = words.at(-1);
  if (!last || last.dated || last.end !== text.length || !ENDED.test(text)) return;
  last.half = words.length === 1 || words.some(({ terms }) => terms.size);
}

/**
 * @param {Word} word
 * @param {number} start
 * @param {number} length
 */
const within = (word, start, length) => word.start >= start && word.end <= start + length;

/**
 * A word as it was typed.
 *
 * @param {{ text: string }} reading
 * @param {{ start: number, end: number }} word
 */
export const written = ({ text }, { start, end }) => text.slice(start, end);

/**
 * Where it is asked what somebody said, that person, who is named first, counts more than whom or what it was about.
 *
 * @param {Pick<Reading, "words">} reading
 */
export function stressActor({ words }) {
  const actors = words.map(({ terms }) =>
    [...terms].flatMap(([term, weight]) => (weight >= SURE && ACTOR.test(term) ? [term] : [])),
  );
  const first = new Set(actors.find(({ length }) => length));
  for (const [at, word] of words.entries()) {
    const own = actors[at].filter((term) => first.has(term));
    word.stressed = own.some((term) => PERSON.test(term));
    const companies = own.filter((term) => !PERSON.test(term));
    word.add(companies.map((term) => [term.replace(TABLE, "@by"), SAID]));
  }
}

/**
 * Say whether a word is the handle of an account.
 *
 * @param {{ text: string }} reading
 * @param {{ start: number }} word
 */
export const isHandle = ({ text }, { start }) => text[start - 1] === "@";

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
