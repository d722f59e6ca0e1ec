// What the files of the search must be like to be read; what is not like that is thrown away.
import { hasLists, isObject } from "../../site/scripts/fetched.js";

/** @import { Block, Card, Start } from "../../site/data/types.d.ts" */

/**
 * @param {unknown} read
 * @returns {read is Start}
 */
export function isStart(read) {
  const { manifest, lexicon } = /** @type {Partial<Start>} */ (isObject(read) ? read : {});
  return isObject(manifest) && isObject(manifest?.lists) && isObject(lexicon?.lexicon) && hasLists(read, "ways");
}

/**
 * Return what says whether something is the block of a list whose first key begins with some letters.
 *
 * @template Value
 * @param {string} first
 */
export function blockFrom(first) {
  /**
   * @param {unknown} read
   * @returns {read is Block<Value>}
   */
  return (read) => {
    if (!hasLists(read, "keys", "values")) return false;
    const { keys, values } = /** @type {Block<Value>} */ (read);
    return typeof keys[0] === "string" && keys[0].startsWith(first) && keys.length === values.length;
  };
}

/**
 * @param {unknown} read
 * @returns {read is Card[]}
 */
export function areCards(read) {
  return Array.isArray(read) && read.every((card) => hasLists(card, "texts"));
}

/**
 * @param {unknown} read
 * @returns {read is string[]}
 */
export const areIds = (read) => Array.isArray(read) && read.every((id) => typeof id === "string");
