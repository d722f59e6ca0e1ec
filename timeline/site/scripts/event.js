// An event's page: the number of a source opens that source where it stands, instead of leading to the list below.
import { closest, find } from "./dom.js";

const HOLDERS = "p, figcaption, .table, dl";

/** @type {{ link: HTMLAnchorElement, box: HTMLElement } | null} */
let open = null;

/**
 * Make the box of a source out of its entry in the list.
 *
 * @param {Element} entry
 */
function boxOf(entry) {
  const box = document.createElement("div");
  box.className = "source-here";
  box.id = "source-here";
  box.append(...[...entry.children].map((child) => child.cloneNode(true)));
  return box;
}

function close({ focus = false } = {}) {
  if (!open) return;
  const { link, box } = open;
  open = null;
  box.remove();
  link.setAttribute("aria-expanded", "false");
  link.removeAttribute("aria-controls");
  if (focus) link.focus();
}

/**
 * @param {HTMLAnchorElement} link
 * @param {Element} entry
 */
function show(link, entry) {
  const box = boxOf(entry);
  // The outermost holder: a box inside a table's cell or between a term and its text would tear it apart.
  let holder = link.closest(HOLDERS);
  for (let outer = holder; outer; outer = outer.parentElement?.closest(HOLDERS) ?? null) holder = outer;
  holder?.after(box);
  link.setAttribute("aria-expanded", "true");
  link.setAttribute("aria-controls", box.id);
  open = { link, box };
}

/** @param {MouseEvent} event */
function toggle(event) {
  const link = closest(event, "a.src", HTMLAnchorElement);
  const entry = link && document.getElementById(link.hash.slice(1));
  if (!link || !entry || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const again = open?.link === link;
  close();
  if (!again) show(link, entry);
}

for (const link of document.querySelectorAll("a.src")) link.setAttribute("aria-expanded", "false");
find(document, ".event").addEventListener("click", toggle);
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !open) return;
  close({ focus: open.box.contains(document.activeElement) || open.link === document.activeElement });
});

// Who came from a story goes on in it, whatever the address says when something on the page was looked at.
if (location.hash.startsWith("#in-")) document.getElementById(location.hash.slice(1))?.classList.add("came");
