// What the index has of each word of a query.

import { fromArabizi, spelt } from "./arabizi.js";
import { Blocks } from "./blocks.js";
import { isLatin } from "../english.js";
import { completions, spellings } from "./completion.js";
import { isNamed, Offers } from "./offers.js";
import { gathered } from "./ranking.js";
import { beginnings, isHandle, replaced, written } from "./query.js";
import { Reader } from "./reader.js";
import { ALIKE, withSenses } from "./senses.js";
import { Spelling } from "./spelling.js";

/** @import { LexiconFile, Lists } from "../../site/data/types.d.ts" */
/** @import { Terms } from "../types.d.ts" */
/** @import { Near } from "./spelling.js" */
/** @import { Load, LookedUp, Variant } from "./types.d.ts" */
/** @import { Normaliser } from "../normaliser.js" */
/** @import { Reading, Word } from "./query.js" */

// So many blocks at most are fetched for a half-typed word; where hardly anything is typed, more of them say no more.
const BLOCKS = 5;
const FIRST_BLOCKS = 2;
const BEGUN = 3;

// What variants weigh that are not the word as it was typed.
const HALF = 0.7;
const JOINED = 0.9;
const HANDLE = 1.01; // more than whom it names
const SLIP = 0.6;
const SURE = 0.17; // of each letter of a mistyped word: the longer it is, the surer what was meant

const SHORTEST = 4; // of shorter words nobody knows what was meant
const CLOSE = 0.75; // a form of a word is the word, if it has as much of it: not a root alone
const LATIN = /^[a-z]{3,12}$/;
const YEAR = /^#[0-9]{4}$/;

/** What a word was corrected to, as the record writes it, and what the index has of that. @typedef {{ shown: string, found: Variant[] }} Correction */

/** @type {Correction} */
const NONE = { shown: "", found: [] };

/** Looks words up in the index that `load` fetches the files of. */
export class Lookup {
  #normaliser;
  #offers;
  #others;
  #reader;
  #spellings;
  #spelling;
  #terms;

  /**
   * @param {Load} load
   * @param {Record<keyof Lists, string[]>} firsts what the blocks of each list begin with
   * @param {Normaliser} normaliser
   * @param {LexiconFile} file
   */
  constructor(load, firsts, normaliser, file) {
    const { lexicon, others } = file;
    /**
     * @template {keyof Lists} Name
     * @param {Name} name
     * @returns {Blocks<Lists[Name]>}
     */
    const list = (name) => new Blocks(load, name, firsts[name]);
    const [words, endings, frames, sounds] = [list("words"), list("endings"), list("frames"), list("sounds")];
    this.#normaliser = normaliser;
    const single = others.flatMap((name) => name.split(" "));
    this.#others = new Set(single.flatMap((name) => normaliser.forms(name).slice(0, 1)));
    this.#terms = list("terms");
    this.#spellings = spellings(lexicon, normaliser);
    this.#spelling = new Spelling({ words, endings, frames, sounds }, normaliser);
    this.#offers = new Offers(this.#terms, this.#spelling, normaliser, lexicon);
    this.#reader = new Reader(normaliser, file);
  }

  /**
   * Read a query; a month that was mistyped is read as it was meant.
   *
   * @param {string} query
   * @returns {Promise<Reading>}
   */
  read(query) {
    return this.#reader.read(query, async (forms) => (await this.#terms.having(forms)).some(({ marked }) => marked));
  }

