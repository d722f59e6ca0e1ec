// The timeline page: what the reader chooses stands in the address, and the list shows what the address says.
import { findAll } from "./dom.js";
import { fill, language, record, words } from "./words.js";
import { orderOf, read, written } from "./timeline/address.js";
import { Chips } from "./timeline/chips.js";
import { Choices } from "./timeline/choices.js";
import { counter } from "./timeline/counts.js";
import { found } from "./timeline/found.js";
import { fillIn } from "./timeline/full.js";
import { Lengths } from "./timeline/lengths.js";
import { List } from "./timeline/list.js";
import { Read } from "./timeline/read.js";
import { Sheet } from "./timeline/sheet.js";
import { Status } from "./timeline/status.js";
import { Taking } from "./timeline/taking.js";

/** @import { Asked } from "./timeline/address.js" */
/** @import { Found } from "./timeline/found.js" */

const TYPING = 250;

class Timeline {
  /** @type {number | undefined} */
  #timer;
  #turn = 0;
  #typing = false;

  /** @param {HTMLElement} page */
  constructor(page) {
    /** @type {Asked} */
    this.state = { chosen: new Set(), from: "", to: "", q: "", sort: "", view: "", unread: [] };
    this.choices = new Choices(page);
    this.list = new List(page, this.choices);
    this.count = counter(this.list.entries, this.choices);
    this.status = new Status(page);
    this.lengths = new Lengths(page);
    this.taking = new Taking(page, this.choices.all);
    this.chips = new Chips(page, (change) => this.change(change));
    this.sheet = new Sheet(page, (change) => this.change(change));
    this.read = new Read(page, (change) => this.change(change));
    page.addEventListener("change", ({ target }) => this.chosen(target));
    page.addEventListener("input", ({ target }) => target === this.choices.query && this.typed());
    this.choices.form.addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => void this.restore());
  }

  /** Show what the address asks for. */
  async restore() {
    this.state = read(location.search, this.choices);
    this.#typing = false;
    await this.show();
  }

  /**
   * Take over a control that the reader has set; the order is the reader's own only once it was chosen.
   *
   * @param {EventTarget | null} control
   */
  chosen(control) {
    const isOrder = control instanceof HTMLInputElement && control.name === "sort";
    this.change({ ...this.choices.state(), sort: isOrder ? control.value : this.state.sort });
  }

  /** Follow the reader's typing, a moment behind it; all of it is one step of the browser's history. */
  typed() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.change(this.choices.state(), true), TYPING);
  }

  /**
   * Change what is asked for, write it into the address, and show it.
   *
   * @param {Partial<Asked>} change
   */
  change(change, typing = false) {
    clearTimeout(this.#timer);
    this.state = { ...this.state, ...change };
    const query = written(this.state, this.choices.all);
    if (query !== location.search) {
      const step = typing && this.#typing ? "replaceState" : "pushState";
      history[step](null, "", query || location.pathname);
      this.#typing = typing;
    }
    void this.show();
  }

  async show() {
    this.#turn += 1;
    const mine = this.#turn;
    const state = this.state;
    this.choices.show(state, orderOf(state));
    this.keepForOtherLanguage();
    const { answer, notes } = await this.fetched(state);
    if (mine !== this.#turn) return; // the reader has gone on meanwhile
    const { ranks } = answer;
    const result = this.count(state, ranks);
    this.list.show(result.shown, ranks ? orderOf(state) : orderOf({ ...state, q: "" }), ranks);
    this.choices.number(result);
    this.chips.show(state, this.choices.all);
    this.read.show(state.q, answer, result.held + result.debunked);
    this.sheet.show(state, result);
    this.status.show(result, notes);
    this.lengths.show(this.list.entries, result.shown);
    this.taking.show(this.list.entries, result, state);
  }

  /**
   * Get what is not in the page: where the words that are searched for stand, and the full view.
   *
   * @param {Asked} asked
   */
  async fetched({ q, view, unread }) {
    const notes = unread.map((text) => fill(words.timeline.no_date, { text }));
    if (q) this.status.wait();
    /** @type {Found} */
    const answer = await found(q).catch(() => {
      notes.push(words.timeline.unsearched);
      return { ranks: null, matches: null };
    });
    if (view === "full") {
      await fillIn(this.list.entries, language, record).catch(() => notes.push(words.timeline.unread));
    }
    this.list.full(view === "full");
    return { answer, notes };
  }

  /** The other language's page shows the same. */
  keepForOtherLanguage() {
    const links = findAll(document, ".bar a.other", HTMLAnchorElement);
    for (const other of links) other.search = written(this.state, this.choices.all);
  }
}

const page = document.querySelector(".wrap.timeline");
if (page instanceof HTMLElement) {
  // Until then a page that is asked for something particular is not shown, so that nothing on it moves.
  void new Timeline(page).restore().finally(() => delete document.documentElement.dataset.asked);
}
