// What a mark is called, to who listens, and what is said of it to who points at it.
import { counted, fill, words } from "../../scripts/words.js";
import { lengthOf } from "./items.js";

/** @import { Dates } from "./dates.js" */
/** @import { Mark } from "./types.d.ts" */
/** @typedef {Pick<Mark, "items" | "counted" | "band" | "from" | "to">} Called */

/**
 * What a mark is called.
 *
 * @param {Called} mark
 * @param {Dates} dates
 */
export function nameOf(mark, dates) {
  if (mark.counted) return `${countOf(mark, dates)} (${words.zoom.nearer})`;
  const [item] = mark.items;
  const length = item.outage ? ` (${lengthOf(item)})` : "";
  const date = dates.ofItem(item);
  return fill(words.zoom.mark, { kind: item.called, company: item.company, date, title: item.title }) + length;
}

/**
 * What a counted mark holds.
 *
 * @param {Called} mark
 * @param {Dates} dates
 */
export function countOf({ items, band, from = 0, to = 0 }, dates) {
  const held = items.filter((item) => item.held).length;
  const forms = band?.outage ? words.count.outages : band?.lane ? words.count.moves : words.count.entries;
  return fill(words.zoom.gathered, { counted: counted(forms, held), span: dates.range([from, to]) });
}

/**
 * What is said of a mark beside it: a line above its title, and a line below.
 *
 * @param {Mark} mark
 * @param {Dates} dates
 */
export function told(mark, dates) {
  if (mark.counted) {
    const title = mark.title ?? countOf(mark, dates);
    return { above: dates.range([mark.from ?? 0, mark.to ?? 0]), title, below: words.zoom.nearer };
  }
  const [item] = mark.items;
  const below = [item.called, item.company, item.outage ? lengthOf(item) : ""].filter(Boolean).join(" · ");
  return { above: dates.ofItem(item), title: item.title, below };
}
