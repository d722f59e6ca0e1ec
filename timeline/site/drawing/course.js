// The courses of two outages, laid over one another from minute 0, as course.py draws them.
import { rightToLeft } from "../scripts/words.js";
import { make, stripes } from "./axis/shapes.js";
import { widthOf } from "./axis/labels.js";
import { number, ring, styleOf } from "./marks.js";
import { Scale } from "./scales.js";

/** @import { Course, Runs } from "../data/types.d.ts" */
/** @import { Lane } from "./types.d.ts" */
/** @import { Write } from "./scales.js" */

// Sizes in CSS pixels: of the drawings, of a bar, of a numbered moment, and from row to row of these.
const SIZES = { wide: 1112, narrow: 358 };
const [BAR, DOT, ROW] = [16, 9, 21];
const [HEAD, NAME, FOOT, EDGE] = [26, 24, 22, 10];

const AGAINST = rightToLeft ? "apart-ltr" : "apart-rtl";

/**
 * Draw courses on one scale of minutes into an element, in both sizes.
 *
 * @param {Element} figure
 * @param {Course[]} found
 * @param {Write} write
 */
export function draw(figure, found, write) {
  const ends = found.flatMap(({ flags, length }) => [
    ...flags.map(({ minutes }) => minutes),
    ...(length === null ? [] : [length]),
  ]);
  const longest = ends.length ? Math.max(...ends) : 60;
  for (const [name, width] of Object.entries(SIZES)) {
    const scale = new Scale(Math.max(longest, 30), EDGE, width - 2 * EDGE);
    new Drawing(figure, `course-${name}`, width, scale).draw(found, write);
  }
}

class Drawing {
  /**
   * @param {Element} figure
   * @param {string} name
   * @param {number} width
   * @param {Scale} scale
   */
  constructor(figure, name, width, scale) {
    this.name = name;
    this.width = width;
    this.scale = scale;
    this.svg = make(figure, "svg", { class: `drawing ${name}`, "aria-hidden": "true" });
  }

  /** @param {number} along */
  x = (along) => (rightToLeft ? this.width - along : along);

  /**
   * @param {Course[]} found
   * @param {Write} write
   */
  draw(found, write) {
    const ground = make(this.svg, "g");
    let y = HEAD;
    for (const course of found) y = this.#course(course, y);
    const { ticks } = this.scale;
    for (const tick of ticks) this.#upright(ground, "grid", this.scale.at(tick), HEAD - 6, y);
    for (const tick of this.scale.written(write, this.svg)) {
      const anchor = tick === ticks[0] ? "start" : tick === ticks[4] ? "end" : "middle";
      this.#text(ground, "soft", this.scale.at(tick), 14, [write(tick)], anchor);
    }
    const size = { viewBox: `0 0 ${this.width} ${number(y)}`, width: this.width, height: number(y) };
    for (const [key, value] of Object.entries(size)) this.svg.setAttribute(key, String(value));
  }

  /**
   * Draw one course and return where it ends.
   *
   * @param {Course} course
   * @param {number} top
   */
  #course(course, top) {
    const group = make(this.svg, "g", { class: styleOf(course.lane) });
    this.#text(group, "name", 0, top + 16, course.name);
    const rows = this.#rows(course);
    const foot = top + NAME + (Math.max(-1, ...rows) + 1) * ROW + 4;
    course.flags.forEach((flag, place) => this.#flag(flag, top + NAME + rows[place] * ROW + DOT, foot));
    this.#bar(group, course, foot);
    return foot + BAR + FOOT;
  }

  /**
   * The row of each moment, so that none covers another.
   *
   * @param {Course} course
   */
  #rows({ flags }) {
    /** @type {number[]} */
    const ends = [];
    return flags.map(({ minutes }) => {
      const at = this.scale.at(minutes);
      const free = ends.findIndex((end) => at - DOT > end + 2);
      const row = free < 0 ? ends.length : free;
      ends[row] = at + DOT;
      return row;
    });
  }

  /**
   * @param {Course["flags"][number]} flag
   * @param {number} y
   * @param {number} foot
   */
  #flag({ minutes, number: numeral, lane }, y, foot) {
    const group = make(this.svg, "g", { class: styleOf(lane) });
    const along = this.scale.at(minutes);
    this.#upright(group, "tie", along, y, foot);
    const inside = Math.min(Math.max(along, DOT), this.width - DOT);
    make(group, "path", { class: "solid", d: ring(this.x(inside), y, DOT) });
    this.#text(group, "num", inside, y + 4.5, [numeral]);
  }

  /**
   * @param {Element} group
   * @param {Course} course
   * @param {number} y
   */
  #bar(group, { lane, length, admitted, length_written: written }, y) {
    const start = this.scale.at(0);
    if (length === null) {
      const [from, to] = [number(this.x(start)), number(this.x(start + 60))];
      const d = [1, BAR - 1].map((at) => `M${from} ${number(y + at)}H${to}`).join("");
      make(group, "path", { class: "unknown", d });
      this.#text(make(this.svg, "g"), "soft", start + 66, y + 12.5, [written]);
      return;
    }
    const end = this.scale.at(length);
    this.#box(group, admitted === null ? "pale" : "hollow", start, y, Math.max(end - start, 2));
    if (admitted !== null && admitted < length) this.#filled(group, lane, this.scale.at(admitted), y, end);
    const fits = end + 8 + widthOf(written, this.svg) < this.width;
    const text = make(this.svg, "g");
    if (fits) this.#text(text, "strong", end + 8, y + 12.5, [written]);
    else this.#text(text, "strong", end, y + BAR + 15, [written], "end");
  }

  /**
   * @param {Element} group
   * @param {Lane} lane
   * @param {number} from
   * @param {number} y
   * @param {number} to
   */
  #filled(group, lane, from, y, to) {
    const piece = this.#box(group, lane === 2 ? "striped" : "solid", from, y, to - from);
    if (lane === 2) piece.setAttribute("fill", `url(#${this.#stripes()})`);
  }

  /** The id of the pattern of stripes, which is defined at its first use. */
  #stripes() {
    const id = `stripes-${this.name}`;
    if (!this.svg.querySelector("defs")) stripes(this.svg, id);
    return id;
  }

  /**
   * @param {Element} parent
   * @param {string} style
   * @param {number} along
   * @param {number} y
   * @param {number} width
   */
  #box(parent, style, along, y, width) {
    const left = number(this.x(rightToLeft ? along + width : along));
    return make(parent, "rect", { class: style, x: left, y: number(y), width: number(width), height: BAR });
  }

  /**
   * @param {Element} parent
   * @param {string} style
   * @param {number} along
   * @param {number} top
   * @param {number} bottom
   */
  #upright(parent, style, along, top, bottom) {
    make(parent, "path", { class: style, d: `M${number(this.x(along))} ${number(top)}V${number(bottom)}` });
  }

  /**
   * Write a line of text; `start` and `end` are those of the language.
   *
   * @param {Element} parent
   * @param {string} style
   * @param {number} along
   * @param {number} y
   * @param {Runs} runs
   */
  #text(parent, style, along, y, runs, anchor = "start") {
    const place = { x: number(this.x(along)), y: number(y), ...(anchor !== "start" && { "text-anchor": anchor }) };
    const line = make(parent, "text", { class: style, ...place });
    runs.forEach((run, at) => {
      if (at % 2) make(line, "tspan", { class: AGAINST }, run);
      else line.append(run);
    });
  }
}
