// A story as it is read: beside it and above it stands where the reader is, and what the story has counted up to there.
import { find, findAll } from "./dom.js";

const story = find(document, ".story");
const steps = findAll(story, ".step");
const counters = findAll(story, "[data-counter]");
const segments = findAll(story, ".strip-progress .segment", SVGElement);
const chapters = findAll(story, ".chapter");
const headings = chapters.map((chapter) => chapter.querySelector("h2")?.textContent ?? "");
const current = story.querySelector(".progress p > b");
const place = story.querySelector(".progress p > span");

/** Marks of the contents by the entry that they lead to. */
const marks = new Map(findAll(story, ".contents a", SVGAElement).map((link) => [link.href.baseVal.slice(1), link]));
/** Names of the contents by the chapter that they lead to. */
const names = new Map(findAll(story, ".contents a", HTMLAnchorElement).map((link) => [link.hash.slice(1), link]));

/** Where the reader is. @type {HTMLElement | undefined} */
let here;

/**
 * Set where the reader is off from all others.
 *
 * @param {Map<string, Element>} links
 * @param {string} id
 * @param {string} kind
 */
function mark(links, id, kind) {
  for (const [one, link] of links) {
    if (one === id) link.setAttribute("aria-current", kind);
    else link.removeAttribute("aria-current");
  }
}

/** @param {HTMLElement} chapter */
function advance(chapter) {
  const at = chapters.indexOf(chapter);
  segments.forEach((segment, number) => {
    segment.classList.toggle("done", number < at);
    segment.classList.toggle("now", number === at);
  });
  if (place) place.textContent = `${at + 1}/${chapters.length} · `;
  if (current) current.textContent = headings[at] ?? "";
  mark(names, chapter.id, "step");
}

/** @param {HTMLElement} step */
function show(step) {
  here = step;
  mark(marks, step.id, "location");
  const chapter = step.closest(".chapter");
  if (chapter instanceof HTMLElement) advance(chapter);
  const numbers = step.dataset.counts?.split("|") ?? [];
  for (const counter of counters) counter.textContent = numbers[Number(counter.dataset.counter)] ?? "";
}

/** The last entry whose first line has passed a third of the window. */
function reached() {
  const line = innerHeight / 3;
  return steps.findLast((step) => step.getBoundingClientRect().top <= line) ?? steps[0];
}

let waiting = false;
function follow() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    const step = reached();
    if (step && step !== here) show(step);
  });
}

addEventListener("scroll", follow, { passive: true });
addEventListener("resize", follow, { passive: true });
follow();
