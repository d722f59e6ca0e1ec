// The sorted lists of the index, of which only those blocks are fetched that a query needs.

import { blockFrom } from "./shapes.js";

/** @import { Block } from "../../site/data/types.d.ts" */
/** @import { Load } from "./types.d.ts" */

/**
 * What a list has of a key; it may be marked.
 *
 * @template Value
 * @typedef {{ key: string, value: Value, marked: boolean }} Entry
 */

/**
 * The place of the last of some sorted keys that is not behind a key, or -1.
 *
 * @param {string[]} keys
 * @param {string} key
 */
function placeOf(keys, key) {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The entry at a place of a block: its key and value, and whether it is marked.
 *
 * @template Value
 * @param {Block<Value>} block
 * @param {number} place
 * @returns {Entry<Value>}
 */
function entry({ keys, values, marks }, place) {
  return { key: keys[place], value: values[place], marked: marks?.[place] === "1" };
}

/**
 * One sorted list of keys and their values, which lies on the server in blocks.
 *
 * @template Value
 */
export class Blocks {
  #load;
  #folder;
  #firsts;
  /** @type {Map<number, Promise<Block<Value>>>} */
  #blocks = new Map();

  /**
   * `load` fetches the JSON at a path; `firsts` are what tells the first key of each block from the key before it.
   *
   * @param {Load} load
   * @param {string} folder
   * @param {string[]} firsts
   */
  constructor(load, folder, firsts) {
    this.#load = load;
    this.#folder = folder;
    this.#firsts = firsts;
  }

  /**
   * The entries of those of some keys that the list has.
   *
   * @param {string[]} keys
   */
  async having(keys) {
    const found = await Promise.all(
      keys.map(async (key) => {
        const number = placeOf(this.#firsts, key);
        if (number < 0) return null;
        const block = await this.#block(number);
        const place = placeOf(block.keys, key);
        return block.keys[place] === key ? entry(block, place) : null;
      }),
    );
    return found.filter((one) => one !== null);
  }

  /**
   * The entries whose keys begin with a text; of many blocks only those of the first `most`.
   *
   * @param {string} text
   * @param {number} most
   */
  async starting(text, most) {
    const first = Math.max(placeOf(this.#firsts, text), 0);
    /** @type {number[]} */
    const numbers = [];
    for (let number = first; number < this.#firsts.length && numbers.length < most; number += 1) {
      if (number > first && !this.#firsts[number].startsWith(text)) break;
      numbers.push(number);
    }
    const blocks = await Promise.all(numbers.map((number) => this.#block(number)));
    return blocks.flatMap((block) => {
      /** @type {Entry<Value>[]} */
      const found = [];
      let place = Math.max(placeOf(block.keys, text), 0);
      if (block.keys[place] < text) place += 1;
      for (; block.keys[place]?.startsWith(text); place += 1) found.push(entry(block, place));
      return found;
    });
  }

  /** @param {number} number */
  #block(number) {
    const known = this.#blocks.get(number);
    if (known) return known;
    /** @type {Promise<Block<Value>>} */
    const block = this.#load(`${this.#folder}/${number}`, blockFrom(this.#firsts[number]));
    block.catch(() => this.#blocks.delete(number)); // the next query may try again
    this.#blocks.set(number, block);
    return block;
  }
}
