// How a query was read, where it was not read as it was typed: in words, with the ways back and on.
import { element } from "./dom.js";
import { fill } from "./words.js";

/** @import { ReadingWords } from "../data/types.d.ts" */
/** @import { Reported } from "../../search/browser/types.d.ts" */

/**
 * A sentence with elements in its blanks: `{name}`.
 *
 * @param {string} text
 * @param {Record<string, Node>} blanks
 */
export function sentence(text, blanks) {
  return text.split(/(\{\w+\})/).map((piece) => blanks[piece.slice(1, -1)] ?? piece);
}

/**
 * @param {Record<string, string>} attributes
 * @param {(string | Node)[]} inside
 */
export const button = (attributes, ...inside) => element("button", { type: "button", ...attributes }, ...inside);

/**
 * Say what words some events lack, if all of them lack the same.
 *
 * @param {string[]} lacking
 * @param {ReadingWords} words
 */
export function partlyText(lacking, words) {
  if (!lacking.length) return words.partly;
  return fill(words.lacking, { words: lacking.map((word) => fill(words.quoted, { word })).join(words.and) });
}

/** Says how queries were read; `replace` is called with another query that the reader chose. */
export class Readings {
  /**
   * @param {ReadingWords} words
   * @param {(query: string) => void} replace
   */
  constructor(words, replace) {
    this.words = words;
    this.replace = replace;
  }

  /**
   * Name the words that were read as others, and offer other spellings of a query that finds nothing.
   *
   * @param {string} query
   * @param {Reported} reported
   * @returns {HTMLElement[]}
   */
  of(query, { changed, keys, near }) {
    const { words } = this;
    const read = keys
      ? [this.line(words.keyboard, keys, query, query)]
      : changed.map(({ typed, shown }) => this.line(words.changed, shown, typed, query));
    return [...read, ...this.offered(near)];
  }

  /**
   * A line that says what is shown in the place of what was typed, with the way back to that.
   *
   * @param {string} text
   * @param {string} shown
   * @param {string} typed
   * @param {string} query
   */
  line(text, shown, typed, query) {
    const back = button({ class: "button plain" }, ...sentence(this.words.only, { typed: this.quoted(typed) }));
    back.addEventListener("click", () => this.replace(query.replace(typed, () => `"${typed}"`)));
    return element("p", { class: "changed" }, ...sentence(text, { shown: this.quoted(shown) }), " ", back);
  }

  /** @param {string[]} near */
  offered(near) {
    if (!near.length) return [];
    const offered = near.map((query) => {
      const made = button({ class: "button plain", dir: "auto" }, query);
      made.addEventListener("click", () => this.replace(query));
      return made;
    });
    return [element("p", { class: "near" }, element("span", {}, this.words.near), " ", ...offered)];
  }

  /** @param {string} word */
  quoted(word) {
    return element("span", {}, ...sentence(this.words.quoted, { word: element("bdi", {}, word) }));
  }
}
