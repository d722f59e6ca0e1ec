// What stands outside the bars of a range: the eras of each side, how many outages it shows, and words on the longest.
import { counted, words } from "../../scripts/words.js";
import { number, styleOf } from "../marks.js";
import { lengthOf } from "./items.js";
import { fitted, widthOf } from "./labels.js";
import { make } from "./shapes.js";

/** @import { AxisFile } from "../../data/types.d.ts" */
/** @import { Lane } from "../types.d.ts" */
/** @import { Drawing } from "./draw.js" */
/** @import { Item, Laid } from "./types.d.ts" */
/** @typedef {{ lane: Lane, name: string, u0: number, u1: number, begins: boolean }} Era */
/** @typedef {{ item: Item, u: number, tip: number, head: string, title: string }} Told */

// Pixels: the height of a band and how far it is from the bars; the first and second line of words beyond it.
const BAND = 18;
const AWAY = 4;
const LINES = [17, 32];
const INSET = 7;
const GAP = 10;

/** How many outages of a side carry words, and how wide a title may be. */
const MOST = 6;
const WIDEST = 210;
const STRONG = 1.1; // how much wider bold letters are

/** @type {(1 | 2)[]} */
const SIDES = [1, 2];

/** Draws what is outside of a drawing's bars. */
export class Outside {
  /**
   * @param {Drawing} drawing
   * @param {AxisFile} data
   */
  constructor(drawing, data) {
    this.drawing = drawing;
    this.frame = drawing.frame;
    this.data = data;
    this.eras = data.eras.flatMap((row) => this.#era(row));
  }

  /** Draw the bands, behind everything. */
  bands() {
    for (const { lane, u0, u1, begins } of this.eras) {
      const y = this.#bandOf(lane);
      const x = Math.min(this.drawing.x(u0), this.drawing.x(u1));
      const place = { x: number(x), y: number(y), width: number(u1 - u0), height: BAND };
      make(this.drawing.svg, "rect", { class: `era ${styleOf(lane)}`, ...place });
      if (begins) this.#upright("pin", u0, y - 2, y + BAND + 2);
    }
  }

  /**
   * Write the names of the eras, and how many outages of each side are shown.
   *
   * @param {(lane: Lane) => number} outagesOf
   */
  names(outagesOf) {
    for (const lane of SIDES) {
      const own = this.eras.filter((era) => era.lane === lane);
      const y = number(this.#bandOf(lane) + BAND - 4.5);
      const held = counted(words.count.outages, outagesOf(lane));
      const last = this.frame.width - widthOf(held, this.drawing.svg) - 2 * INSET;
      const names = own.length ? own : [{ lane, name: this.data.lanes[lane], u0: 0, u1: last }];
      for (const { name, u0, u1 } of names) {
        const fits = STRONG * widthOf(name, this.drawing.svg) + 2 * INSET <= Math.min(u1, last) - u0;
        if (fits) this.#text(`era-name ${styleOf(lane)}`, u0 + INSET, y, name);
      }
      this.#text("soft", this.frame.width - INSET, y, held, "end");
    }
  }

  /**
   * Write when the longest outages were, how long, and what they are called, as far as that has room.
   *
   * @param {Laid[]} marks
   */
  longest(marks) {
    for (const lane of SIDES) {
      const single = marks.filter((mark) => mark.lane === lane && mark.band.upright && !mark.counted);
      const longest = single.sort((one, other) => (other.items[0].length ?? 0) - (one.items[0].length ?? 0));
      /** @type {[from: number, to: number][]} */
      const taken = [];
      for (const mark of longest) {
        if (taken.length === MOST) break;
        this.#tell(lane, this.#told(mark), taken);
      }
    }
  }

  /**
   * @param {Laid} mark
   * @returns {Told}
   */
  #told({ items: [item], u, band }) {
    const { svg, dates, tipOf } = this.drawing;
    const day = item.width > 1440 ? dates.ofItem(item) : dates.dayAndMonth(item.start);
    const title = fitted(item.title, WIDEST, svg);
    return { item, u, tip: tipOf(item, band), head: `${day} · ${lengthOf(item)}`, title };
  }

  /**
   * Write two lines behind a mark, or before it where there is no room behind.
   *
   * @param {Lane} lane
   * @param {Told} told
   * @param {[from: number, to: number][]} taken
   */
  #tell(lane, { u, tip, head, title }, taken) {
    const { svg } = this.drawing;
    const width = Math.max(STRONG * widthOf(head, svg), widthOf(title, svg)) + INSET;
    for (const back of [false, true]) {
      const [from, to] = back ? [u - width, u] : [u, u + width];
      const isFree = taken.every(([first, last]) => to + GAP < first || last + GAP < from);
      if (from < 0 || to > this.frame.width || !isFree) continue;
      taken.push([from, to]);
      const y = lane === 1 ? this.#bandOf(1) - LINES[1] - 4 : this.#bandOf(2) + BAND;
      this.#upright("pin", u, tip, lane === 1 ? y + 3 : y + LINES[1] + 2);
      const [along, anchor] = back ? [u - INSET, "end"] : [u + INSET, "start"];
      this.#text("strong", along, number(y + LINES[0]), head, anchor);
      this.#text("soft", along, number(y + LINES[1]), title, anchor);
      return;
    }
  }

  /**
   * The part of an era that is seen.
   *
   * @param {AxisFile["eras"][number]} row
   * @returns {Era[]}
   */
  #era([lane, name, from, to]) {
    const { u, width } = this.frame;
    const [u0, u1] = [Math.max(0, from === null ? 0 : u(from)), Math.min(width, to === null ? width : u(to))];
    return u1 > u0 ? [{ lane, name, u0, u1, begins: from !== null && u(from) > 0 }] : [];
  }

  /** @param {Lane} lane */
  #bandOf = (lane) => (lane === 1 ? this.frame.top - AWAY - BAND : this.frame.floor + AWAY);

  /**
   * @param {string} name
   * @param {number} u
   * @param {number} from
   * @param {number} to
   */
  #upright(name, u, from, to) {
    make(this.drawing.svg, "path", { class: name, d: `M${number(this.drawing.x(u))} ${number(from)}V${number(to)}` });
  }

  /**
   * @param {string} name
   * @param {number} u
   * @param {string} y
   * @param {string} text
   */
  #text(name, u, y, text, anchor = "start") {
    make(this.drawing.svg, "text", { class: name, x: number(this.drawing.x(u)), y, "text-anchor": anchor }, text);
  }
}
