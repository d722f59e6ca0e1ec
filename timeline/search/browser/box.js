// The search box: what the reader types is searched for at once, and what is found stands below the field.
import { language, record } from "../../site/scripts/words.js";
import { search, warm } from "./client.js";
import { Combobox } from "./combobox.js";
import { Panel } from "./panel.js";
import { options, waysIn } from "./results.js";

/** @import { SearchBox } from "../../site/data/types.d.ts" */
/** @import { Opener } from "../../site/scripts/site.js" */
/** @import { Results } from "./types.d.ts" */

const PAUSE = 80; // milliseconds between two keys of somebody who types fast
const PATIENCE = 300;
const SHOWN = 6;

/**
 * Make a field into a search box; `opener` is what opens and closes it.
 *
 * @param {Opener} opener
 */
export async function begin(opener) {
  warm().catch(() => {}); // the first search will say so
  const [told] = await Promise.all([
    read(`search/box-${language}.json`),
    styled(new URL("../../site/styles/search.css", import.meta.url)),
  ]);
  const box = new Box(opener, /** @type {SearchBox} */ (told));
  await box.ask();
}

/** @param {string} path */
async function read(path) {
  const answer = await fetch(new URL(path, record));
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return /** @type {Promise<unknown>} */ (answer.json());
}

/** @param {URL} address */
function styled(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address.href;
  return new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(address.pathname));
    });
    document.head.append(link);
  });
}

/** @param {SearchBox} told */
function first({ words, ways, foreign }) {
  return ways.length ? [waysIn(words.begin, ways, new RegExp(foreign, "g"))] : [];
}

class Box {
  /** @type {number | undefined} */
  #pause;
  /** What the panel answers; null if it only says something. @type {string | null} */
  #shown = null;
  #turn = 0;

  /**
   * @param {Opener} opener
   * @param {SearchBox} told
   */
  constructor(opener, told) {
    this.opener = opener;
    this.told = told;
    this.field = opener.field;
    this.panel = new Panel(told, (query) => this.replace(query));
    this.combobox = new Combobox(this.field, this.panel.list, this.panel.element);
    opener.form.append(this.panel.element, this.panel.status);
    this.listen();
  }

  listen() {
    const { form } = this.opener;
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("focus", () => this.again());
    this.field.addEventListener("click", () => this.panel.element.hidden && this.again());
    this.panel.element.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the field
    form.addEventListener("keydown", (event) => this.pressed(event));
    form.addEventListener("focusout", ({ relatedTarget }) => {
      const within = relatedTarget instanceof Node && form.contains(relatedTarget);
      if (document.hasFocus() && !within) this.combobox.expand(false);
    });
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === "Escape") this.escape();
    else if (event.key !== "ArrowDown" || !this.panel.enter()) return;
    event.preventDefault();
  }

  /** Close what is open, then clear the field, then go back. */
  escape() {
    const { element } = this.panel;
    if (element.contains(document.activeElement)) this.field.focus();
    if (!this.field.value) this.opener.leave();
    else if (!element.hidden) this.combobox.expand(false);
    else this.replace("");
  }

  /** @param {string} query */
  replace(query) {
    this.field.value = query;
    this.field.focus();
    void this.ask();
  }

  typed() {
    this.combobox.activate(-1);
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.ask(), PAUSE);
  }

  /** Show again what was shown when the reader left. */
  again() {
    if (this.field.value.trim() === this.#shown) this.open();
    else void this.ask();
  }

  /** Search for what stands in the field; only the newest search is shown. */
  async ask() {
    clearTimeout(this.#pause);
    const query = this.field.value.trim();
    this.#turn += 1;
    const mine = this.#turn;
    if (!query) {
      this.show("", () => this.panel.rest(), first(this.told));
      return;
    }
    const patience = setTimeout(() => mine === this.#turn && this.show(null, () => this.panel.wait()), PATIENCE);
    try {
      const result = await search(query, { limit: SHOWN });
      if (mine === this.#turn && result) this.answer(query, result);
    } catch {
      if (mine === this.#turn) this.fail();
    } finally {
      clearTimeout(patience);
    }
  }

  /**
   * @param {string} query
   * @param {Results} result
   */
  answer(query, result) {
    const found = options(result, this.opener.everything(query), this.told);
    const none = !result.total && !result.partly.total;
    this.show(query, () => (none ? this.panel.nothing(query, result) : this.panel.found(query, result)), found);
  }

  fail() {
    this.show(null, () => this.panel.clear());
    this.combobox.expand(false);
    this.opener.unread.hidden = false;
  }

  /**
   * Put what is to be said, and the options, into the panel; `query` is what it answers.
   *
   * @param {string | null} query
   * @param {() => void} say
   * @param {HTMLElement[]} found
   */
  show(query, say, found = []) {
    this.#shown = query;
    this.opener.unread.hidden = true;
    this.combobox.fill(found);
    say();
    this.open();
  }

  open() {
    const here = this.opener.form.contains(document.activeElement);
    this.combobox.expand(here);
    this.panel.element.hidden = !here;
  }
}
