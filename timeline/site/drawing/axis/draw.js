// Draws a range of the axis: what stands still behind, and a link for each mark.
import { counted, rightToLeft, words } from "../../scripts/words.js";
import { mark as drawn, number, styleOf } from "../marks.js";
import { fitted, widthOf } from "./labels.js";
import { BAR, GATHERED, RADIUS } from "./layout.js";
import { fineTicks, level, ticks } from "./scale.js";
import { box, line, pentagon } from "./shapes.js";

const SVG = "http://www.w3.org/2000/svg";
const STRIPES = "axis-stripes";
const UNKNOWN = 24;

// Between a name and what is said of it.
const GAP = 8;

/** Make an SVG element below another. */
export function make(parent, name, attributes = {}, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  parent.append(made);
  return made;
}

const path = (parent, name, d, more) => d && make(parent, "path", { class: name, d, ...more });

/** Draws into an SVG; `x` of a frame mirrors where time runs from right to left. */
export class Drawing {
  constructor(svg, frame, dates) {
    Object.assign(this, { svg, frame, dates });
    svg.replaceChildren();
    svg.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
  }

  x = (u) => (rightToLeft ? this.frame.width - u : u);

  /** Draw what stands behind the marks: divisions of time, lengths, and the lanes with how many outages each shows. */
  ground(lanes, outages) {
    const { frame } = this;
    const pattern = make(make(this.svg, "defs"), "pattern", { id: STRIPES, width: 8, height: 3.4, patternUnits: "userSpaceOnUse" });
    path(pattern, "ground", "M0 0h8v3.4H0z");
    path(pattern, `${styleOf(2)} solid`, "M0 0h8v2H0z");
    this.#time();
    if (level([frame.from, frame.to]) === "years") this.#guides();
    frame.lines.forEach((_, place) => {
      const name = lanes[place + 1];
      const at = place ? frame.floor + 16 : frame.top - 8;
      const text = make(this.svg, "text", { class: `name ${styleOf(place + 1)}`, x: this.x(2), y: number(at) }, name);
      const behind = this.x(2 + text.getComputedTextLength() + GAP); // two texts: WebKit takes a shifted one for a new line
      make(this.svg, "text", { class: "soft", x: number(behind), y: number(at) }, counted(words.count.outages, outages[place]));
    });
  }

