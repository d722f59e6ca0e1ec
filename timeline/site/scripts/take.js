// Links and quotations to take along: copied, or handed to the device's own sharing where it has one.
import { closest, findAll } from "./dom.js";
import { canonical } from "./take/canonical.js";
import { copied } from "./take/copying.js";
import * as references from "./take/references.js";

/**
 * The address of this page, or of a place on it, as it is to be spread; what is asked of a page belongs to it.
 *
 * @param {string} id
 */
function addressOf(id) {
  const address = new URL(canonical());
  if (document.querySelector("[data-asked]")) address.search = location.search;
  address.hash = id;
  return address.href;
}

/**
 * The words of a quotation with their source: the page's own language first, then the original.
 *
 * @param {HTMLElement} figure
 */
function quotationOf(figure) {
  const said = findAll(figure, "blockquote").map((words) => words.innerText.trim());
  return [...said.toReversed(), `— ${figure.dataset.credit ?? ""}`, addressOf(figure.id)].join("\n");
}

/** @param {MouseEvent} event */
function copy(event) {
  const control = closest(event, ".take .copy, .take .link, a.here");
  if (!control || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const figure = closest(event, "figure.quote");
  const id = control instanceof HTMLAnchorElement ? control.hash.slice(1) : "";
  const text = figure && control.matches(".copy") ? quotationOf(figure) : addressOf(id);
  void copied(text, control); // a link leads to its place all the same
}

/** @param {MouseEvent} event */
function share(event) {
  if (!closest(event, ".take .share")) return;
  const figure = closest(event, "figure.quote");
  const shared = figure ? { text: quotationOf(figure) } : { title: document.title, url: addressOf("") };
  navigator.share(shared).catch(() => {}); // the reader has thought better of it
}

document.addEventListener("click", copy);
references.begin();
if ("share" in navigator) document.addEventListener("click", share);
