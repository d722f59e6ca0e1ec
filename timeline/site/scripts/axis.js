// The axis of all years can be read as it stands in the page. This turns its buttons on, and fetches what draws any
// part of it closer when the reader first turns to it.
import { closest, element, find, findAll } from "./dom.js";
import { fetched, hasLists, imported } from "./fetched.js";
import { rove } from "./rove.js";
import { language, record, words } from "./words.js";
import { remembered } from "../drawing/axis/state.js";

/** @import { AxisFile } from "../data/types.d.ts" */
/** @import { CalendarName } from "../drawing/axis/types.d.ts" */
/** @typedef {typeof import("../drawing/axis/view.js")} Program */
/** @import { View } from "../drawing/axis/view.js" */

const ARROWS = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"];
const KEYS = new Set(["+", "=", "-", "−", "_", ...ARROWS, "Home", "End", "Escape"]);

const axis = /** @type {HTMLElement} */ (document.querySelector(".axis")); // where there is none, nothing begins

/** @type {Promise<View | undefined> | undefined} */
let view;

/** Fetch the entries and the program that draws them, once; after a failure it is tried again. */
function turn() {
  view ??= Promise.all([program(), fetched(new URL(`axis/${language}.json`, record), isAxis)]).then(
    ([{ View }, found]) => new View(axis, found),
    () => {
      view = undefined;
      find(axis, "[role=status]").textContent = words.zoom.failed;
      return undefined;
    },
  );
  return view;
}

/** @returns {Promise<Program>} */
const program = () => /** @type {Promise<Program>} */ (imported(new URL("../drawing/axis/view.js", import.meta.url)));

/**
 * @param {unknown} read
 * @returns {read is AxisFile}
 */
const isAxis = (read) => hasLists(read, "rows", "kinds", "lanes", "months", "short", "scale");

/**
 * Let the view do something, as soon as there is one.
 *
 * @param {(view: View) => void} act
 */
function ask(act) {
  void turn().then((found) => found && act(found));
}

/** Show what the address says, if it says anything of the axis. */
function restore() {
  if (remembered(location.hash)) ask((own) => own.restore());
}

/** Show the buttons, make toggles of the legend, and let the keyboard into the drawings. */
function turnOn() {
  for (const line of findAll(axis, ".legend [data-token]")) {
    line.append(element("button", { type: "button", "aria-pressed": "true" }, ...line.childNodes));
  }
  for (const drawing of axis.querySelectorAll("figure > svg")) {
    drawing.removeAttribute("aria-hidden");
    drawing.setAttribute("role", "group");
    drawing.setAttribute("aria-label", words.zoom.axis);
    if (!drawing.classList.contains("axis-narrow")) drawing.setAttribute("aria-describedby", "axis-hint");
    [...drawing.querySelectorAll("a")].at(-1)?.setAttribute("tabindex", "0");
  }
  axis.classList.add("live");
}

/** @param {MouseEvent} event */
function pressed(event) {
  const button = closest(event, "button");
  const { level, zoom, move } = button?.dataset ?? {};
  const token = button ? closest(event, "[data-token]")?.dataset.token : undefined;
  const link = closest(event, "a[data-span]", Element);
  if (level) ask((own) => own.toLevel(/** @type {"all" | CalendarName} */ (level)));
  else if (zoom) ask((own) => own.zoom(zoom === "in" ? 1 : -1));
  else if (move) ask((own) => own.move(Number(move)));
  else if (token) ask((own) => own.toggle(token));
  else if (link && !event.defaultPrevented && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    ask((own) => own.open(link));
  }
}

/** @param {KeyboardEvent} event */
function keyed(event) {
  const within = closest(event, ".drawn svg, .closer", Element);
  const zooms = "+=-−_".includes(event.key);
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS.has(event.key) || !(within || zooms)) return;
  event.preventDefault();
  const { key, shiftKey } = event;
  ask((own) => own.key(key, shiftKey));
}

if (axis?.querySelector("figure > svg")) {
  turnOn();
  for (const row of findAll(axis, ".rove")) rove(row);
  const drawn = find(axis, ".drawn");
  for (const sign of ["pointerenter", "pointerdown", "focusin"]) {
    drawn.addEventListener(sign, () => void turn(), { once: true });
  }
  axis.addEventListener("click", pressed);
  axis.addEventListener("keydown", keyed);
  addEventListener("hashchange", restore);
  restore();
}
