// What stands below the field: the list of what is found, or in words why there is none, and the keys that lead here.
import { element } from "../../site/scripts/dom.js";
import { button, Readings, sentence } from "../../site/scripts/readings.js";
import { counted, fill } from "../../site/scripts/words.js";
import { suggestion } from "./addresses.js";

/** @import { Results } from "./types.d.ts" */
/** @import { SearchBox } from "../../site/data/types.d.ts" */

const HEARD = 400; // milliseconds, so that nobody hears a number for every letter
const OFF = "off";

/** The panel; `replace` is called with another spelling that the reader chose. */
export class Panel {
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {SearchBox} told
   * @param {(query: string) => void} replace
   */
  constructor({ words, reading, missing }, replace) {
    this.words = words;
    this.missing = missing;
    this.readings = new Readings(reading, replace);
    this.list = element("div", { id: "search-results", role: "listbox", "aria-label": words.results, tabindex: "-1" });
    this.text = element("div", { class: "text" });
    this.status = element("p", { class: "vh", role: "status" });
    this.element = element("div", { class: "answers" }, this.text, this.list, this.keys());
  }

  /** Say what can be typed. */
  rest() {
    this.say([element("p", {}, this.words.hint)], "");
  }

  /** Say that the search is on its way. */
  wait() {
    this.say([element("p", {}, this.words.waiting)], this.words.waiting);
  }

  /**
   * Say how many results there are, to those who do not see them, and what they answer, if that is not what was typed.
   *
   * @param {string} query
   * @param {Results} results
   */
  found(query, results) {
    const { total, partly } = results;
    const parts = this.readings.of(query, results);
    const number = counted(this.words.found, total || partly.total);
    this.say(parts, [...parts.map((part) => part.textContent), number].join(" "));
  }

  /**
   * Say that there is nothing, and where to go from there.
   *
   * @param {string} query
   * @param {Results} results
   */
  nothing(query, results) {
    const { words } = this;
    const none = element("p", { class: "none" }, ...sentence(words.nothing, { query: element("bdi", {}, query) }));
    const parts = [none, ...this.readings.of(query, results)];
    const address = suggestion(this.missing, fill(words.draft, { query }));
    const link = element("a", { href: address, rel: "noopener noreferrer external" }, words.missing);
    this.say([...parts, element("p", {}, link)], parts.map((part) => part.textContent).join(" "));
  }

  clear() {
    this.say([], "");
  }

  /**
   * @param {Node[]} shown
   * @param {string} heard
   */
  say(shown, heard) {
    this.text.replaceChildren(...shown);
    this.text.hidden = !shown.length;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.status.textContent = heard), HEARD);
  }

  /** Put the focus on what can be pressed where there is no list; says whether there is such a thing. */
  enter() {
    /** @type {HTMLElement | null} */
    const first = this.text.querySelector("button, a");
    first?.focus();
    return Boolean(first);
  }

  /** The line that names the keys, with the switch for the one that can be pressed by mistake. */
  keys() {
    const { words } = this;
    const apple = /Mac|iP/.test(navigator.platform);
    const [slash, combined] = ["/", apple ? "⌘ K" : "Ctrl K"].map((name) => element("kbd", {}, name));
    const choice = button({ "aria-pressed": String(document.documentElement.dataset.slash === OFF) }, words.slash);
    choice.addEventListener("click", () => this.toggle(choice));
    return element("p", { class: "keys" }, element("span", {}, ...sentence(words.keys, { slash, combined })), choice);
  }

  /** @param {HTMLElement} choice */
  toggle(choice) {
    const off = choice.getAttribute("aria-pressed") !== "true";
    choice.setAttribute("aria-pressed", String(off));
    document.documentElement.dataset.slash = off ? OFF : "";
    try {
      localStorage.setItem("slash", off ? OFF : "");
    } catch {
      // Storage is closed to us: the choice lasts for this page only.
    }
  }
}
