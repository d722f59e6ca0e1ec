// What a search finds, as options of a list.
import { partlyText } from "../../site/scripts/readings.js";
import { counted } from "../../site/scripts/words.js";
import { pageOf } from "./addresses.js";
import { inList } from "../../site/drawing/marks.js";
import { drawn } from "./drawings.js";
import { write } from "./marked.js";

/** @import { SearchBox } from "../../site/data/types.d.ts" */
/** @import { Hit, Results, WayFound } from "./types.d.ts" */

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
 * Make the groups of what a search finds: pages, events, those that answer a part; and what leads to all events.
 *
 * @param {Results} results
 * @param {string} address
 * @param {SearchBox} told
 */
export function options({ ways, hits, total, partly }, address, told) {
  const foreign = new RegExp(told.foreign, "g");
  const { words, reading } = told;
  const made = [];
  if (ways.length) made.push(waysIn(words.goto, ways, foreign));
  if (hits.length) {
    made.push(
      group(
        words.entries,
        hits.map((hit) => option(hit, told, foreign)),
        total,
      ),
    );
  }
  if (partly.hits.length) {
    const shown = partly.hits.map((hit) => option(hit, told, foreign));
    made.push(group(partlyText(partly.lacking, reading), shown, partly.total));
  }
  if (!total && !partly.total) return made;
  const all = element("a", "all", counted(words.all, total || partly.total));
  all.href = address;
  return [...made, all];
}

/**
 * Make a group of pages.
 *
 * @param {string} name
 * @param {WayFound[]} ways
 * @param {RegExp} foreign
 */
export function waysIn(name, ways, foreign) {
  return group(
    name,
    ways.map((way) => {
      const made = element("a", "way");
      made.href = pageOf(way.path);
      made.append(
        write(element("span", "title"), [[way.title, false]], foreign),
        write(element("span", "about"), [[way.about, false]], foreign),
      );
      return made;
    }),
  );
}

/**
 * Options under a name, with their number.
 *
 * @param {string} name
 * @param {HTMLElement[]} inside
 */
function group(name, inside, number = 0) {
  const label = element("p", "name", element("span", "", name));
  label.setAttribute("aria-hidden", "true");
  if (number) label.append(element("span", "number", String(number)));
  const made = element("div", "group", label, ...inside);
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", name);
  return made;
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
