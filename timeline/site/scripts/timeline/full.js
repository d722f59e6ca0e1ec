// What the full view shows of each entry more: its first fact and the number of its sources, fetched when asked for.
import { element, isolated } from "../dom.js";
import { fetched, isObject } from "../fetched.js";
import { counted, words } from "../words.js";

/** @import { Details } from "../../pages/types.d.ts" */
/** @import { Entry } from "./list.js" */

/** @type {Promise<void> | null} */
let filled = null;

/**
 * Put into each row what the full view shows; a second call waits for the first.
 *
 * @param {Entry[]} entries
 * @param {string} language
 * @param {URL} record
 */
export function fillIn(entries, language, record) {
  filled ??= fill(entries, new URL(`timeline/${language}.json`, record)).catch((error) => {
    filled = null; // another time it may be reached
    throw error;
  });
  return filled;
}

/**
 * @param {Entry[]} entries
 * @param {URL} address
 */
async function fill(entries, address) {
  const details = await fetched(address, areDetails);
  for (const { id, row } of entries) {
    if (details[id]) row.lastElementChild?.append(whole(details[id]));
  }
}

/**
 * @param {unknown} read
 * @returns {read is Details}
 */
const areDetails = (read) => isObject(read) && Object.values(/** @type {object} */ (read)).every(Array.isArray);

/** @param {Details[string]} details */
function whole([sources, ...fact]) {
  const small = element("p", { class: "small" }, counted(words.count.sources, sources));
  return element("div", { class: "whole" }, element("p", {}, ...fact.map(isolated)), small);
}
