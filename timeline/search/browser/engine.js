// The search itself: reads a query, ranks the events that answer it, and shows the best of them.

import { Lookup } from "./lookup.js";
import { Normaliser } from "../normaliser.js";
import { marked, passage } from "./passage.js";
import { hasPhrases } from "./phrase.js";
import { isForeign } from "./query.js";
import { rarity, ranked } from "./ranking.js";

/** @import { Card, LexiconFile, Manifest } from "../../site/data/types.d.ts" */
/** @import { Lexicon } from "../types.d.ts" */
/** @import { Hit, Load, LookedUp, Matches, Results, SearchOptions, Wanted } from "./types.d.ts" */
/** @import { Reading } from "./query.js" */
/** @typedef {{ reading: Reading, words: LookedUp[], events: number[] }} Found */

const SHOWN = 8;
const NEAR = 3;
const TRIED = 8; // so many near spellings at most are looked up
const PROVED = 24; // so many events at most are looked through for a phrase

/**
 * Open the index that `load` fetches the files of, for pages in a language.
 *
 * @param {Load} load
 * @param {string} language
 */
export async function opened(load, language) {
  const [index, words] = await Promise.all([load("manifest.json"), load("lexicon.json")]);
  const manifest = /** @type {Manifest} */ (index);
  const { spec, lexicon } = /** @type {LexiconFile} */ (words);
  return new Engine(load, language, manifest, new Normaliser(spec, lexicon), lexicon);
}

/** Searches one edition of the index. */
export class Engine {
  #language;
  #manifest;
  #load;
  /** @type {Map<string, Promise<unknown>>} */
  #files = new Map();
  #normaliser;
  #lookup;

  /**
   * @param {Load} load
   * @param {string} language
   * @param {Manifest} manifest
   * @param {Normaliser} normaliser
   * @param {Lexicon} lexicon
   */
  constructor(load, language, manifest, normaliser, lexicon) {
    this.#language = language;
    this.#manifest = manifest;
    /** @type {Load} */
    this.#load = (path) => load(`${manifest.edition}/${path}.json`);
    this.#normaliser = normaliser;
    this.#lookup = new Lookup(this.#load, manifest.lists, normaliser, lexicon);
  }

  /**
   * The events that answer a query, the best first.
   *
   * @param {string} query
   * @param {SearchOptions} options
   * @returns {Promise<Results>}
   */
  async search(query, { limit = SHOWN } = {}) {
    const found = await this.#found(query);
    const hits = await Promise.all(found.events.slice(0, limit).map((event) => this.#hit(event, found)));
    const near = found.events.length ? [] : await this.#near(found.reading);
    return { query, total: found.events.length, hits, near };
  }

  /**
   * Near spellings of a query that finds nothing, if they find something.
   *
   * @param {Reading} reading
   */
  async #near(reading) {
    const offered = (await this.#lookup.near(reading)).slice(0, TRIED);
    const found = await Promise.all(offered.map(async (query) => (await this.#found(`${query} `)).events.length));
    return offered.filter((_, at) => found[at]).slice(0, NEAR);
  }

  /**
   * The ids of all events that answer a query, the best first.
   *
   * @param {string} query
   * @returns {Promise<Matches>}
   */
  async matches(query) {
    const { events } = await this.#found(query);
    return { ids: await Promise.all(events.map((event) => this.#id(event))) };
  }

  /**
   * @param {string} query
   * @returns {Promise<Found>}
   */
  async #found(query) {
    const reading = await this.#lookup.read(query);
    const words = await Promise.all(reading.words.map((word) => this.#lookup.word(word, reading)));
    const events = words.every(({ optional }) => optional) ? [] : ranked(words, this.#manifest.events);
    const proved = reading.phrases.length ? await this.#proved(events, reading.phrases) : events;
    return { reading, words, events: proved };
  }

  /**
   * @param {number[]} events
   * @param {string[]} phrases
   */
  async #proved(events, phrases) {
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
    const part = await this.#part(`${language}/cards`, Math.floor(event / cards));
    return /** @type {Card[]} */ (part)[event % cards];
  }

  /** @param {number} event */
  async #id(event) {
    const { ids } = this.#manifest;
    const part = await this.#part("ids", Math.floor(event / ids));
    return /** @type {string[]} */ (part)[event % ids];
  }

  /**
   * @param {string} folder
   * @param {number} number
   */
  #part(folder, number) {
    const path = `${folder}/${number}`;
    const known = this.#files.get(path);
    if (known) return known;
    const file = this.#load(path);
    file.catch(() => this.#files.delete(path)); // the next query may try again
    this.#files.set(path, file);
    return file;
  }
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
