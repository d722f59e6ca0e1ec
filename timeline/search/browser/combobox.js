// A combobox with a list (WAI-ARIA 1.2): the focus stays in the field, and one of the options is the active one.

/** @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1 };
const ENDS = ["Home", "End"];

/** The field, its list of options, and what the list stands in; the keys that it does not use are left to others. */
export class Combobox {
  /**
   * @param {HTMLInputElement} field
   * @param {HTMLElement} list
   * @param {HTMLElement} panel
   */
  constructor(field, list, panel) {
    this.field = field;
    this.list = list;
    this.panel = panel;
    this.active = -1;
    field.addEventListener("keydown", (event) => this.pressed(event));
  }

  /** What can be chosen in the list, whose groups may hold it. */
  get options() {
    return [...this.list.querySelectorAll("a")];
  }

  get open() {
    return this.field.getAttribute("aria-expanded") === "true";
  }

  /**
   * Open the list, if there is something in it, or close it.
   *
   * @param {boolean} open
   */
  expand(open) {
    const shown = open && this.list.childElementCount > 0;
    this.panel.hidden = !shown;
    this.list.hidden = !shown;
    this.field.setAttribute("aria-expanded", String(shown));
    this.activate(-1);
  }

  /**
   * Put other options into the list, or groups of them.
   *
   * @param {HTMLElement[]} inside
   */
  fill(inside) {
    this.list.replaceChildren(...inside);
    this.options.forEach((option, place) => {
      option.id = `${this.list.id}-${place}`;
      option.tabIndex = -1;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
    });
    this.activate(-1);
  }

  /**
   * Make an option the active one; none of them is at -1, which is the field's own place.
   *
   * @param {number} place
   */
  activate(place) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const option = this.options[place];
    if (!option) {
      this.field.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    this.field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { key, isComposing, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (isComposing || (key !== "Enter" && (ctrlKey || metaKey || shiftKey))) return;
    const done = this.step(key, altKey) || (key === "Enter" && this.choose({ ctrlKey, metaKey, shiftKey }));
    if (done) event.preventDefault();
  }

  /**
   * Move from option to option; above the first and below the last one is the field.
   *
   * @param {string} key
   * @param {boolean} alone
   */
  step(key, alone) {
    const places = this.options.length;
    if (key in STEPS) {
      if (!places) return false;
      const from = this.open ? this.active : -1;
      if (!this.open) this.expand(true);
      const next = from + STEPS[key];
      if (!alone) this.activate(next < -1 ? places - 1 : next < places ? next : -1);
      return true;
    }
    if (this.active < 0) return false;
    if (ENDS.includes(key)) this.activate(key === "Home" ? 0 : places - 1);
    else if (key === "ArrowLeft" || key === "ArrowRight") this.activate(-1); // and the cursor moves in the field
    return ENDS.includes(key);
  }

  /**
   * Press the active option, as a mouse would.
   *
   * @param {{ ctrlKey: boolean, metaKey: boolean, shiftKey: boolean }} keys
   */
  choose(keys) {
    const option = this.open ? this.options[this.active] : null;
    option?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ...keys }));
    return Boolean(option);
  }
}
