// The words, numbers and lengths that scripts write, in the page's language and by its habits.

export const language = document.documentElement.lang;
export const rightToLeft = document.documentElement.dir === "rtl";

/** The address of the site's root, which is the folder above this file's. */
export const root = new URL("../../../", import.meta.url);

/** Read JSON that stands in the page under an id, as a heading may too; a page without it gives an empty object. */
export const data = (id) => JSON.parse(document.querySelector(`script#${id}`)?.textContent ?? "{}");

/** The words that the page carries for its scripts, by section. */
export const words = data("words");

// Digits are 0-9 in both languages, as pan-Arab news sites write them.
const numbers = new Intl.NumberFormat(language, { numberingSystem: "latn" });
const plurals = new Intl.PluralRules(language);

/** Write a number with its thousands set apart. */
export const number = (value) => numbers.format(value);

/** Put values in the places of a text: `{name}`. */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/** Choose the form for a number by its CLDR category, and fill it. */
export function counted(forms, value, values = {}) {
  const form = forms[plurals.select(value)] ?? forms.other;
  return fill(form, { count: number(value), ...values });
}

/** Write a number of minutes in the largest two units that fit, from the section `duration` of the words. */
export function duration(minutes, { governed = false } = {}) {
  const forms = governed ? words.duration.governed : words.duration;
  const whole = Math.round(minutes);
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  const parts = days ? [["day", days], ["hour", hours]] : [["hour", hours], ["minute", rest]];
  const shown = parts.filter(([, value]) => value).map(([unit, value]) => counted(forms[unit], value));
  return shown.join(words.duration.join) || counted(forms.minute, 0);
}
