// Draws a range of the axis: what stands still behind, and a link for each mark.
import { rightToLeft, words } from "../../scripts/words.js";
import { mark as drawn, number, styleOf } from "../marks.js";
import { fitted, widthOf } from "./labels.js";
import { BAR, GATHERED, RADIUS } from "./layout.js";
import { fineTicks, level, ticks } from "./scale.js";
import { box, line, make, pentagon, stripes } from "./shapes.js";

/** @import { Lane } from "../types.d.ts" */
/** @import { Band, Frame, Item, Laid, Mark } from "./types.d.ts" */
/** @import { Dates } from "./dates.js" */

const STRIPES = "axis-stripes";
const UNKNOWN = 24;

/**
 * @param {Element} parent
 * @param {string} name
 * @param {string} d
 * @param {Record<string, string | number>} more
 */
function path(parent, name, d, more = {}) {
  if (d) make(parent, "path", { class: name, d, ...more });
}

/** @type {Lane[]} */
const LANES = [0, 1, 2];

/**
 * The lane of a line: the first one is above.
 *
 * @param {number} place
 */
const laneOf = (place) => LANES[place + 1];

/** Draws into an SVG; `x` of a frame mirrors where time runs from right to left. */
export class Drawing {
  /**
   * @param {SVGSVGElement} svg
   * @param {Frame} frame
   * @param {Dates} dates
   */
  constructor(svg, frame, dates) {
    this.svg = svg;
    this.frame = frame;
    this.dates = dates;
    svg.replaceChildren();
    svg.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
  }

  /** @param {number} u */
  x = (u) => (rightToLeft ? this.frame.width - u : u);

  /** Draw what stands behind the marks: divisions of time, and lengths where outages stand upright. */
  ground() {
    stripes(this.svg, STRIPES);
    this.#time();
    const { lines, width } = this.frame;
    const heights = this.#levels().flatMap(({ tall }) => [lines[0] - tall, lines[1] + tall]);
    path(this.svg, "guide", heights.map((y) => `M0 ${number(y)}H${width}`).join(""));
  }

