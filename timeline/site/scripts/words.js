// The words, numbers and lengths that scripts write, in the page's language and by its habits.

/** @import { Durations, Forms, PageData } from "../parts/types.d.ts" */

export const language = document.documentElement.lang;
export const rightToLeft = document.documentElement.dir === "rtl";

/** The address of the site's root, above the folder of this build's files. */
export const root = new URL("../../../../", import.meta.url);

/** The address of what scripts read of the record; it lies beside the scripts of the same build. */
export const record = new URL("../../data/", import.meta.url);

/**
 * Read JSON that stands in the page under an id, as a heading may too; a page without it gives an empty object.
 *
 * @template {keyof PageData} Id
 * @param {Id} id
 */
export function data(id) {
  const text = document.querySelector(`script#${id}`)?.textContent ?? "{}";
  /** @type {unknown} */
  const read = JSON.parse(text);
  return /** @type {PageData[Id]} */ (read);
}

/** The words that the page carries for its scripts, by section. */
export const words = data("words");

// Digits are 0-9 in both languages, as pan-Arab news sites write them.
const numbers = new Intl.NumberFormat(language, { numberingSystem: "latn" });
const plurals = new Intl.PluralRules(language);

/**
 * Write a number with its thousands set apart.
 *
 * @param {number} value
 */
export const number = (value) => numbers.format(value);

/**
 * Put values in the places of a text: `{name}`.
 *
 * @param {string} text
 * @param {Record<string, string | number>} values
 */
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (whole, /** @type {string} */ name) => String(values[name] ?? whole));

/**
 * Choose the form for a number by its CLDR category, and fill it.
 *
 * @param {Forms} forms
 * @param {number} value
 * @param {Record<string, string>} values
 */
export function counted(forms, value, values = {}) {
  const form = forms[plurals.select(value)] ?? forms.other;
  return fill(form, { count: number(value), ...values });
}

/**
 * Write a number of minutes in the largest two units that fit, from the section `duration` of the words.
 *
 * @param {number} minutes
 */
export function duration(minutes, { governed = false } = {}) {
  const whole = Math.round(minutes);
  const days = Math.floor(whole / 1440);
  if (!days) return hours(whole, { governed });
  const { day, hour } = formsOf(governed);
  return together([
    [day, days],
    [hour, Math.floor((whole % 1440) / 60)],
  ]);
}

/**
 * Write a sum of minutes in hours, however many they are.
 *
 * @param {number} minutes
 */
export function hours(minutes, { governed = false } = {}) {
  const whole = Math.round(minutes);
  const { hour, minute } = formsOf(governed);
  return together([
    [hour, Math.floor(whole / 60)],
    [minute, whole % 60],
  ]);
}

/** @param {boolean} governed */
const formsOf = (governed) => (governed ? words.duration.governed : words.duration);

/** @param {[unit: Forms, value: number][]} parts */
function together(parts) {
  const shown = parts.filter(([, value]) => value).map(([unit, value]) => counted(unit, value));
  return shown.join(words.duration.join) || counted(parts[parts.length - 1][0], 0);
}
