// How a page is cited: the day on which it is read is today, and a reference is copied or saved as a file.
import { closest, find, findAll } from "../dom.js";
import { data, fill } from "../words.js";
import { copied } from "./copying.js";
import { saved } from "./saving.js";

/** @param {number} part */
const two = (part) => String(part).padStart(2, "0");

/** Today by the reader's own calendar: in words, as ISO 8601, and in parts. */
export function today() {
  const now = new Date();
  const [year, month, day] = [String(now.getFullYear()), two(now.getMonth() + 1), two(now.getDate())];
  const date = `${now.getDate()}\u00a0${data("month-names")[now.getMonth()]} ${year}`;
  return { date, iso: `${year}-${month}-${day}`, year, month, day };
}

/** @param {HTMLElement} control */
const formOf = (control) => control.closest(".take")?.previousElementSibling?.textContent ?? "";

/** @param {MouseEvent} event */
function pressed(event) {
  const control = closest(event, ".copy-cite, .copy-form, .save");
  if (!control?.closest(".citation, .embed, .example")) return;
  const text = formOf(control);
  if (control.dataset.file) saved(text, control.dataset.file);
  else void copied(text, control);
}

/** Add today to every reference on the page, and let their buttons work. */
export function begin() {
  const parts = today();
  for (const place of findAll(document, ".citation .of-today")) {
    place.textContent = fill(place.dataset.form ?? "", parts);
  }
  document.addEventListener("click", pressed);
}

/** How a text stands inside the quotation marks or braces of each form, as the program writes it. */
const WRITTEN = {
  bib: (/** @type {string} */ text) => text.replace(/[\\{}~^&%$#_]/g, (sign) => TEX[sign] ?? `\\${sign}`),
  ris: (/** @type {string} */ text) => text,
  json: (/** @type {string} */ text) => JSON.stringify(text).slice(1, -1),
};

/** @type {Record<string, string>} */
const TEX = {
  "\\": "\\textbackslash{}",
  "{": "\\textbraceleft{}",
  "}": "\\textbraceright{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/**
 * Let a reference name something else than the page as it stands.
 *
 * @param {HTMLElement} citation
 * @param {string} title
 * @param {string} address
 */
export function rename(citation, title, address) {
  find(citation, ".cite .of-title").textContent = title;
  find(citation, ".cite .of-address").textContent = address;
  for (const button of findAll(citation, ".save")) {
    const form = /** @type {keyof typeof WRITTEN} */ (button.dataset.file?.split(".").at(-1));
    const code = button.closest(".take")?.previousElementSibling;
    if (!code) continue;
    find(code, ".of-title").textContent = WRITTEN[form](title);
    find(code, ".of-address").textContent = WRITTEN[form](address);
  }
}
