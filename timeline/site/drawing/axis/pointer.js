// Wheel, drag and pinch. The wheel alone scrolls the page: it zooms with Ctrl, as two fingers on a touchpad do.

/** @import { Mark } from "./types.d.ts" */
/** @import { View } from "./view.js" */
/** @typedef {{ from: number, last: number, moved: boolean }} Drag */

const WHEEL = 0.0025;
const LINE = 20;
const STILL = 5;
const NEAR = 14;

/**
 * Let the pointer zoom and move a view.
 *
 * @param {View} view
 * @param {HTMLElement} drawn
 */
export function listen(view, drawn) {
  /** @type {Map<number, number>} */
  const fingers = new Map();
  /** @type {Drag | undefined} */
  let drag;
  drawn.addEventListener("wheel", (event) => wheel(view, event), { passive: false });
  drawn.addEventListener("dragstart", (event) => event.preventDefault());
  /** @param {PointerEvent} event */
  const down = (event) => {
    fingers.set(event.pointerId, event.clientX);
    drag = fingers.size === 1 ? { from: event.clientX, last: event.clientX, moved: false } : undefined;
    if (fingers.size === 2) for (const id of fingers.keys()) drawn.setPointerCapture(id);
  };
  drawn.addEventListener("pointerdown", (event) => event.button || down(event));
  drawn.addEventListener("pointermove", (event) => {
    const isKnown = fingers.has(event.pointerId);
    if (!isKnown && event.pointerType === "touch") down(event); // the finger that had this program fetched
    if (!isKnown) return;
    const before = [...fingers.values()];
    fingers.set(event.pointerId, event.clientX);
    if (fingers.size === 2) pinch(view, before, [...fingers.values()]);
    else if (drag && view.isCloser) pull(view, drawn, drag, event);
  });
  /** @param {PointerEvent} event */
  const up = (event) => {
    fingers.delete(event.pointerId);
    if (drag?.moved) forgetClick(drawn);
    drag = undefined;
  };
  addEventListener("pointerup", up);
  addEventListener("pointercancel", up);
}

/**
 * @param {View} view
 * @param {WheelEvent} event
 */
function wheel(view, event) {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1;
  const across = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
  const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
  if (event.ctrlKey || event.metaKey) view.scaleAt(Math.exp(event.deltaY * unit * WHEEL), view.shareAt(event.clientX));
  else if (sideways && view.isCloser) view.shift(view.sign * across * unit);
  else return;
  event.preventDefault();
}

/**
 * The click that ends a drag is meant for no mark.
 *
 * @param {HTMLElement} drawn
 */
function forgetClick(drawn) {
  drawn.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => drawn.removeEventListener("click", stop, { capture: true }));
}

/** @param {Event} event */
function stop(event) {
  event.preventDefault();
  event.stopPropagation();
}

/**
 * @param {View} view
 * @param {number[]} before
 * @param {number[]} now
 */
function pinch(view, before, now) {
  const [was, is] = [before, now].map(([one, other]) => Math.max(20, Math.abs(one - other)));
  view.scaleAt(was / is, view.shareAt((now[0] + now[1]) / 2));
}

/**
 * @param {View} view
 * @param {HTMLElement} drawn
 * @param {Drag} drag
 * @param {PointerEvent} event
 */
function pull(view, drawn, drag, event) {
  if (!drag.moved && Math.abs(event.clientX - drag.from) < STILL) return;
  if (!drag.moved) drawn.setPointerCapture(event.pointerId);
  drag.moved = true;
  view.shift(view.sign * (drag.last - event.clientX));
  drag.last = event.clientX;
}

/**
 * The mark nearest to a point of the window, if one is near.
 *
 * @param {Mark[]} marks
 * @param {number} x
 * @param {number} y
 */
export function nearest(marks, x, y) {
  /** @type {Mark | undefined} */
  let best;
  let least = NEAR;
  for (const mark of marks) {
    const box = mark.element.getBoundingClientRect();
    const away = Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));
    if (away < least) [best, least] = [mark, away];
  }
  return best;
}
