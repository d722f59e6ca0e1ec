// The search itself: reads a query, ranks the events that answer it, and shows the best of them.

import { Lookup } from "./lookup.js";
import { normaliser } from "../normaliser.js";
import { marked, passage } from "./passage.js";
import { hasPhrases } from "./phrase.js";
import { isForeign } from "./query.js";
import { rarity, ranked } from "./ranking.js";

const SHOWN = 8;
const NEAR = 3;
const TRIED = 8; // so many near spellings at most are looked up
const PROVED = 24; // so many events at most are looked through for a phrase
const LANGUAGES = ["ar", "en"];

/** Open the index that `load` fetches the files of, for pages in a language. */
export async function opened(load, language) {
  const [manifest, { spec, lexicon }] = await Promise.all([load("manifest.json"), load("lexicon.json")]);
  return new Engine(load, language, manifest, normaliser(spec, lexicon), lexicon);
}

class Engine {
  #language;
  #manifest;
  #load;
  #files = new Map();
  #normaliser;
  #lookup;

  constructor(load, language, manifest, own, lexicon) {
    this.#language = language;
    this.#manifest = manifest;
    this.#load = (path) => load(`${manifest.edition}/${path}.json`);
    this.#normaliser = own;
    this.#lookup = new Lookup(this.#load, manifest.lists, own, lexicon);
  }

  /** The events that answer a query, the best first: `{query, total, hits, near}`. */
  async search(query, { limit = SHOWN } = {}) {
    const found = await this.#found(query);
    const hits = await Promise.all(found.events.slice(0, limit).map((event) => this.#hit(event, found)));
    const near = found.events.length ? [] : await this.#near(found.reading);
    return { query, total: found.events.length, hits, near };
  }

  /** Near spellings of a query that finds nothing, if they find something. */
  async #near(reading) {
    const offered = (await this.#lookup.near(reading)).slice(0, TRIED);
    const found = await Promise.all(offered.map(async (query) => (await this.#found(`${query} `)).events.length));
    return offered.filter((_, at) => found[at]).slice(0, NEAR);
  }

  /** The ids of all events that answer a query, the best first. */
  async matches(query) {
    const { events } = await this.#found(query);
    const { ids } = this.#manifest;
    const listed = await Promise.all(events.map((event) => this.#part("ids", Math.floor(event / ids))));
    return { ids: events.map((event, at) => listed[at][event % ids]) };
  }

  async #found(query) {
    const reading = await this.#lookup.read(query);
    const words = await Promise.all(reading.words.map((word) => this.#lookup.word(word, reading)));
    const events = words.every(({ optional }) => optional) ? [] : ranked(words, this.#manifest.events);
    const proved = reading.phrases.length ? await this.#proved(events, reading.phrases) : events;
    return { reading, words, events: proved };
  }

  async #proved(events, phrases) {
    const proofs = events.slice(0, PROVED).map(async (event) => {
      const cards = await Promise.all(LANGUAGES.map((language) => this.#card(event, language)));
      return hasPhrases(cards.flatMap(({ title, texts }) => [title, ...texts]), phrases, this.#normaliser);
    });
    const proved = await Promise.all(proofs);
    return events.filter((_, at) => proved[at]);
  }

  async #hit(event, { reading, words }) {
    const { title, texts, ...card } = await this.#card(event, this.#language);
    const analyse = (text) => this.#normaliser.analyse(text);
    const wanted = wantedTerms(words, this.#manifest.events);
    const shown = isForeign(reading, this.#language) ? texts.slice(0, 1) : texts;
    return { ...card, title: marked(title, wanted, analyse), passage: passage(shown, wanted, analyse) };
  }

  async #card(event, language) {
    const { cards } = this.#manifest;
    return (await this.#part(`${language}/cards`, Math.floor(event / cards)))[event % cards];
  }

  #part(folder, number) {
    const path = `${folder}/${number}`;
    if (!this.#files.has(path)) {
      const file = this.#load(path);
      file.catch(() => this.#files.delete(path)); // the next query may try again
      this.#files.set(path, file);
    }
    return this.#files.get(path);
  }
}

/** By term: which words of the query it answers, and how well. */
function wantedTerms(words, all) {
  const wanted = new Map();
  words.forEach(({ variants }, word) => {
    for (const { term, postings, weight } of variants) {
      if (!wanted.has(term)) wanted.set(term, []);
      wanted.get(term).push({ word, weight, rare: rarity(postings.length, all) });
    }
  });
  return wanted;
}
