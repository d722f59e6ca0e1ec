// Any two things side by side. Which two stands in the address, which leads to the same in the other language; what the
// record answers is fetched once.
import { showCourses } from "./compare/courses.js";
import { element, find, findAll } from "./dom.js";
import { fetched, hasLists } from "./fetched.js";
import { data, number, record, words } from "./words.js";

/** @import { Comparison, ComparedColumn, Answer } from "../data/types.d.ts" */

const page = find(document, ".compare");
const form = find(page, ".choose-two", HTMLFormElement);
const shown = find(page, ".side-by-side");
const [first, second] = findAll(form, "select", HTMLSelectElement);
const asked = data("asked");
const home = new URL("../", location.href);

/** @type {Promise<Comparison> | undefined} */
let comparison;

/**
 * @param {unknown} read
 * @returns {read is Comparison}
 */
const isComparison = (read) => hasLists(read, "columns");

function fetchAll() {
  const file = fetched(new URL(`compare/${document.documentElement.lang}.json`, record), isComparison);
  file.catch(() => {
    comparison = undefined; // another time it may be reached
  });
  return file;
}

async function known() {
  comparison ??= fetchAll();
  const { columns } = await comparison;
  return new Map(columns.map((column) => [column.key, column]));
}

/**
 * @param {ComparedColumn} column
 * @param {Answer | undefined} answer
 * @param {string} side
 */
function answered(column, answer, side) {
  const text = answer?.shown ?? "–";
  const said = answer?.path ? element("a", { href: new URL(answer.path, home).href }, text) : text;
  const small = answer?.small ? [element("span", { class: "small" }, answer.small)] : [];
  const name = element("span", { class: "vh" }, `${column.name}: `);
  return element("p", { class: side }, name, element("b", {}, said), ...small);
}

/**
 * @param {string} question
 * @param {[column: ComparedColumn, answer: Answer | undefined][]} answers
 */
function row(question, answers) {
  const cells = answers.map(([column, answer], place) => answered(column, answer, place ? "b" : "a"));
  return element("div", { class: "asked" }, element("h3", {}, question), ...cells);
}

/** @param {ComparedColumn[]} two */
function yearRows(two) {
  const names = [...new Set(two.flatMap(({ years }) => years.map(({ year }) => year)))].sort();
  return names.map((name) => {
    const cells = two.map((column) => {
      const found = column.years.find(({ year }) => year === name);
      const answer = found && { shown: number(found.number), small: found.hours, path: "" };
      return /** @type {[ComparedColumn, Answer | undefined]} */ ([column, answer]);
    });
    return row(name, cells);
  });
}

/** @param {ComparedColumn[]} two */
function set(two) {
  const names = two.map(({ name, path, lane }) =>
    element("h2", { class: `lane-${lane}` }, element("a", { href: new URL(path, home).href }, name)),
  );
  const questions = two[0]?.sort === "outage" ? asked.one : asked.many;
  const rows = questions.map((question, place) =>
    row(
      question,
      two.map((column) => [column, column.answers[place]]),
    ),
  );
  shown.replaceChildren(element("div", { class: "two-names" }, ...names), ...rows, ...yearRows(two));
}

const OUTAGE = "outage/";

/** Two outages are compared with each other, and all else with what is no outage. @param {string} key */
const isOutage = (key) => key.startsWith(OUTAGE);

async function show() {
  if (!first || !second) return;
  if (isOutage(first.value) !== isOutage(second.value)) {
    const fit = [...second.options].find(
      ({ value }) => isOutage(value) === isOutage(first.value) && value !== first.value,
    );
    if (fit) second.value = fit.value;
  }
  try {
    const columns = await known();
    const two = [first.value, second.value].flatMap((key) => columns.get(key) ?? []);
    set(two);
    await showCourses(
      two.flatMap(({ key }) => (isOutage(key) ? key.slice(OUTAGE.length) : [])),
      home,
    );
  } catch {
    shown.textContent = words.compare.unread;
  }
}

function keep() {
  const query = new URLSearchParams();
  for (const { name, value } of [first, second].flatMap((select) => select ?? [])) query.set(name, value);
  history.replaceState(null, "", `?${query}`);
  const other = document.querySelector(".bar a.other");
  if (other instanceof HTMLAnchorElement) other.search = String(query);
}

const wanted = new URLSearchParams(location.search);
for (const select of [first, second].flatMap((one) => one ?? [])) {
  const usual = select.value;
  select.value = wanted.get(select.name) ?? usual;
  if (select.selectedIndex < 0) select.value = usual;
}
form.addEventListener("change", () => void show().then(keep));
void show().then(() => wanted.size && keep());
