// The light/dark switch and the way to the search; everything else on this site works without script.
const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

// What the browser's own frame is coloured in, by what the system says; a reader's choice takes the place of both.
const frames = [...document.querySelectorAll("[name=theme-color]")].map((element) => ({
  element,
  own: element.getAttribute("content") ?? "",
  dark: element.getAttribute("media")?.includes("dark") ?? false,
}));
function frame() {
  const chosen = root.dataset.theme && frames.find((one) => one.dark === dark());
  for (const { element, own } of frames) element.setAttribute("content", chosen ? chosen.own : own);
}

const button = document.querySelector(".bar .theme");
if (button) {
  const show = () => {
    button.setAttribute("aria-pressed", String(dark()));
    frame();
  };
  button.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    // Back at what the system says: forget the choice, follow the system again.
    const own = (next === "dark") !== system.matches;
    if (own) root.dataset.theme = next;
    else delete root.dataset.theme;
    try {
      if (own) localStorage.setItem("theme", next);
      else localStorage.removeItem("theme");
    } catch {
      // Storage is closed to us: the choice lasts for this page only.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}

// The page in the other language opens at the same passage.
for (const other of document.querySelectorAll("a.other")) {
  if (!(other instanceof HTMLAnchorElement)) continue;
  const keep = () => (other.hash = location.hash);
  for (const turn of ["focus", "pointerdown", "click"]) other.addEventListener(turn, keep);
}

/** Keys by their places. @type {Record<string, string | undefined>} */
const PLACES = { KeyK: "k", Slash: "/" };

// The search box. Not a byte of the search is fetched before the reader turns to it.
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
  /** Whether the search's program was asked for. */
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

  /** Fetch the program of the search, and let it begin. */
  begin() {
    if (this.#begun) return;
    this.#begun = true;
    const box = import("../../search/browser/box.js").then(({ begin }) => begin(this));
    box.then(
      () => {
        this.unread.hidden = true;
      },
      () => {
        this.unread.hidden = false;
        this.#begun = false; // the next time it is tried again
      },
    );
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
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.field.value.trim()) location.assign(this.everything(this.field.value.trim()));
    });
  }
}

const fetchBox = () => void import("../../search/browser/box.js").catch(() => {});

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

const search = document.querySelector(".bar .search");
if (search instanceof HTMLElement) {
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
}
