// Folding: one spelling for what is written in many ways, and the words of a text.
//
// The twin of timeline/search/folding.py: characters are folded one by one, and only those of the ranges that the
// specification allows, so that no difference between versions of Unicode can show.

/** @import { CharacterRange, FoldingRules } from "./types.d.ts" */
/** @typedef {[start: number, end: number]} Span */

const ASCII = /^[a-z0-9]+$/;

/** @param {CharacterRange[]} ranges */
function* characters(ranges) {
  for (const range of ranges) {
    const [first, last] = range.split("-").map((point) => parseInt(point, 16));
    for (let point = first; point <= last; point += 1) yield String.fromCharCode(point);
  }
}

/** @param {number} point */
const escaped = (point) => `\\u${point.toString(16).padStart(4, "0")}`;

/**
 * The inside of a character class, with neighbours as ranges.
 *
 * @param {Iterable<string>} list
 */
function classOf(list) {
  /** @type {[first: number, last: number][]} */
  const runs = [];
  for (const point of [...list].map((one) => one.charCodeAt(0)).sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs.map(([first, last]) => `${escaped(first)}-${escaped(last)}`).join("");
}

/** @param {string} text */
const literally = (text) => text.replace(/[\\\]^-]/g, "\\$&");

/** Fold words, and find them in texts, as the part `fold` of the specification says. */
export class Folding {
  #dropped;
  #arabic;
  #letters;
  #apostrophes;
  /** @type {Map<string, string>} */
  #table = new Map();
  #words;
  #emoji;
  #hyphens;
  #all;

  /** @param {FoldingRules} spec */
  constructor(spec) {
    this.#dropped = new Set(characters(spec.dropped));
    this.#arabic = new Set(characters(spec.arabic));
    this.#apostrophes = spec.apostrophes;
    this.#letters = new Map(Object.entries(spec.letters));
    const zeros = spec.digits.map((zero) => parseInt(zero, 16));
    for (const zero of zeros) {
      for (let digit = 0; digit < 10; digit += 1) this.#letters.set(String.fromCharCode(zero + digit), String(digit));
    }
    for (const one of [...this.#dropped, ...spec.thousands]) this.#table.set(one, "");
    for (const one of spec.apostrophes) this.#table.set(one, "'");
    const word = this.#word(this.#read(characters(spec.allowed)));
    const digits = `[0-9${zeros.map((zero) => `${escaped(zero)}-${escaped(zero + 9)}`).join("")}]`;
    const number = `${digits}{1,3}(?:[${spec.thousands}]${digits}{3})+(?!${word.part})`;
    const hyphen = `[${literally(spec.hyphens)}]`;
    this.#words = new RegExp(`${number}|${word.whole}`, "g");
    this.#hyphens = new RegExp(hyphen);
    this.#emoji = new RegExp(spec.emoji, "gu");
    this.#all = new RegExp(hyphen, "g");
  }

  /**
   * Fold every allowed character, and return the two classes of letters, Latin (with digits) and Arabic.
   *
   * @param {Iterable<string>} allowed
   */
  #read(allowed) {
    /** @type {string[]} */
    const latin = [];
    /** @type {string[]} */
    const arabic = [];
    for (const one of allowed) {
      if (this.#dropped.has(one)) continue;
      const folded = this.#folded(one);
      if (ASCII.test(folded)) latin.push(one);
      else if (folded && [...folded].every((part) => this.#arabic.has(part))) arabic.push(one);
      else continue;
      if (!this.#table.has(one)) this.#table.set(one, folded);
    }
    return { latin: classOf(latin), arabic: classOf(arabic) };
  }

  /** @param {string} character */
  #folded(character) {
    const parts = [...character.normalize("NFKD")].filter((one) => !this.#dropped.has(one));
    return parts.map((one) => this.#letters.get(one) ?? (one >= "A" && one <= "Z" ? one.toLowerCase() : one)).join("");
  }

  /** @param {{ latin: string, arabic: string }} classes */
  #word({ latin, arabic }) {
    const marks = classOf(this.#dropped);
    const part = `[${latin}${marks}]`;
    const run = `[${latin}]${part}*`;
    return { part, whole: `${run}(?:[${this.#apostrophes}]${run})*|[${arabic}][${arabic}${marks}]*` };
  }

  /**
   * The words of a text as they are written, and where they stand.
   *
   * @param {string} text
   */
  words(text) {
    /** @type {string[]} */
    const raws = [];
    /** @type {Span[]} */
    const spans = [];
    for (const { 0: raw, index } of text.matchAll(this.#words)) {
      raws.push(raw);
      spans.push([index, index + raw.length]);
    }
    return { raws, spans };
  }

  /**
   * The emoji of a text, and where they stand.
   *
   * @param {string} text
   */
  emoji(text) {
    return [...text.matchAll(this.#emoji)].map(({ 0: one, index }) => ({ one, start: index, end: index + one.length }));
  }

  /**
   * The folded form of a word; apostrophes stay, as the one of ASCII.
   *
   * @param {string} word
   */
  fold(word) {
    let folded = "";
    for (let at = 0; at < word.length; at += 1) folded += this.#table.get(word[at]) ?? word[at];
    return folded;
  }

  /**
   * The folded words of a text.
   *
   * @param {string} text
   * @returns {string[]}
   */
  split(text) {
    return (text.match(this.#words) ?? []).map((word) => this.fold(word));
  }

  /**
   * The words, `[first, last, joined]`, between which are only hyphens, and them joined, unless they are figures.
   *
   * @param {string} text
   * @param {Span[]} spans
   */
  joined(text, spans) {
    /** @type {[first: number, last: number, joined: string][]} */
    const found = [];
    let first = 0;
    spans.forEach(([, end], at) => {
      if (spans[at + 1]?.[0] === end + 1 && this.#hyphens.test(text[end])) return;
      const joined = first < at ? text.slice(spans[first][0], end).replace(this.#all, "") : "";
      if (joined && !/^[0-9]+$/.test(this.fold(joined))) found.push([first, at, joined]);
      first = at + 1;
    });
    return found;
  }
}
