// The page for addresses that lead nowhere offers the entry whose name is nearest to the one that was asked for.
import { element, find, findAll } from "./dom.js";
import { fetched, hasLists } from "./fetched.js";
import { record, root } from "./words.js";

/** @import { AxisFile } from "../data/types.d.ts" */

// So much of two names together must be in both.
const ENOUGH = 0.5;

/** @param {string} name */
const partsOf = (name) => new Set(name.toLowerCase().split("-"));

const asked = partsOf(location.pathname.split("/").findLast(Boolean) ?? "");

/** @param {Set<string>} parts */
function alike(parts) {
  const common = [...parts].filter((part) => asked.has(part)).length;
  return common / (parts.size + asked.size - common);
}

/**
 * @param {unknown} read
 * @returns {read is AxisFile}
 */
const isAxis = (read) => hasLists(read, "rows");

/** @param {HTMLElement} line */
async function offer(line) {
  const code = line.closest("section")?.lang;
  const { rows } = await fetched(new URL(`axis/${code}.json`, record), isAxis);
  const rated = rows.map(([id, , , , , , title]) => ({ id, title, rate: alike(partsOf(id)) }));
  const best = rated.reduce((one, other) => (other.rate > one.rate ? other : one));
  if (best.rate < ENOUGH) return;
  const { href } = new URL(`${code}/events/${best.id}/`, root);
  line.append(" ", element("a", { href }, best.title));
  line.hidden = false;
}

// A name of one part is that of no entry. Without the entries the page stays as it is.
if (asked.size > 1) for (const line of findAll(document, ".nearest")) offer(line).catch(() => {});

// The policy of the page lets no form be sent.
for (const form of findAll(document, ".choose form", HTMLFormElement)) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { value } = find(form, "input", HTMLInputElement);
    location.assign(`${form.action}?${new URLSearchParams({ q: value })}`);
  });
}
