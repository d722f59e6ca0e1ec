// The search itself: reads a query, ranks the events that answer it, and shows the best of them.

import { onOtherKeyboards } from "./layouts.js";
import { Lookup } from "./lookup.js";
import { Normaliser } from "../normaliser.js";
import { marked, passage } from "./passage.js";
import { hasPhrases } from "./phrase.js";
import { isForeign, written } from "./query.js";
import { rarity, ranked } from "./ranking.js";
import { areCards, areIds } from "./shapes.js";
import { Ways } from "./ways.js";

/** @import { Card, Start } from "../../site/data/types.d.ts" */
/** @import { Hit, Load, LookedUp, Matches, Reported, Results, SearchOptions, Wanted } from "./types.d.ts" */
/** @import { Reading } from "./query.js" */
/** @typedef {{ reading: Reading, words: LookedUp[], keys: string, events: number[], partly: number[], lacking: string[] }} Found */

const SHOWN = 8;
const NEAR = 3;
const BRIEF = 4; // words that a query has at most in which a near spelling is looked for
const TRIED = 8; // so many near spellings at most are looked up
const PROVED = 24; // so many events at most are looked through for a phrase
const MOST = 0.5; // of a query, if so much of it is known, it was typed as it was meant
const LATIN = /[a-z]/i;
const NUMBER = /^\p{N}+$/u;
const OUTAGE = "@kinds/outage";
const SUBJECT = 0.9; // what an event is has more of the weight than what it tells of

/** Searches one edition of the index. */
export class Engine {
  #language;
  #manifest;
  #load;
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();
  #normaliser;
  #lookup;
  #ways;

  /**
   * `load` fetches the files, `language` is that of the page.
   *
   * @param {Load} load
   * @param {string} language
   * @param {Pick<Start, "manifest" | "lexicon" | "ways">} start
   */
  constructor(load, language, { manifest, lexicon, ways }) {
    this.#language = language;
    this.#manifest = manifest;
    /** @type {Load} */
    this.#load = (path, isRight) => load(`${manifest.edition}/${path}.json`, isRight);
    this.#normaliser = new Normaliser(lexicon.spec, lexicon.lexicon);
    this.#ways = new Ways(ways, this.#normaliser, lexicon.spec);
    this.#lookup = new Lookup(this.#load, manifest.lists, this.#normaliser, lexicon);
  }

  /**
   * The events that answer a query and those that answer a part of it, of each the best first.
   *
   * @param {string} query
   * @param {SearchOptions} options
   * @returns {Promise<Results>}
   */
  async search(query, { limit = SHOWN } = {}) {
    const found = await this.#found(query);
    const [hits, rest] = await Promise.all([
      this.#hits(found.events.slice(0, limit), found),
      this.#hits(found.partly.slice(0, Math.max(limit - found.events.length, 0)), found),
    ]);
    const partly = { total: found.partly.length, hits: rest, lacking: found.lacking };
    const reported = await this.#reported(found);
    const ways = this.#ways.answering(found.reading);
    return { query, ways, total: found.events.length, hits, partly, ...reported };
  }