  #time() {
    const { from, to, width, floor, top, height } = this.frame;
    const named = ticks(this.frame.units.named, [from, to], width);
    /** @param {number} time */
    const upright = (time) => `M${number(this.x(this.frame.u(time)))} ${top}V${floor + 20}`;
    path(this.svg, "guide", fineTicks([from, to], width).map(upright).join(""));
    path(this.svg, "grid", named.found.map(upright).join(""));
    let free = 0;
    for (const time of named.found) {
      const u = this.frame.u(time) + 3;
      const text = this.dates.tick(time, named.unit);
      if (u < free || u + widthOf(text, this.svg) > width) continue;
      make(this.svg, "text", { class: "soft", x: number(this.x(u)), y: height - 7 }, text);
      free = u + widthOf(text, this.svg) + 4;
    }
  }

  #levels() {
    if (level([this.frame.from, this.frame.to]) === "day") return [];
    return Object.entries(this.frame.guides).map(([key, minutes]) => ({ key, tall: this.frame.tall(minutes) }));
  }

  /** Write the hours at the end, over the marks, so that none is struck through; the longest inside of its line. */
  hours() {
    const { lines, width, guides } = this.frame;
    const longest = this.frame.tall(Math.max(...Object.values(guides)));
    for (const { key, tall } of this.#levels()) {
      const inside = tall === longest;
      for (const y of [lines[0] - tall + (inside ? 11 : 4.5), lines[1] + tall + (inside ? -3 : 4.5)]) {
        const place = { x: number(this.x(width - 2)), y: number(y), "text-anchor": "end" };
        make(this.svg, "text", { class: "soft", ...place }, words.axis[key]);
      }
    }
  }

  /**
   * How far from the top the end of an upright outage is.
   *
   * @param {Item} item
   * @param {Band} band
   */
  tipOf = ({ length }, { base, way }) => base + way * ((length === null ? UNKNOWN : this.frame.tall(length)) + 3);

  /**
   * Draw the marks, and behind them what ties answers to what they answer; give each mark its link.
   *
   * @param {Laid[]} marks
   * @param {(mark: Laid) => string} labelOf
   * @returns {(Laid & Mark)[]}
   */
  marks(marks, labelOf) {
    for (const lane of LANES) {
      const behind = make(this.svg, "g", { class: styleOf(lane) });
      const own = marks.filter((mark) => mark.lane === lane);
      path(behind, "unknown", own.map(({ stretch }) => (stretch ? this.#stretch(stretch) : "")).join(""));
      path(behind, "tie", this.#ties(own, marks));
    }
    const groups = LANES.map((lane) => make(this.svg, "g", { class: styleOf(lane) }));
    const linked = marks.map((mark) => ({ ...mark, element: this.#mark(mark, groups[mark.lane], labelOf(mark)) }));
    const { lines, width } = this.frame;
    lines.forEach((y, place) => path(this.svg, `line ${styleOf(laneOf(place))}`, `M0 ${number(y)}H${width}`));
    return linked;
  }

  /**
   * @param {Laid} mark
   * @param {Element} group
   * @param {string} label
   */
  #mark(mark, group, label) {
    const href = mark.counted ? `years/${this.dates.year(mark.time)}/` : mark.items[0].href;
    const element = make(group, "a", { href, tabindex: -1, "aria-label": label });
    if (mark.counted) this.#gathered(element, mark);
    else if (mark.band.outage) this.#outage(element, mark);
    else this.#move(element, mark);
    this.#label(element, mark);
    return element;
  }

  /** @param {{ u0: number, u1: number, y: number }} stretch */
  #stretch = ({ u0, u1, y }) => line([this.x(u0), y], [this.x(u1), y]);

  /**
   * @param {Laid[]} own
   * @param {Laid[]} marks
   */
  #ties(own, marks) {
    if (["year", "years"].includes(level([this.frame.from, this.frame.to]))) return "";
    /** @param {Laid} mark */
    const isClear = (mark) => !mark.counted && !mark.vague; // a tie would tell a time that nobody knows
    /** @type {Map<Item | undefined, Laid>} */
    const clear = new Map(marks.filter(isClear).map((mark) => [mark.items[0], mark]));
    const ties = own
      .filter((mark) => isClear(mark) && !mark.band.outage)
      .map((mark) => {
        const answered = clear.get(mark.items[0].answered);
        return answered ? this.#tie(mark, answered) : "";
      });
    return ties.join("");
  }

  /**
   * A tie ends at the answered mark, or at the bar of the answered outage where that lasts so long.
   *
   * @param {Laid} mark
   * @param {Laid} answered
   */
  #tie(mark, answered) {
    const u = answered.band.outage ? Math.min(Math.max(mark.u, answered.u0), answered.u1) : answered.u;
    return line([this.x(mark.u), mark.y], [this.x(u), answered.y]);
  }

  /**
   * @param {Element} element
   * @param {Laid} mark
   */
  #outage(element, { items: [item], band, u, u0, u1, y }) {
    if (band.upright) {
      this.#uprightOutage(element, item, band, u);
      return;
    }
    const [x0, x1] = [this.x(u0), this.x(u1)];
    if (item.length === null) {
      const ends = [y - BAR / 2 + 1, y + BAR / 2 - 1];
      path(element, "unknown", ends.map((at) => line([x0, at], [x1, at])).join(""));
    } else {
      this.#bar(element, item.lane, box(x0, y - BAR / 2, x1, y + BAR / 2));
    }
  }

  /**
   * @param {Element} element
   * @param {Item} item
   * @param {Band} band
   * @param {number} u
   */
  #uprightOutage(element, item, { base, way }, u) {
    const [x, half] = [this.x(u), this.frame.bar / 2];
    if (item.length === null) {
      const sides = [x - half, x + half];
      path(element, "unknown", sides.map((at) => line([at, base], [at, base + way * UNKNOWN])).join(""));
    } else {
      this.#bar(element, item.lane, box(x - half, base, x + half, base + way * this.frame.tall(item.length)));
    }
  }

  /**
   * @param {Element} element
   * @param {Lane} lane
   * @param {string} d
   */
  #bar(element, lane, d) {
    if (lane === 2) path(element, "striped", d, { fill: `url(#${STRIPES})` });
    else path(element, "bar", d);
  }

  /**
   * @param {Element} element
   * @param {Laid} mark
   */
  #move(element, { items: [item], band, u, y }) {
    const way = band.lane === 0 ? -1 : band.way;
    for (const [name, d] of drawn(this.frame.shapes[item.shape], this.x(u), y, RADIUS, way)) path(element, name, d);
  }

  /**
   * @param {Element} element
   * @param {Laid} mark
   */
  #gathered(element, mark) {
    const { band, u } = mark;
    const held = mark.items.filter((item) => item.held).length;
    const way = band.lane ? band.way : -1; // what belongs to neither side points up, as in the drawing of all years
    const start = band.lane ? band.base + way * 4 : band.base + 36;
    const tip = start + way * this.#lengthOf(mark, held);
    const x = this.x(u);
    const half = GATHERED / 2;
    const shape = band.outage ? box(x - half, band.base, x + half, tip) : pentagon(x, start, tip, GATHERED);
    path(element, "solid", shape);
    const middle = band.upright ? band.base + band.way * 12 : (start + tip) / 2;
    const up = band.outage ? 0 : way * GATHERED * 0.12;
    make(element, "text", { class: "num", x: number(x), y: number(middle - up + 4.5) }, String(held || ""));
  }

  /**
   * A counted mark grows with its number; one of outages that stand upright is as tall as the longest.
   *
   * @param {Laid} mark
   * @param {number} held
   */
  #lengthOf({ items, band }, held) {
    if (band.lane === 0) return 28;
    const longest = band.upright ? Math.max(...items.map((item) => item.length ?? 0)) : 0;
    const length = longest ? this.frame.tall(longest) - 4 : 26 + Math.min(held, 30) * 0.6;
    return Math.max(20, Math.min(length, band.depth - 6));
  }

  /**
   * @param {Element} element
   * @param {Laid} mark
   */
  #label(element, { label, items: [item], band, y }) {
    if (!label) return;
    const text = band.outage ? item.title : (item.said ?? item.title);
    const place = { x: number(this.x(label.u)), y: number(y + 4.5) };
    make(element, "text", { class: "words", ...place }, fitted(text, label.room, this.svg));
  }
}
