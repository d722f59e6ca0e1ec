// The search box: what the reader types is searched for at once, and what is found stands below the field.
import { inTime } from "../../site/scripts/fetched.js";
import { begun, search, warm } from "./client.js";
import { Combobox } from "./combobox.js";
import { Panel } from "./panel.js";
import { options, waysIn } from "./results.js";

/** @import { SearchBox, Start, Way } from "../../site/data/types.d.ts" */
/** @import { Opener } from "../../site/scripts/opener.js" */
/** @import { Results } from "./types.d.ts" */

const PAUSE = 150; // milliseconds between two keys of somebody who types on
const PATIENCE = 300;
const SHOWN = 5;

/**
 * Make a field into a search box; `opener` is what opens and closes it.
 *
 * @param {Opener} opener
 */
export async function begin(opener) {
  warm().catch(() => {}); // the first search will say so
  const [start] = await Promise.all([begun(), styled(new URL("../../site/styles/search.css", import.meta.url))]);
  const box = new Box(opener, start);
  await box.ask();
}

/** @param {URL} address */
async function styled(address) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = address.href;
  const loaded = new Promise((resolve, reject) => {
    link.addEventListener("load", resolve);
    link.addEventListener("error", () => reject(new Error(address.pathname)));
  });
  document.head.append(link);
  try {
    await inTime(loaded);
  } catch (error) {
    link.remove();
    throw error;
  }
}

/**
 * @param {SearchBox} told
 * @param {Way[]} ways
 */
function first({ words, foreign }, ways) {
  const offered = ways.filter((way) => way.first);
  return offered.length ? [waysIn(words.begin, offered, new RegExp(foreign, "g"))] : [];
}

class Box {
  /** @type {number | undefined} */
  #pause;
  /** What the panel answers; null if it only says something. @type {string | null} */
  #shown = null;
  #turn = 0;

  /**
   * @param {Opener} opener
   * @param {Pick<Start, "box" | "ways">} start
   */
  constructor(opener, { box: told, ways }) {
    this.opener = opener;
    this.told = told;
    this.ways = ways;
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
    if (!this.#shown) this.wait();
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
      this.show("", () => this.panel.rest(), first(this.told, this.ways));
      return;
    }
    const patience = setTimeout(() => mine === this.#turn && this.wait(), PATIENCE);
    try {
      const result = await search(query, { limit: SHOWN });
      if (mine === this.#turn && result) this.answer(query, result);
    } catch {
      if (mine === this.#turn) this.fail();
    } finally {
      clearTimeout(patience);
    }
  }

  /** Say that the search is on its way, if something is asked. */
  wait() {
    if (this.field.value.trim()) this.show(null, () => this.panel.wait());
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
