// The axis of all years can be read as it stands in the page. This turns its buttons on, and fetches what draws any
// part of it closer when the reader first turns to it.
import { language, record, words } from "./words.js";
import { remembered } from "../drawing/axis/state.js";

const axis = document.querySelector(".axis");
const KEYS = new Set(["+", "=", "-", "−", "_", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "Escape"]);

let view;

/** Fetch the entries and the program that draws them, once; after a failure it is tried again. */
function turn() {
  view ??= Promise.all([import("../drawing/axis/view.js"), entries()]).then(
    ([{ View }, found]) => new View(axis, found),
    () => {
      view = undefined;
      axis.querySelector("[role=status]").textContent = words.zoom.failed;
    },
  );
  return view;
}

async function entries() {
  const answer = await fetch(new URL(`axis/${language}.json`, record));
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.json();
}

/** Let the view do something, as soon as there is one. */
const ask = (act) => turn().then((found) => found && act(found));

/** Show the buttons, make toggles of the legend, and let the keyboard into the drawings. */
function turnOn() {
  for (const line of axis.querySelectorAll(".legend [data-token]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "true");
    button.append(...line.childNodes);
    line.append(button);
  }
  for (const drawing of axis.querySelectorAll("figure > svg")) {
    drawing.removeAttribute("aria-hidden");
    drawing.setAttribute("role", "group");
    drawing.setAttribute("aria-label", words.zoom.axis);
    drawing.setAttribute("aria-describedby", "axis-hint");
    [...drawing.querySelectorAll("a")].at(-1)?.setAttribute("tabindex", "0");
  }
  axis.classList.add("live");
}

function pressed(event) {
  const button = event.target.closest("button");
  const link = event.target.closest("a[data-span]");
  if (button?.dataset.level) ask((view) => view.toLevel(button.dataset.level));
  else if (button?.dataset.zoom) ask((view) => view.zoom(button.dataset.zoom === "in" ? 1 : -1));
  else if (button?.dataset.move) ask((view) => view.move(Number(button.dataset.move)));
  else if (button?.closest("[data-token]")) ask((view) => view.toggle(button.closest("[data-token]").dataset.token));
  else if (link && !event.defaultPrevented && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    ask((view) => view.open(link));
  }
}

function keyed(event) {
  const within = event.target.closest(".drawn svg, .closer");
  const zooms = "+=-−_".includes(event.key);
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS.has(event.key) || !(within || zooms)) return;
  event.preventDefault();
  const { key, shiftKey } = event;
  ask((view) => view.key(key, shiftKey));
}

if (axis?.querySelector("figure > svg")) {
  turnOn();
  const drawn = axis.querySelector(".drawn");
  for (const sign of ["pointerenter", "pointerdown", "focusin"]) drawn.addEventListener(sign, turn, { once: true });
  axis.addEventListener("click", pressed);
  axis.addEventListener("keydown", keyed);
  addEventListener("hashchange", () => remembered(location.hash) && ask((view) => view.restore()));
  if (remembered(location.hash)) ask((view) => view.restore());
}
