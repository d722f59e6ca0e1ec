// Draws a range of the axis: what stands still behind, and a link for each mark.
import { counted, rightToLeft, words } from "../../scripts/words.js";
import { mark as drawn, number, styleOf } from "../marks.js";
import { fitted, widthOf } from "./labels.js";
import { BAR, GATHERED, RADIUS } from "./layout.js";
import { fineTicks, level, ticks } from "./scale.js";
import { box, line, pentagon } from "./shapes.js";

/** @import { Lane } from "../types.d.ts" */
/** @import { Band, Frame, Item, Laid, Mark } from "./types.d.ts" */
/** @import { Dates } from "./dates.js" */
/** @typedef {Record<string, string | number>} Attributes */

const SVG = "http://www.w3.org/2000/svg";
const STRIPES = "axis-stripes";
const UNKNOWN = 24;

// Between a name and what is said of it.
const GAP = 8;

/**
 * Make an SVG element below another.
 *
 * @template {keyof SVGElementTagNameMap} Name
 * @param {Element} parent
 * @param {Name} name
 * @param {Attributes} attributes
 * @param {string} [text]
 */
export function make(parent, name, attributes = {}, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

/**
 * @param {Element} parent
 * @param {string} name
 * @param {string} d
 * @param {Attributes} more
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

  /**
   * Draw what stands behind the marks: divisions of time, lengths, and the lanes with how many outages each shows.
   *
   * @param {string[]} lanes
   * @param {number[]} outages
   */
  ground(lanes, outages) {
    const { frame } = this;
    const size = { width: 8, height: 3.4, patternUnits: "userSpaceOnUse" };
    const pattern = make(make(this.svg, "defs"), "pattern", { id: STRIPES, ...size });
    path(pattern, "ground", "M0 0h8v3.4H0z");
    path(pattern, `${styleOf(2)} solid`, "M0 0h8v2H0z");
    this.#time();
    if (level([frame.from, frame.to]) === "years") this.#guides();
    frame.lines.forEach((_, place) => {
      const name = lanes[place + 1];
      const at = place ? frame.floor + 16 : frame.top - 8;
      const text = make(
        this.svg,
        "text",
        { class: `name ${styleOf(laneOf(place))}`, x: this.x(2), y: number(at) },
        name,
      );
      const behind = this.x(2 + text.getComputedTextLength() + GAP); // two texts: WebKit takes a shifted one for a new line
      const held = counted(words.count.outages, outages[place]);
      make(this.svg, "text", { class: "soft", x: number(behind), y: number(at) }, held);
    });
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

  #guides() {
    const { lines, width, guides } = this.frame;
    const levels = Object.entries(guides).map(([key, minutes]) => ({ key, tall: this.frame.tall(minutes) }));
    const heights = levels.flatMap(({ tall }) => [lines[0] - tall, lines[1] + tall]);
    path(this.svg, "guide", heights.map((y) => `M0 ${number(y)}H${width}`).join(""));
    for (const { key, tall } of levels) {
      for (const y of [lines[0] - tall - 3, lines[1] + tall - 4]) {
        make(this.svg, "text", { class: "soft", x: this.x(0), y: number(y) }, words.axis[key]);
      }
    }
  }

  /**
   * Draw the marks, and behind them what ties answers to what they answer; give each mark its link.
   *
   * @param {Laid[]} marks
   * @param {(mark: Laid) => string} labelOf
   * @returns {(Laid & Mark)[]}
   */
  marks(marks, labelOf) {
    const groups = LANES.map((lane) => make(this.svg, "g", { class: styleOf(lane) }));
    for (const lane of LANES) {
      const own = marks.filter((mark) => mark.lane === lane);
      path(groups[lane], "unknown", own.map(({ stretch }) => (stretch ? this.#stretch(stretch) : "")).join(""));
      path(groups[lane], "tie", this.#ties(own, marks));
    }
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
    const x = this.x(u);
    if (item.length === null) {
      const sides = [x - 2, x + 2];
      path(element, "unknown", sides.map((at) => line([at, base], [at, base + way * UNKNOWN])).join(""));
    } else {
      this.#bar(element, item.lane, box(x - 2.2, base, x + 2.2, base + way * this.frame.tall(item.length)));
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
