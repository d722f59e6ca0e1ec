// The search itself: reads a query, ranks the events that answer it, and shows the best of them.

import { onOtherKeyboards } from "./layouts.js";
import { Listed } from "./listed.js";
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
/** @typedef {{ reading: Reading, words: LookedUp[], keys: string, events: number[], partly: number[], lacking: string[],
 *   changed?: { typed: string, shown: string }[] }} Found */

const SHOWN = 8;
const NEAR = 3;
const BRIEF = 4; // words that a query has at most in which a near spelling is looked for
const TRIED = 8; // so many near spellings at most are looked up
const PROVED = 24; // so many events at most are looked through for a phrase
const MOST = 0.5; // of a query, if so much of it is known, it was typed as it was meant
const FAR = 0.3; // so much more of it must be known on another keyboard
const SLIPPED = 0.4;
const LATIN = /[a-z]/i;
const NUMBER = /^\p{N}+$/u;

/** Searches one edition of the index. */
export class Engine {
  #language;
  #manifest;
  #load;
  /** @type {Map<string, Promise<any>>} */
  #files = new Map();
  #normaliser;
  #listed;
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
    this.#listed = new Listed(this.#lookup, this.#normaliser, lexicon.spec);
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
  async #reported({ reading, words, keys, events, changed: spoken }) {
    const near = events.length || reading.words.length > BRIEF ? [] : await this.#near(reading);
    const changed = words.flatMap(({ shown }, at) => {
      return shown ? [{ typed: written(reading, reading.words[at]), shown }] : [];
    });
    return { near, changed: spoken ?? changed, keys };
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
   * What answers a query, or what the same keys write on another keyboard if the record has far more of these words and
   * none is anybody's name.
   *
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async #found(query) {
    const found = await this.#asked(query);
    const own = shareOf(found);
    if (!found.reading.words.length || own >= MOST || found.words.some(({ other }) => other)) return found;
    let best = { share: Math.max(MOST, own + FAR), keys: "" };
    for (const keys of onOtherKeyboards(query)) {
      const share = shareOf(await this.#asked(keys, true));
      if (share > best.share) best = { share, keys };
    }
    if (!best.keys) return (await this.#spoken(query, found)) ?? found;
    const other = await this.#asked(best.keys);
    return other.events.length + other.partly.length ? { ...other, keys: best.keys } : found;
  }

  /**
   * What answers a query that is Arabic as it is typed in chats, in letters alone.
   *
   * @param {string} query
   * @param {Found} found
   * @returns {Promise<Found | null>}
   */
  async #spoken(query, { reading }) {
    const shown = this.#lookup.spoken(reading);
    if (!shown) return null;
    const other = await this.#asked(`${shown} `);
    return other.events.length ? { ...other, changed: [{ typed: query.trim(), shown }] } : null;
  }

  /**
   * What answers a query, every word of which may be meant as it is.
   *
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async #asked(query, literal = false) {
    const reading = await this.#lookup.read(query);
    if (literal) for (const word of reading.words) word.literal = true;
    const words = await Promise.all(reading.words.map((word) => this.#lookup.word(word, reading)));
    const none = words.every(({ optional }) => optional);
    const result = none ? { found: [], partly: [], lacking: [] } : ranked(words, this.#manifest.events);
    const [events, partly] = await Promise.all([result.found, result.partly].map((one) => this.#proved(one, reading)));
    const lacking = result.lacking.map((at) => written(reading, reading.words[at]));
    return { reading, words, keys: "", events: await this.#listed.ordered(events, reading), partly, lacking };
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
 * How much of a query the record has, by its letters; numbers are words of any keyboard, and what was read as a word of
 * the same script may be one.
 *
 * @param {Found} found
 */
function shareOf({ reading, words }) {
  const sizes = words.flatMap(({ known, optional, shown }, at) => {
    const word = written(reading, reading.words[at]);
    const mistyped = shown && LATIN.test(shown) === LATIN.test(word);
    const share = known || optional ? 1 : mistyped ? SLIPPED : 0;
    return NUMBER.test(word) ? [] : [{ size: word.length, share }];
  });
  const all = sizes.reduce((sum, { size }) => sum + size, 0);
  return all ? sizes.reduce((sum, { size, share }) => sum + size * share, 0) / all : 1;
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