  /**
   * What of a query was read as something else, and what it may have been meant for if nothing answers it.
   *
   * @param {Found} found
   * @returns {Promise<Reported>}
   */
  async #reported({ reading, words, keys, events }) {
    const near = events.length || reading.words.length > BRIEF ? [] : await this.#near(reading);
    const changed = words.flatMap(({ shown }, at) => {
      return shown ? [{ typed: written(reading, reading.words[at]), shown }] : [];
    });
    return { near, changed, keys };
  }

  /**
   * Near spellings of a query that finds nothing, if they find something.
   *
   * @param {Reading} reading
   */
  async #near(reading) {
    const offered = (await this.#lookup.near(reading)).slice(0, TRIED);
    const found = await Promise.all(offered.map(async (query) => (await this.#asked(`${query} `)).events.length));
    return offered.filter((_, at) => found[at]).slice(0, NEAR);
  }

  /**
   * The ids of all events that answer a query, or else a part of it, the best first.
   *
   * @param {string} query
   * @returns {Promise<Matches>}
   */
  async matches(query) {
    const found = await this.#found(query);
    const whole = found.events.length > 0;
    const ids = await Promise.all((whole ? found.events : found.partly).map((event) => this.#id(event)));
    const part = !whole && ids.length > 0;
    return { ids, part, lacking: part ? found.lacking : [], ...(await this.#reported(found)) };
  }

  /**
   * What answers a query, or what the same keys write on another keyboard if it has no word that the record or anybody knows.
   *
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async #found(query) {
    const found = await this.#asked(query);
    const meant = isKnown(found, MOST) || found.words.some(({ other }) => other);
    if (!found.reading.words.length || meant) return found;
    for (const keys of onOtherKeyboards(query)) {
      const other = await this.#asked(keys, true);
      if (other.events.length && isKnown(other, 1)) return other;
    }
    return found;
  }

  /**
   * What answers a query as it is typed, or as it stands on other `keys`, where every word is meant as it is.
   *
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async #asked(query, keys = false) {
    const reading = await this.#lookup.read(query);
    if (keys) for (const word of reading.words) word.literal = true;
    const words = await Promise.all(reading.words.map((word) => this.#lookup.word(word, reading)));
    const none = words.every(({ optional }) => optional);
    const result = none ? { found: [], partly: [], lacking: [] } : ranked(words, this.#manifest.events);
    const [events, partly] = await Promise.all([result.found, result.partly].map((one) => this.#proved(one, reading)));
    const lacking = result.lacking.map((at) => written(reading, reading.words[at]));
    return { reading, words, keys: keys ? query : "", events: await this.#ofDay(events, reading), partly, lacking };
  }

  /**
   * The events of a day in their order, the outages first, where nothing else is asked for.
   *
   * @param {number[]} events
   * @param {Reading} reading
   */
  async #ofDay(events, { words }) {
    if (!words.every((word) => word.isDay || word.optional)) return events;
    const outages = await this.#lookup.having(OUTAGE, SUBJECT);
    /** @param {number} event */
    const place = (event) => (outages.has(event) ? 0 : this.#manifest.events) + event;
    return events.toSorted((one, other) => place(one) - place(other));
  }

  /**
   * Those of some events in which the phrases of a query stand.
   *
   * @param {number[]} events
   * @param {Reading} reading
   */
  async #proved(events, { phrases }) {
    if (!phrases.length) return events;
    const proofs = events.slice(0, PROVED).map(async (event) => {
      const { languages } = this.#manifest;
      const cards = await Promise.all(languages.map((language) => this.#card(event, language)));
      return hasPhrases(
        cards.flatMap(({ title, texts }) => [title, ...texts]),
        phrases,
        this.#normaliser,
      );
    });
    const proved = await Promise.all(proofs);
    return events.filter((_, at) => proved[at]);
  }

  /**
   * @param {number[]} events
   * @param {Found} found
   */
  #hits(events, found) {
    return Promise.all(events.map((event) => this.#hit(event, found)));
  }

  /**
   * @param {number} event
   * @param {Found} found
   * @returns {Promise<Hit>}
   */
  async #hit(event, { reading, words }) {
    const { title, texts, ...card } = await this.#card(event, this.#language);
    /** @param {string} text */
    const analyse = (text) => this.#normaliser.analyse(text);
    const wanted = wantedTerms(words, this.#manifest.events);
    const shown = isForeign(reading, this.#language) ? texts.slice(0, 1) : texts;
    return { ...card, title: marked(title, wanted, analyse), passage: passage(shown, wanted, analyse) };
  }

  /**
   * @param {number} event
   * @param {string} language
   * @returns {Promise<Card>}
   */
  async #card(event, language) {
    const { cards } = this.#manifest;
    const part = await this.#part(`${language}/cards`, Math.floor(event / cards), areCards);
    return part[event % cards];
  }

  /** @param {number} event */
  async #id(event) {
    const { ids } = this.#manifest;
    const part = await this.#part("ids", Math.floor(event / ids), areIds);
    return part[event % ids];
  }

  /**
   * @template Type
   * @param {string} folder
   * @param {number} number
   * @param {(read: unknown) => read is Type} isRight
   * @returns {Promise<Type>}
   */
  #part(folder, number, isRight) {
    const path = `${folder}/${number}`;
    const known = /** @type {Promise<Type> | undefined} */ (this.#files.get(path));
    if (known) return known;
    const file = this.#load(path, isRight);
    file.catch(() => this.#files.delete(path)); // the next query may try again
    this.#files.set(path, file);
    return file;
  }
}

/**
 * Say whether the record has such a share of a query, by its letters; numbers are words of any keyboard, and what
 * is mistyped was meant for a word of the same script.
 *
 * @param {Found} found
 * @param {number} share
 */
function isKnown({ reading, words }, share) {
  const sizes = words.map(({ known, optional, shown }, at) => {
    const word = written(reading, reading.words[at]);
    const mistyped = shown && LATIN.test(shown) === LATIN.test(word);
    return { size: word.length, known: known || optional || mistyped || NUMBER.test(word) };
  });
  const all = sizes.reduce((sum, { size }) => sum + size, 0);
  return sizes.reduce((sum, one) => sum + (one.known ? one.size : 0), 0) >= share * all;
}

/**
 * By term: which words of the query it answers, and how well.
 *
 * @param {LookedUp[]} words
 * @param {number} all
 */
function wantedTerms(words, all) {
  /** @type {Wanted} */
  const wanted = new Map();
  for (const [word, { variants }] of words.entries()) {
    for (const { term, postings, weight } of variants) {
      const answer = { word, weight, rare: rarity(postings.length, all) };
      wanted.set(term, [...(wanted.get(term) ?? []), answer]);
    }
  }
  return wanted;
}
