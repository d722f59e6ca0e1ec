// Copying a text, and saying that it was copied: on the control for a moment, and to who does not see it.
import { element } from "../dom.js";
import { words } from "../words.js";

const SHOWN = 2000;

/** What says it to who does not see it. @type {HTMLElement | null} */
let told = null;

/** @param {string} text */
function tell(text) {
  told ??= document.body.appendChild(element("p", { class: "vh", role: "status" }));
  told.textContent = "";
  // A region that is filled in the moment in which it is made is not read out.
  requestAnimationFrame(() => told?.replaceChildren(text));
}

/**
 * Copy a text; the control that was pressed says for a moment that it was.
 *
 * @param {string} text
 * @param {HTMLElement} control
 */
export async function copied(text, control) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    tell(words.take.failed);
    return;
  }
  tell(words.take.copied);
  control.classList.add("copied");
  setTimeout(() => control.classList.remove("copied"), SHOWN);
}
