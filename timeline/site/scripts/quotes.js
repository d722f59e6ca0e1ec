// All that was said, narrowed by who said it, where, about whom and in what kind of entry, and by words of it. What is
// asked for stands in the address, which leads to the same in the other language too.
import { find, findAll } from "./dom.js";
import { counted, number, words } from "./words.js";

const page = find(document, ".quotes");
const form = find(page, ".sift", HTMLFormElement);
const output = find(form, "output");
const quotes = findAll(page, "figure.quote");
const claims = findAll(page, ".claim");
const years = findAll(page, ".of-year");
const fields = findAll(form, "select", HTMLSelectElement);
const field = find(form, "input", HTMLInputElement);
const balance = findAll(page, ".balance [data-lane]");

/** Letters alone, without marks that are written or left out. @param {string} text */
const plain = (text) =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\u0640]/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ");

const texts = new Map([...quotes, ...claims].map((one) => [one, plain(one.textContent ?? "")]));

/**
 * @param {HTMLElement} quote
 * @param {HTMLSelectElement} select
 */
const meets = (quote, { name, value }) => !value || (quote.dataset[name] ?? "").split(" ").includes(value);

/**
 * Show those that meet a condition, and count them.
 *
 * @param {HTMLElement[]} all
 * @param {(one: HTMLElement) => boolean} condition
 */
function sift(all, condition) {
  const shown = all.filter(condition);
  for (const one of all) one.hidden = !shown.includes(one);
  return shown;
}

/** @param {HTMLElement[]} shown */
function weigh(shown) {
  for (const part of balance) {
    part.textContent = number(shown.filter(({ dataset }) => dataset.lane === part.dataset.lane).length);
  }
}

function show() {
  const asked = plain(field.value).trim().split(" ").filter(Boolean);
  /** @param {HTMLElement} one */
  const says = (one) => asked.every((word) => texts.get(one)?.includes(word));
  const said = sift(quotes, (one) => says(one) && fields.every((select) => meets(one, select)));
  const never = asked.length ? sift(claims, says) : sift(claims, () => true);
  for (const year of years) year.hidden = !said.some((one) => year.contains(one));
  const parts = [counted(words.quotes.count, said.length)];
  if (asked.length && never.length) parts.push(counted(words.quotes.claims, never.length));
  output.textContent = asked.length && !said.length && !never.length ? words.quotes.unknown : parts.join(" · ");
  const folded = page.querySelector(".claims details");
  if (folded instanceof HTMLDetailsElement && asked.length) folded.open = never.some((one) => folded.contains(one));
  weigh(said);
}

function keep() {
  const query = new URLSearchParams();
  for (const { name, value } of [field, ...fields]) if (value) query.set(name, value);
  history.replaceState(null, "", `${[...query].length ? `?${query}` : location.pathname}${location.hash}`);
  const other = document.querySelector(".bar a.other");
  if (other instanceof HTMLAnchorElement) other.search = String(query);
}

const asked = new URLSearchParams(location.search);
for (const one of [field, ...fields]) one.value = asked.get(one.name) ?? "";
for (const select of fields) if (select.selectedIndex < 0) select.value = "";
form.addEventListener("input", () => {
  show();
  keep();
});
form.addEventListener("reset", () =>
  requestAnimationFrame(() => {
    show();
    keep();
  }),
);
form.addEventListener("submit", (event) => event.preventDefault());
if (asked.size) {
  show();
  keep();
}