  #time() {
    const { from, to, width, floor, top, height } = this.frame;
    const named = ticks(this.frame.units.named, [from, to], width);
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
    const levels = Object.entries(guides).map(([key, minutes]) => [key, this.frame.tall(minutes)]);
    path(this.svg, "guide", levels.map(([, tall]) => `M0 ${number(lines[0] - tall)}H${width}M0 ${number(lines[1] + tall)}H${width}`).join(""));
    for (const [key, tall] of levels) {
      for (const y of [lines[0] - tall - 3, lines[1] + tall - 4]) {
        make(this.svg, "text", { class: "soft", x: this.x(0), y: number(y) }, words.axis[key]);
      }
    }
  }

  /** Draw the marks, and behind them what ties answers to what they answer; give each mark its link. */
  marks(marks, labelOf) {
    const groups = [0, 1, 2].map((lane) => make(this.svg, "g", { class: styleOf(lane) }));
    for (const lane of [0, 1, 2]) {
      const own = marks.filter((mark) => mark.lane === lane);
      path(groups[lane], "unknown", own.filter((mark) => mark.stretch).map((mark) => this.#stretch(mark.stretch)).join(""));
      path(groups[lane], "tie", this.#ties(own, marks));
    }
    for (const mark of marks) {
      const href = mark.counted ? `years/${this.dates.year(mark.time)}/` : mark.items[0].href;
      mark.element = make(groups[mark.lane], "a", { href, tabindex: -1, "aria-label": labelOf(mark) });
      if (mark.counted) this.#gathered(mark);
      else if (mark.band.outage) this.#outage(mark);
      else this.#move(mark);
      if (mark.label) this.#label(mark);
    }
    const { lines, width } = this.frame;
    lines.forEach((y, place) => path(this.svg, `line ${styleOf(place + 1)}`, `M0 ${number(y)}H${width}`));
  }

  #stretch = ({ u0, u1, y }) => line([this.x(u0), y], [this.x(u1), y]);

  #ties(own, marks) {
    if (["year", "years"].includes(level([this.frame.from, this.frame.to]))) return "";
    const isClear = (mark) => !mark.counted && !mark.vague; // a tie would tell a time that nobody knows
    const clear = new Map(marks.filter(isClear).map((mark) => [mark.items[0], mark]));
    const ties = own.filter((mark) => isClear(mark) && !mark.band.outage && clear.has(mark.items[0].answered));
    return ties.map((mark) => this.#tie(mark, clear.get(mark.items[0].answered))).join("");
  }

  /** A tie ends at the answered mark, or at the bar of the answered outage where that lasts so long. */
  #tie(mark, answered) {
    const u = answered.band.outage ? Math.min(Math.max(mark.u, answered.u0), answered.u1) : answered.u;
    return line([this.x(mark.u), mark.y], [this.x(u), answered.y]);
  }

  #outage({ element, items: [item], band, u, u0, u1, y }) {
    if (band.upright) return this.#uprightOutage(element, item, band, u);
    const [x0, x1] = [this.x(u0), this.x(u1)];
    if (item.length === null) {
      return path(element, "unknown", [y - BAR / 2 + 1, y + BAR / 2 - 1].map((at) => line([x0, at], [x1, at])).join(""));
    }
    return this.#bar(element, item.lane, box(x0, y - BAR / 2, x1, y + BAR / 2));
  }

  #uprightOutage(element, item, { base, way }, u) {
    const x = this.x(u);
    if (item.length === null) return path(element, "unknown", [x - 2, x + 2].map((at) => line([at, base], [at, base + way * UNKNOWN])).join(""));
    return this.#bar(element, item.lane, box(x - 2.2, base, x + 2.2, base + way * this.frame.tall(item.length)));
  }

  #bar = (element, lane, d) => (lane === 2 ? path(element, "striped", d, { fill: `url(#${STRIPES})` }) : path(element, "bar", d));

  #move({ element, items: [item], band, u, y }) {
    const way = band.lane === 0 ? -1 : band.way;
    for (const [name, d] of drawn(this.frame.shapes[item.shape], this.x(u), y, RADIUS, way)) path(element, name, d);
  }

  #gathered(mark) {
    const { element, band, u } = mark;
    const held = mark.items.filter((item) => item.held).length;
    const way = band.lane ? band.way : -1; // what belongs to neither side points up, as in the drawing of all years
    const start = band.lane ? band.base + way * 4 : band.base + 36;
    const tip = start + way * this.#lengthOf(mark, held);
    const x = this.x(u);
    const half = GATHERED / 2;
    path(element, "solid", band.outage ? box(x - half, band.base, x + half, tip) : pentagon(x, start, tip, GATHERED));
    const middle = band.upright ? band.base + band.way * 12 : (start + tip) / 2;
    const up = band.outage ? 0 : way * GATHERED * 0.12;
    make(element, "text", { class: "num", x: number(x), y: number(middle - up + 4.5) }, String(held || ""));
  }

  /** A counted mark grows with its number; one of outages that stand upright is as tall as the longest. */
  #lengthOf({ items, band }, held) {
    if (band.lane === 0) return 28;
    const longest = band.upright ? Math.max(...items.map((item) => item.length ?? 0)) : 0;
    const length = longest ? this.frame.tall(longest) - 4 : 26 + Math.min(held, 30) * 0.6;
    return Math.max(20, Math.min(length, band.depth - 6));
  }

  #label({ element, label, items: [item], band, y }) {
    const text = band.outage ? item.title : (item.said ?? item.title);
    make(element, "text", { class: "words", x: number(this.x(label.u)), y: number(y + 4.5) }, fitted(text, label.room, this.svg));
  }
}
