// The light/dark switch and the way to the search; everything else on this site works without script.
const root = document.documentElement;
const button = document.querySelector(".bar .theme");
const system = matchMedia("(prefers-color-scheme: dark)");
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

if (button) {
  const show = () => button.setAttribute("aria-pressed", String(dark()));
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

// The search box. Not a byte of the search is fetched before the reader turns to it.
const COMBOBOX = {
  role: "combobox",
  "aria-expanded": "false",
  "aria-autocomplete": "list",
  "aria-controls": "search-results",
  "aria-keyshortcuts": "/ Control+K Meta+K",
  enterkeyhint: "search",
};
const search = document.querySelector(".bar .search");

class Opener {
  constructor() {
    [this.find, this.form, this.field] = ["a", "form", "input"].map((name) => search.querySelector(name));
    this.menu = search.parentElement.querySelector(".menu");
    this.unread = this.form.querySelector(".unread");
    this.from = null;
    for (const [name, value] of Object.entries(COMBOBOX)) this.field.setAttribute(name, value);
    this.find.setAttribute("role", "button");
    this.find.setAttribute("aria-controls", this.form.id);
    this.shown(false);
  }

  shown(open) {
    search.classList.toggle("open", open);
    if (open) this.menu.open = false;
    this.find.setAttribute("aria-expanded", String(open));
    // A reader far down the page stays there: the box comes to the reader.
    search.classList.toggle("afloat", open && search.closest(".bar").getBoundingClientRect().bottom < 0);
  }

  open() {
    if (!search.contains(document.activeElement)) this.from = document.activeElement;
    this.shown(true);
    this.field.focus({ preventScroll: true });
  }

  /** Close the box and give the focus back to where it came from. */
  leave() {
    const [back] = [this.from, this.find].filter((one) => one && one !== document.body);
    this.field.blur();
    this.shown(false);
    back.focus({ preventScroll: true });
  }

  /** Fetch the program of the search, and let it begin. */
  begin() {
    this.begun ??= import("../../search/browser/box.js").then(({ begin }) => begin(this)).then(
      () => (this.unread.hidden = true),
      () => {
        this.unread.hidden = false;
        this.begun = null; // the next time it is tried again
      },
    );
  }

  /** The address of the timeline with all that a query finds. */
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
    search.addEventListener("focusout", ({ relatedTarget }) => {
      if (!document.hasFocus() || search.contains(relatedTarget)) return;
      this.shown(false);
      this.from = null;
    });
    search.addEventListener("pointerenter", () => import("../../search/browser/box.js").catch(() => {}), { once: true });
    this.find.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays where it is
    this.find.addEventListener("click", (event) => {
      event.preventDefault();
      if (search.classList.contains("open")) this.leave();
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

/** Say which key was pressed: its sign, or its place where the keyboard writes other letters than Latin ones. */
const keyOf = ({ key, code }) => (/^[!-~]$/.test(key) ? key.toLowerCase() : { KeyK: "k", Slash: "/" }[code]);

function leadsToSearch(event) {
  if (event.altKey || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return keyOf(event) === "k" && !event.shiftKey;
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
  return keyOf(event) === "/" && !typing && document.documentElement.dataset.slash !== "off";
}

if (search) {
  const opener = new Opener();
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