  /**
   * What the index has of a word and, of one that the record has not, what of its near spellings.
   *
   * @param {Word} word
   * @param {Reading} reading
   * @returns {Promise<LookedUp>}
   */
  async word(word, reading) {
    const { optional, aside, stressed } = word;
    const plain = { optional, aside, stressed, other: false, shown: "" };
    if (word.dated) return { ...plain, variants: await this.#date(word), optional: false, known: true };
    const forms = this.#forms(reading, word);
    const isOther = forms.some((form) => this.#others.has(form));
    /** @type {Variant[]} */
    const variants = await this.#variants(word.terms);
    if (word.half) variants.push(...(await this.#completed(forms, reading)));
    if (reading.words.at(-1)?.half) variants.push(...(await this.#named(word, reading)));
    if (isHandle(reading, word)) variants.push(...(await this.#variants(new Map([[forms[0], HANDLE]]))));
    const has = variants.some(
      ({ term, real, weight }) =>
        !forms.length ||
        isNamed(term, weight) ||
        term === forms[0] + ALIKE ||
        (real && (term === forms[0] || (weight >= CLOSE && term.length >= SHORTEST))),
    );
    const begun = variants.some((variant) => variant.begun);
    const kept = has || word.literal || word.optional;
    const { shown, found } = kept ? NONE : await this.#corrected(word, forms, reading, begun, isOther);
    const other = isOther && ![...word.terms].some(([term, weight]) => isNamed(term, weight));
    const frame = !kept && !begun && this.#reader.isFrame(shown, found.length ? [] : forms);
    const known = has || begun;
    return { ...plain, variants: [...variants, ...found], optional: optional || frame, other, known, shown };
  }

  /**
   * How much each event has of some terms, of those that have any.
   *
   * @param {string[]} terms
   */
  async weights(terms) {
    return gathered((await this.#terms.having(terms)).map(({ value }) => value));
  }

  /**
   * A query in Latin letters as the Arabic words of names, topics and questions that it may be, or an empty text.
   *
   * @param {Reading} reading
   */
  spoken(reading) {
    const arabic = new Set(this.#spellings.flatMap(({ words }) => words));
    const words = reading.words.map((word) => {
      const typed = written(reading, word).toLowerCase();
      if ([...word.terms].some(([term, weight]) => isNamed(term, weight))) return typed;
      return LATIN.test(typed) ? (spelt(typed).find((one) => one.length > 1 && arabic.has(one)) ?? "") : "";
    });
    return words.every(Boolean) && words.some((word) => !isLatin(word)) ? words.join(" ") : "";
  }

  /**
   * Queries that differ from one in a word that the record has not, each followed by the near word alone.
   *
   * @param {Reading} reading
   */
  near(reading) {
    return this.#offers.near(reading, (word) => this.#others.has(word));
  }

  /**
   * @param {Reading} reading
   * @param {Word} word
   */
  #forms(reading, word) {
    return this.#normaliser.forms(written(reading, word));
  }

  /** @param {Terms} terms */
  async #variants(terms, share = 1, sure = 1) {
    const all = withSenses(terms);
    const found = await this.#terms.having([...all.keys()]);
    return found.map(({ key, value, marked }) => {
      const weight = all.get(key) ?? 0;
      return { term: key, postings: value, weight: share * weight, cover: sure * weight, real: marked };
    });
  }

  /**
   * Of a date the finest part that any event has.
   *
   * @param {Word} word
   */
  async #date(word) {
    const found = await this.#variants(word.terms);
    const most = Math.max(...found.map(({ weight }) => weight));
    return found.filter(({ weight }) => weight === most);
  }

  /**
   * What words of the record a half-typed word may become.
   *
   * @param {string[]} forms
   * @param {Reading} reading
   */
  async #completed(forms, reading) {
    const more = reading.words.length > 1;
    const [own, sure] = [beginnings(forms, more), beginnings(forms.slice(0, 1), more)];
    const ranges = await Promise.all(
      own.map((form) => this.#terms.starting(form, form.length < BEGUN ? FIRST_BLOCKS : BLOCKS)),
    );
    return ranges.flatMap((range, at) => {
      const kept = range.filter(({ key, marked }) => marked || YEAR.test(key));
      return kept.map(({ key, value }) => {
        const weight = (HALF * (1 + own[at].length / key.length)) / 2;
        return { term: key, postings: value, weight, cover: 1, begun: sure.includes(own[at]) };
      });
    });
  }

  /**
   * The names that a word belongs to whose last word is half typed: "rate li" asks for the rate limit.
   *
   * @param {Word} word
   * @param {Reading} reading
   */
  async #named(word, reading) {
    const { words } = reading;
    const forms = words.map((one) => this.#forms(reading, one));
    return this.#variants(completions(this.#spellings, forms, words.length - 1 - words.indexOf(word)), HALF);
  }

  /**
   * What a word that the record has not was meant for.
   *
   * @param {Word} word
   * @param {string[]} forms
   * @param {Reading} reading
   * @param {boolean} begun
   * @param {boolean} isOther
   * @returns {Promise<Correction>}
   */
  async #corrected(word, forms, reading, begun, isOther) {
    const joined = begun || isOther ? [] : await this.#joined(word, reading);
    if (joined.length || !forms.length) return { shown: "", found: joined };
    const near = isOther ? await this.#alike(forms[0]) : await this.#meant(word, forms, begun);
    const sure = Math.min(1, SURE * Math.max(...forms.map((form) => form.length)));
    const nearest = near.filter(({ apart }) => apart === near[0].apart);
    const terms = nearest.map((one) => this.#termsOf(word, one.word, reading));
    const found = (await Promise.all(terms.map((one) => this.#variants(one, SLIP, sure)))).flat();
    return { shown: found.length && !begun ? nearest[0].shown : "", found };
  }

  /**
   * How the record writes a known name of something else: in Arabic letters it is written in more than one way.
   *
   * @param {string} name
   * @returns {Promise<Near[]>}
   */
  async #alike(name) {
    const heard = (await this.#spelling.heard(name)).filter(({ word }) => this.#others.has(word));
    if (heard.length) return heard;
    /** @param {string} one */
    const sound = (one) => this.#normaliser.sound(one);
    const same = [...this.#others].filter((other) => !isLatin(other) && sound(other) === sound(name));
    const listed = isLatin(name) ? [] : await this.#terms.having(same);
    return listed.flatMap(({ key, marked }) => (marked ? [{ word: key, shown: key, count: 0, apart: 1 }] : []));
  }

  /**
   * The words that one was meant for that the record has not.
   *
   * @param {Word} word
   * @param {string[]} forms
   * @param {boolean} begun
   * @returns {Promise<Near[]>}
   */
  async #meant(word, forms, begun) {
    const spoken = fromArabizi(forms[0]);
    if (spoken.length) return this.#spoken(spoken);
    const short = begun || word.end - word.start < SHORTEST;
    return short ? this.#spelling.heard(forms[0]) : this.#spelling.near(forms, word.half);
  }

  /**
   * The first of some words that has a meaning or is the record's own.
   *
   * @param {string[]} words
   */
  async #spoken(words) {
    const meant = words.find((word) =>
      this.#normaliser.analyse(word)[0].terms.some(([term, weight]) => isNamed(term, weight)),
    );
    const listed = meant ? [] : await this.#terms.having(words);
    const word = meant ?? listed.find(({ marked }) => marked)?.key;
    return word ? [{ word, shown: word, count: 0, apart: 1 }] : [];
  }

  /**
   * The word and the one before or behind it written as one: many names are written both ways.
   *
   * @param {Word} word
   * @param {Reading} reading
   */
  async #joined(word, reading) {
    const at = reading.words.indexOf(word);
    const pairs = [reading.words.slice(Math.max(at - 1, 0), at + 1), reading.words.slice(at, at + 2)];
    const both = pairs.filter(({ length }) => length === 2);
    /** @param {Word[]} pair */
    const scripts = (pair) => pair.map((one) => isLatin(this.#forms(reading, one)[0] ?? ""));
    const alike = both.filter((pair) => new Set(scripts(pair)).size === 1);
    const forms = alike.flatMap((pair) => this.#normaliser.forms(pair.map((one) => written(reading, one)).join("")));
    return this.#variants(new Map(forms.map((form) => [form, JOINED])));
  }

  /**
   * The terms of another word in the place of one, with those of phrases that it makes there.
   *
   * @param {Word} word
   * @param {string} other
   * @param {Reading} reading
   * @returns {Terms}
   */
  #termsOf(word, other, reading) {
    const { words } = this.#reader.plain(`${replaced(reading, word, other)} `);
    const there = words.find(({ start, end }) => start <= word.start && end >= word.start + other.length);
    /** @type {Terms} */
    const none = new Map();
    return there?.terms ?? none;
  }
}
