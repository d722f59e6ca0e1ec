// Two outages from minute 0: their drawing, and lists of what its numbers stand for. All courses are fetched once.
import { draw } from "../../drawing/course.js";
import { styleOf } from "../../drawing/marks.js";
import { element, find, isolated } from "../dom.js";
import { fetched, isObject } from "../fetched.js";
import { duration, record } from "../words.js";

/** @import { Courses, TextPiece, ToldCourse } from "../../data/types.d.ts" */

const section = find(document, "#course");
const figure = find(section, "figure");
const lists = find(section, ".two-courses");

/** @type {Promise<Courses> | undefined} */
let courses;
let turn = 0;

/**
 * @param {unknown} read
 * @returns {read is Courses}
 */
const areCourses = (read) =>
  isObject(read) && Object.values(/** @type {object} */ (read)).every((told) => isObject(told) && "moments" in told);

function fetchAll() {
  const file = fetched(new URL(`compare/courses/${document.documentElement.lang}.json`, record), areCourses);
  file.catch(() => {
    courses = undefined; // another time it may be reached
  });
  return file;
}

/**
 * Show the courses of two outages; without outages there is nothing to show.
 *
 * @param {string[]} ids
 * @param {URL} home the folder of the page's language
 */
export async function showCourses(ids, home) {
  turn += 1;
  const mine = turn;
  section.hidden = true;
  if (!ids.length) return;
  courses ??= fetchAll();
  const known = await courses;
  if (mine !== turn) return;
  const told = ids.flatMap((id) => (Object.hasOwn(known, id) ? known[id] : []));
  section.hidden = false;
  for (const drawing of figure.querySelectorAll("svg")) drawing.remove();
  draw(
    figure,
    told.map(({ course }) => course),
    (minutes) => (minutes ? duration(minutes) : "0"),
  );
  lists.replaceChildren(...told.map((one) => list(one, home)));
}

/**
 * @param {ToldCourse} told
 * @param {URL} home
 */
function list({ name, course, moments }, home) {
  const items = moments.map(({ after, text, small }, place) => {
    const lines = small.flatMap((pieces) => [" ", element("span", { class: "small" }, ...line(pieces, home))]);
    const said = element("span", {}, ...line(text, home), ...lines);
    return element(
      "li",
      { class: styleOf(course.flags[place].lane) },
      element("b", { class: "after" }, after),
      " ",
      said,
    );
  });
  const head = element("h3", { class: styleOf(course.lane) }, ...name.map(isolated));
  return element("div", {}, head, element("ol", { class: "moments" }, ...items));
}

/**
 * A line of text, of which some pieces lead somewhere.
 *
 * @param {TextPiece[]} pieces
 * @param {URL} home
 */
const line = (pieces, home) =>
  pieces.flatMap(({ text, href }) =>
    href ? [element("a", { href: new URL(href, home).href }, ...text.map(isolated))] : text.map(isolated),
  );
