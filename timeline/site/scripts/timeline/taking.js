// What is shown is taken along: as a sentence that can be cited, with an address that stays, and as a table or JSON.
import { closest, find } from "../dom.js";
import { canonical } from "../take/canonical.js";
import { copied } from "../take/copying.js";
import { rename } from "../take/references.js";
import { saved } from "../take/saving.js";
import { fill, words } from "../words.js";
import { written } from "./address.js";
import { textOf } from "./status.js";
import { csv, rowOf } from "./tables.js";

/** @import { Asked } from "./address.js" */
/** @import { Choice } from "./choices.js" */
/** @import { Counts } from "./counts.js" */
/** @import { Entry } from "./list.js" */

/** The controls below the count; what they take is what is shown. */
export class Taking {
  /** @type {Entry[]} */
  #shown = [];
  #sentence = "";
  #address = "";

  /**
   * @param {HTMLElement} page
   * @param {Choice[]} all
   */
  constructor(page, all) {
    this.place = find(page, ".of-filter");
    this.citation = find(this.place, ".citation");
    this.lengths = find(page, ".lengths");
    this.all = all;
    this.place.addEventListener("click", (event) => this.pressed(event));
  }

  /**
   * Take over what is shown.
   *
   * @param {Entry[]} entries
   * @param {Counts} result
   * @param {Asked} state
   */
  show(entries, result, state) {
    this.#shown = entries.filter((_, place) => result.shown[place]);
    const [counted, lengths] = [textOf(result), (this.lengths.textContent ?? "").trim()];
    const says = this.lengths.hidden ? counted : fill(words.timeline.with_lengths, { counted, lengths });
    const asked = this.namesOf(state).join(" · ");
    this.#sentence = asked ? `${asked}: ${says}` : says;
    const address = new URL(canonical());
    address.search = written({ ...state, sort: "", view: "" }, this.all);
    this.#address = address.href;
    rename(this.citation, this.#sentence, this.#address);
  }

  /**
   * Name all that is asked for.
   *
   * @param {Asked} state
   */
  namesOf({ chosen, from, to, q }) {
    const names = [...chosen].sort((one, other) => one - other).map((place) => this.all[place].name.textContent);
    if (from) names.push(fill(words.timeline.since, { year: from }));
    if (to) names.push(fill(words.timeline.until, { year: to }));
    if (q) names.push(fill(words.timeline.naming, { text: q }));
    return names;
  }

  /** @param {MouseEvent} event */
  pressed(event) {
    const control = closest(event, ".copy-sentence, .save");
    if (!control || this.citation.contains(control)) return;
    const file = control.dataset.file ?? "";
    if (file.endsWith(".csv")) saved(csv(this.rows()), file);
    else if (file) saved(JSON.stringify(this.document(), null, 1), file);
    else void copied((find(this.citation, ".cite").textContent ?? "").trim(), control);
  }

  rows() {
    return this.#shown.map((entry) => rowOf(entry, this.all));
  }

  document() {
    const license = document.querySelector("link[rel=license]");
    return {
      address: this.#address,
      says: this.#sentence,
      version: this.place.dataset.version,
      license: license instanceof HTMLLinkElement ? license.href : null,
      entries: this.rows(),
    };
  }
}
