// The way to the search box. Not a byte of the search is fetched before the reader turns to it.
import { searching } from "./searching.js";

/** Keys by their places. @type {Record<string, string | undefined>} */
const PLACES = { KeyK: "k", Slash: "/" };

const COMBOBOX = {
  role: "combobox",
  "aria-expanded": "false",
  "aria-autocomplete": "list",
  "aria-controls": "search-results",
  "aria-keyshortcuts": "/ Control+K Meta+K",
  enterkeyhint: "search",
};

/** What opens the search box, and closes it. */
export class Opener {
  /** The element that the reader came from. @type {HTMLElement | SVGElement | null} */
  #from = null;
  /** Whether the search's program was asked for, and whether it has begun. */
  #asked = false;
  #begun = false;

  /** @param {HTMLElement} search */
  constructor(search) {
    this.search = search;
    this.bar = /** @type {HTMLElement} */ (search.closest(".bar"));
    this.menu = /** @type {HTMLDetailsElement} */ (this.bar.querySelector(".menu"));
    this.find = /** @type {HTMLAnchorElement} */ (search.querySelector("a"));
    this.form = /** @type {HTMLFormElement} */ (search.querySelector("form"));
    this.field = /** @type {HTMLInputElement} */ (search.querySelector("input"));
    this.unread = /** @type {HTMLElement} */ (this.form.querySelector(".unread"));
    this.waiting = /** @type {HTMLElement} */ (this.form.querySelector(".waiting"));
    for (const [name, value] of Object.entries(COMBOBOX)) this.field.setAttribute(name, value);
    this.find.setAttribute("role", "button");
    this.find.setAttribute("aria-controls", this.form.id);
    this.shown(false);
  }

  /** @param {boolean} open */
  shown(open) {
    const { bar, search } = this;
    search.classList.toggle("open", open);
    if (open) this.menu.open = false;
    this.find.setAttribute("aria-expanded", String(open));
    // A reader far down the page stays there: the box comes to the reader.
    search.classList.toggle("afloat", open && bar.getBoundingClientRect().bottom < 0);
  }

  open() {
    const { activeElement } = document;
    const focusable = activeElement instanceof HTMLElement || activeElement instanceof SVGElement;
    if (focusable && !this.search.contains(activeElement)) this.#from = activeElement;
    this.shown(true);
    this.field.focus({ preventScroll: true });
  }

  /** Close the box and give the focus back to where it came from. */
  leave() {
    const back = this.#from && this.#from !== document.body ? this.#from : this.find;
    this.field.blur();
    this.shown(false);
    back.focus({ preventScroll: true });
  }

  /** Fetch the program of the search, and let it begin; until then what the reader types is only said to be on its way. */
  begin() {
    this.waiting.hidden = this.#begun || !this.field.value.trim();
    if (this.#asked) return;
    this.#asked = true;
    this.unread.hidden = true;
    const box = searching().then(({ begin }) => begin(this));
    box.then(
      () => {
        this.#begun = true;
        this.waiting.hidden = true;
      },
      () => {
        this.waiting.hidden = true;
        this.unread.hidden = false;
        this.#asked = false; // with the next key it is tried again
      },
    );
  }

  /** Keep the query with the page that the reader leaves, for when the reader comes back. */
  keep() {
    const query = this.search.classList.contains("open") ? this.field.value.trim() : "";
    const state = stateOf();
    if (query !== (state.search ?? "")) history.replaceState({ ...state, search: query }, "");
  }

  /** Open the box with the query that the reader had when leaving this page, if that was so. */
  restore() {
    const [entry] = performance.getEntriesByType("navigation");
    const back = entry instanceof PerformanceNavigationTiming && entry.type === "back_forward";
    const { search } = stateOf();
    if (!back || !search) return;
    this.field.value = search;
    this.open();
  }

  /**
   * The address of the timeline with all that a query finds.
   *
   * @param {string} query
   */
  everything(query) {
    const address = new URL(this.form.action);
    address.searchParams.set("q", query);
    return address.href;
  }

  listen() {
    this.field.addEventListener("focus", () => {
      this.shown(true);
      this.begin();
    });
    this.field.addEventListener("input", () => this.begin());
    this.field.addEventListener("keydown", ({ key, shiftKey }) => {
      if (key === "Tab" && shiftKey) this.shown(false); // what the open box covers is there again
    });
    this.search.addEventListener("focusout", ({ relatedTarget }) => {
      const within = relatedTarget instanceof Node && this.search.contains(relatedTarget);
      if (!document.hasFocus() || within) return;
      this.shown(false);
      this.#from = null;
    });
    this.search.addEventListener("pointerenter", fetchBox, { once: true });
    this.find.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays where it is
    this.find.addEventListener("click", (event) => {
      event.preventDefault();
      if (this.search.classList.contains("open")) this.leave();
      else this.open();
    });
    this.find.addEventListener("keydown", (event) => {
      if (event.key !== " ") return; // Enter presses a link by itself
      event.preventDefault();
      this.open();
    });
    addEventListener("pagehide", () => this.keep());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.field.value.trim()) location.assign(this.everything(this.field.value.trim()));
    });
  }
}

const fetchBox = () => void searching().catch(() => {});

/** What the browser keeps with the page in its history. @returns {{ search?: string }} */
function stateOf() {
  /** @type {unknown} */
  const state = history.state;
  return typeof state === "object" && state ? state : {};
}

/**
 * Say which key was pressed: its sign, or its place where the keyboard writes other letters than Latin ones.
 *
 * @param {KeyboardEvent} event
 */
const keyOf = ({ key, code }) => (/^[!-~]$/.test(key) ? key.toLowerCase() : PLACES[code]);

/** @param {KeyboardEvent} event */
function leadsToSearch(event) {
  if (event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return keyOf(event) === "k" && !event.shiftKey;
  const { target } = event;
  const typing = target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
  return keyOf(event) === "/" && !typing && document.documentElement.dataset.slash !== "off";
}

/**
 * Let a box be opened.
 *
 * @param {HTMLElement} search
 */
export function listen(search) {
  const opener = new Opener(search);
  opener.listen();
  try {
    // A key without Ctrl can be pressed by mistake, or by a voice: who wants can switch it off (WCAG 2.1.4).
    document.documentElement.dataset.slash = localStorage.getItem("slash") ?? "";
  } catch {
    // Storage is closed to us: the key is on.
  }
  document.addEventListener("keydown", (event) => {
    if (!leadsToSearch(event)) return;
    event.preventDefault();
    opener.open();
  });
  opener.restore();
}
