// The timeline page: what the reader chooses stands in the address, and the list shows what the address says.
import { language, root, words } from "./words.js";
import { orderOf, read, written } from "./timeline/address.js";
import { Chips } from "./timeline/chips.js";
import { Choices } from "./timeline/choices.js";
import { counter } from "./timeline/counts.js";
import { found } from "./timeline/found.js";
import { fillIn } from "./timeline/full.js";
import { List } from "./timeline/list.js";
import { Status } from "./timeline/status.js";

const TYPING = 250;

class Timeline {
  constructor(page) {
    this.choices = new Choices(page);
    this.list = new List(page, this.choices);
    this.count = counter(this.list.entries, this.choices);
    this.status = new Status(page);
    this.chips = new Chips(page, (change) => this.change(change));
    this.turn = 0;
    page.addEventListener("change", ({ target }) => this.chosen(target));
    page.addEventListener("input", ({ target }) => target.name === "q" && this.typed());
    page.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
    addEventListener("popstate", () => this.restore());
  }

  /** Show what the address asks for. */
  async restore() {
    this.state = read(location.search, this.choices);
    this.typing = false;
    await this.show();
  }

  /** Take over a control that the reader has set; the order is the reader's own only once it was chosen. */
  chosen(control) {
    const order = control.name === "sort" ? control.value : this.state.sort;
    this.change({ ...this.choices.state(), sort: order });
  }

  /** Follow the reader's typing, a moment behind it; all of it is one step of the browser's history. */
  typed() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.change(this.choices.state(), true), TYPING);
  }

  /** Change what is asked for, write it into the address, and show it. */
  change(change, typing = false) {
    clearTimeout(this.timer);
    this.state = { ...this.state, ...change };
    const query = written(this.state, this.choices.all);
    if (query !== location.search) {
      const step = typing && this.typing ? "replaceState" : "pushState";
      history[step](null, "", query || location.pathname);
      this.typing = typing;
    }
    this.show();
  }

  async show() {
    const mine = ++this.turn;
    const state = this.state;
    this.choices.show(state, orderOf(state));
    this.keepForOtherLanguage();
    const [ranks, notes] = await this.fetched(state);
    if (mine !== this.turn) return; // the reader has gone on meanwhile
    const result = this.count(state, ranks);
    this.list.show(result.shown, ranks ? orderOf(state) : orderOf({ ...state, q: "" }), ranks);
    this.choices.number(result);
    this.chips.show(state, this.choices.all);
    this.status.show(result, notes);
  }

  /** Get what is not in the page: where the words that are searched for stand, and the full view. */
  async fetched({ q, view }) {
    const notes = [];
    if (q) this.status.wait();
    const failing = (note) => () => void notes.push(note);
    const ranks = await found(q).catch(failing(words.timeline.unsearched));
    if (view === "full") await fillIn(this.list.entries, language, root).catch(failing(words.timeline.unread));
    this.list.full(view === "full");
    return [ranks, notes];
  }

  /** The other language's page shows the same. */
  keepForOtherLanguage() {
    const other = document.querySelector(".bar a.other");
    if (other) other.search = written(this.state, this.choices.all);
  }
}

const page = document.querySelector(".wrap.timeline");
if (page) {
  // Until then a page that is asked for something particular is not shown, so that nothing on it moves.
  new Timeline(page).restore().finally(() => delete document.documentElement.dataset.asked);
}
