// What a mark is, beside it: by pointer or by keyboard. The mark's own name says the same to who listens.
import { rightToLeft } from "../../scripts/words.js";

const CLOCK = /^\d\d:\d\d$/;
const DELAY = 200;

/** A function that puts a text into an element, with clocks and what runs against the page's direction set apart. */
export function writer(foreign) {
  const apart = new RegExp(`(\\d\\d:\\d\\d|${foreign})`);
  return (element, text) => element.replaceChildren(...text.split(apart).map((part, place) => (place % 2 ? setApart(part) : part)));
}

function setApart(text) {
  const made = document.createElement(CLOCK.test(text) ? "span" : "bdi");
  if (made.localName === "span") made.className = "clock";
  else made.dir = rightToLeft ? "ltr" : "rtl";
  made.textContent = text;
  return made;
}

/** A tooltip that can be pointed at itself, and that Escape hides. */
export class Tooltip {
  constructor(parent, write) {
    Object.assign(this, { parent, write });
    this.box = document.createElement("div");
    this.box.className = "tip";
    this.box.hidden = true;
    this.box.setAttribute("aria-hidden", "true");
    this.box.addEventListener("pointerenter", () => clearTimeout(this.leaving));
    this.box.addEventListener("pointerleave", () => this.leave());
    parent.append(this.box);
  }

  /** Show what a mark is: a line above its title, and a line below. */
  show(mark, { above, title, below }) {
    clearTimeout(this.leaving);
    this.mark = mark;
    const head = document.createElement("a");
    head.href = mark.element.getAttribute("href");
    head.tabIndex = -1;
    if (mark.counted) head.dataset.span = "";
    this.write(head, title);
    const lines = [above, below].map((text) => {
      const line = document.createElement("p");
      line.className = "small";
      this.write(line, text);
      return line;
    });
    this.box.replaceChildren(lines[0], head, lines[1]);
    this.box.hidden = false;
    this.#place(mark.element.getBoundingClientRect());
  }

  /** Hide it in a while, so that the pointer can come over to it. */
  leave() {
    clearTimeout(this.leaving);
    this.leaving = setTimeout(() => this.hide(), DELAY);
  }

  hide() {
    clearTimeout(this.leaving);
    this.mark = undefined;
    this.box.hidden = true;
  }

  #place(mark) {
    const outer = this.parent.getBoundingClientRect();
    const own = this.box.getBoundingClientRect();
    const left = mark.left + mark.width / 2 - outer.left - own.width / 2;
    const above = mark.top - outer.top - own.height - 8;
    this.box.style.left = `${Math.max(0, Math.min(left, outer.width - own.width))}px`;
    this.box.style.top = `${mark.top - own.height - 8 >= 0 ? above : mark.bottom - outer.top + 8}px`;
  }
}
