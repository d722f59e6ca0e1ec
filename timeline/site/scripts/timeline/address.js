// What the reader asks for, as it stands in the address; what the page does not know is left out.

import { dateOf } from "./dates.js";

/** @import { Choice } from "./choices.js" */

/**
 * What is asked for: the places of the choices, the first and the last date, a query, an order, and a view; what is
 * empty is not asked for. A date is a year, a month or a day; `unread` are texts that are none.
 *
 * @typedef {{
 *   chosen: Set<number>, from: string, to: string, q: string, sort: string, view: string, unread: string[],
 * }} Asked
 */

/** The choices in the order of the page. @typedef {{ all: Choice[] }} Known */

const LONGEST = 200;
const ORDERS = ["match", "newest", "oldest"];
const KEPT = /** @type {const} */ (["from", "to", "q", "view"]);
const NO_QUERY = "newest";

/**
 * Read what a query string asks for.
 *
 * @param {string} query
 * @param {Known} known
 * @returns {Asked}
 */
export function read(query, { all }) {
  const asked = new URLSearchParams(query);
  /** @type {Set<number>} */
  const chosen = new Set();
  all.forEach(({ group, value }, place) => asked.getAll(group).includes(value) && chosen.add(place));
  /**
   * @param {string} name
   * @param {string[]} known
   */
  const among = (name, known) => known.find((one) => one === asked.get(name)) ?? "";
  const limits = limitsOf(asked.get("from") ?? "", asked.get("to") ?? "");
  const q = (asked.get("q") ?? "").trim().slice(0, LONGEST);
  return { chosen, ...limits, q, sort: among("sort", ORDERS), view: among("view", ["full"]) };
}

/**
 * Read the two ends of a stretch of time, the earlier one first; what is no date is told, and limits nothing.
 *
 * @param {string} first
 * @param {string} last
 */
export function limitsOf(first, last) {
  const asked = [first, last].map((text) => text.trim().slice(0, LONGEST));
  const [from, to] = asked.map(dateOf);
  const unread = asked.filter((text) => text && !dateOf(text));
  return from && to && from > to ? { from: to, to: from, unread } : { from, to, unread };
}

/**
 * Return the order of a list: what was asked for, or else what is best for it.
 *
 * @param {Pick<Asked, "q" | "sort">} asked
 */
export function orderOf({ q, sort }) {
  const usual = q ? "match" : NO_QUERY;
  return !sort || (sort === "match" && !q) ? usual : sort;
}

/**
 * Write what is asked for as a query string; what is usual is left out.
 *
 * @param {Asked} state
 * @param {Choice[]} all
 */
export function written(state, all) {
  const query = new URLSearchParams();
  all.forEach(({ group, value }, place) => state.chosen.has(place) && query.append(group, value));
  for (const name of KEPT) if (state[name]) query.set(name, state[name]);
  const order = orderOf(state);
  if (order !== orderOf({ q: state.q, sort: "" })) query.set("sort", order);
  return [...query].length ? `?${query}` : "";
}
