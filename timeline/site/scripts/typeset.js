// Pages written by hand: code can be copied, and sets of tabs with the same labels change together.
import { closest, element, find, findAll } from "./dom.js";
import { words } from "./words.js";

// How long a button says that it has copied, in milliseconds.
const SAID = 2000;

/** @param {HTMLElement} code */
function buttonFor(code) {
  const { copy } = words.typeset;
  const button = element("button", { type: "button", class: "md-code__button", "aria-label": copy, title: copy });
  button.dataset["mdType"] = "copy";
  button.addEventListener("click", () => void copied(code, button));
  return element("div", { class: "md-code__nav" }, button);
}

/**
 * The text of a block of code, without the numbers that lead to its annotations.
 *
 * @param {HTMLElement} code
 */
function textOf(code) {
  const text = /** @type {HTMLElement} */ (code.cloneNode(true));
  for (const number of text.querySelectorAll(".annotated")) number.remove();
  return text.textContent.replace(/[ \t]+$/gm, "");
}

/**
 * @param {HTMLElement} code
 * @param {HTMLButtonElement} button
 */
async function copied(code, button) {
  await navigator.clipboard.writeText(textOf(code));
  button.dataset["done"] = "";
  button.setAttribute("aria-label", words.typeset.copied);
  setTimeout(() => {
    delete button.dataset["done"];
    button.setAttribute("aria-label", words.typeset.copy);
  }, SAID);
}

/** @param {HTMLInputElement} input */
const labelOf = (input) => input.labels?.[0]?.textContent ?? "";

/**
 * Choose in every other set the tab that bears the same label.
 *
 * @param {HTMLInputElement} chosen
 */
function chooseAlike(chosen) {
  for (const input of findAll(document, ".tabbed-set > input", HTMLInputElement)) {
    if (input.name !== chosen.name && labelOf(input) === labelOf(chosen)) input.checked = true;
  }
}

/** What an address leads to is shown, though it stands in a tab that is not. */
function showTarget() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  for (let block = target?.closest(".tabbed-block"); block; block = block.parentElement?.closest(".tabbed-block")) {
    const at = [...(block.parentElement?.children ?? [])].indexOf(block);
    const input = block.closest(".tabbed-set")?.children[at];
    if (input instanceof HTMLInputElement) input.checked = true;
  }
  target?.scrollIntoView();
}

const { features = "" } = find(document, ".md-typeset").dataset;

// Copying is offered where a browser allows it, which is on pages that came encrypted.
if (features.includes("content.code.copy") && navigator.clipboard) {
  for (const code of findAll(document, ".md-typeset pre > code")) code.before(buttonFor(code));
}
document.addEventListener("change", (event) => {
  const chosen = closest(event, ".tabbed-set > input", HTMLInputElement);
  if (chosen && features.includes("content.tabs.link")) chooseAlike(chosen);
});
addEventListener("hashchange", showTarget);
if (location.hash) showTarget();
