// What a search finds, as options of a list.
import { counted } from "../../site/scripts/words.js";
import { pageOf } from "./addresses.js";
import { inList } from "../../site/drawing/marks.js";
import { drawn } from "./drawings.js";
import { write } from "./marked.js";

/** @import { SearchBox } from "../../site/data/types.d.ts" */
/** @import { Hit, Results } from "./types.d.ts" */

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} classes
 * @param {(string | Node)[]} inside
 */
function element(name, classes = "", ...inside) {
  const made = document.createElement(name);
  if (classes) made.className = classes;
  made.append(...inside);
  return made;
}

/**
 * Make the options for the hits of a search, and one more that leads to them all.
 *
 * @param {Pick<Results, "hits" | "total">} results
 * @param {string} address
 * @param {SearchBox} told
 */
export function options({ hits, total }, address, told) {
  const foreign = new RegExp(told.foreign, "g");
  const all = element("a", "all", counted(told.words.all, total));
  all.href = address;
  return [...hits.map((hit) => option(hit, told, foreign)), all];
}

/**
 * @param {Hit} hit
 * @param {SearchBox} told
 * @param {RegExp} foreign
 */
function option(hit, told, foreign) {
  const address = pageOf(hit.path);
  const made = element("a", "hit", inList(told.shapes, hit.shape, hit.lane));
  if (address) made.href = address;
  else made.setAttribute("aria-disabled", "true");
  const passage = write(element("span", "passage"), hit.passage, foreign);
  made.append(write(element("span", "title"), hit.title, foreign), about(hit, told, foreign), passage);
  return made;
}

/**
 * The line that says when it was, what it was, whose it was and, if there is doubt, how sure the record is.
 *
 * @param {Hit} hit
 * @param {SearchBox} told
 * @param {RegExp} foreign
 */
function about(hit, told, foreign) {
  const date = element("time", "nb", hit.date);
  date.dateTime = hit.iso;
  const line = element("span", "about", date);
  // What was debunked nobody did, and its badge says what it is.
  const named = hit.status === "debunked" ? "" : [hit.kind, hit.company].filter(Boolean).join(told.separator);
  if (named) line.append(write(element("span"), [[named, false]], foreign));
  if (Object.hasOwn(told.badges, hit.status)) line.append(drawn(told.badges[hit.status]));
  return line;
}
