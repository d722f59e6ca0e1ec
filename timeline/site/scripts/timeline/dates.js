// Dates as a reader types them: a year, a month or a day, in the digits of either script.

const FORM = /^\d{4}(-\d{2}(-\d{2})?)?$/;
const ARABIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;

/**
 * Return a date in ISO 8601, as finely as it was typed; nothing for what is none.
 *
 * @param {string} text
 */
export function dateOf(text) {
  const date = text.replace(/[٠-٩۰-۹]/g, plain).replace(/[/.]/g, "-");
  return FORM.test(date) && exists(first(date)) ? date : "";
}

/** @param {string} digit */
function plain(digit) {
  const code = digit.charCodeAt(0);
  return String(code - (code < PERSIAN_ZERO ? ARABIC_ZERO : PERSIAN_ZERO));
}

/**
 * Say whether the calendar has a day; what JavaScript would carry over into the next month is none.
 *
 * @param {string} day
 */
function exists(day) {
  const time = new Date(`${day}T00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

/**
 * Return the first day of a date.
 *
 * @param {string} date
 */
export const first = (date) => (date.length < 10 ? `${date}-01-01`.slice(0, 10) : date);

/**
 * Return a text that is not before any day of a date, and before all days after it.
 *
 * @param {string} date
 */
export const last = (date) => `${date}~`;
