// The controls of the axis, as they fit what is shown: which level it is, how much further one can go, what is hidden.
import { findAll } from "../../scripts/dom.js";
import { SHORTEST, level } from "./scale.js";

/** @import { Range } from "./types.d.ts" */

/**
 * Set the buttons for the range that is gone to.
 *
 * @param {HTMLElement} axis
 * @param {{ target: Range, whole: Range, hidden: Set<string> }} shown
 */
export function showButtons(axis, { target, whole, hidden }) {
  const [from, to] = target;
  const all = from === whole[0] && to === whole[1];
  const name = all ? "all" : level(target);
  const closest = to - from <= SHORTEST;
  axis.classList.toggle("timed", name === "month" || name === "day");
  for (const button of findAll(axis, ".zoom button", HTMLButtonElement)) {
    const { level: own, zoom, move } = button.dataset;
    if (own) button.setAttribute("aria-pressed", String(own === name));
    if (zoom) button.disabled = zoom === "out" ? all : closest;
    if (move) button.disabled = Number(move) < 0 ? from <= whole[0] : to >= whole[1];
  }
  for (const line of findAll(axis, "[data-token]")) {
    line.firstElementChild?.setAttribute("aria-pressed", String(!hidden.has(line.dataset.token ?? "")));
  }
}
