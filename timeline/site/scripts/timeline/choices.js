// The controls of the page: what is chosen in them, and the number beside each choice.
import { counted, number, words } from "../words.js";

/** The controls; `all` are the choices in the order of the page, each with its group, its value and its name. */
export class Choices {
  constructor(page) {
    this.form = page.querySelector("form");
    this.boxes = [...this.form.querySelectorAll("input[type=checkbox]")];
    this.all = this.boxes.map((box) => ({ group: box.name, value: box.value, name: box.nextElementSibling, box }));
    // What was debunked is shown, but counted nowhere but here.
    this.debunked = this.all.findIndex(({ group, value }) => group === "status" && value === "debunked");
    this.numbers = this.boxes.map((box) => box.parentElement.querySelector("b"));
    this.options = [...this.form.querySelectorAll("option[value]:not([value=''])")];
    this.years = [...new Set(this.options.map(({ value }) => value))];
    this.fold = this.form.querySelector(".fold");
    this.fold.addEventListener("click", () => expand(this.fold, this.form));
    for (const button of this.form.querySelectorAll(".all")) this.shorten(button);
  }

  /** Let a button show the rest of a long group, and fold it away again. */
  shorten(button) {
    const more = button.textContent;
    button.addEventListener("click", () => {
      button.textContent = expand(button, button.closest("fieldset")) ? words.timeline.fewer : more;
    });
  }

  /** Return what is chosen. */
  state() {
    const { from, to, q, view } = this.form.elements;
    const chosen = new Set(this.boxes.flatMap((box, place) => (box.checked ? [place] : [])));
    return { chosen, from: from.value, to: to.value, q: q.value.trim(), view: view.value === "full" ? "full" : "" };
  }

  /** Set every control. */
  show({ chosen, from, to, q, view }, order) {
    const controls = this.form.elements;
    this.boxes.forEach((box, place) => (box.checked = chosen.has(place)));
    [controls.from.value, controls.to.value] = [from, to];
    // What is being typed may end in a space.
    if (controls.q.value.trim() !== q) controls.q.value = q;
    controls.view.value = view || "compact";
    controls.sort.value = order;
    controls.sort[0].parentElement.hidden = !q;
    const sum = chosen.size + Boolean(from) + Boolean(to);
    this.fold.querySelector(".chosen").textContent = sum ? counted(words.timeline.chosen, sum) : "";
  }

  /** Write the number beside each choice and each year. */
  number({ numbers, years }) {
    numbers.forEach((value, place) => {
      write(this.numbers[place], number(value));
      this.boxes[place].parentElement.classList.toggle("none", !value);
    });
    for (const option of this.options) {
      write(option, `${option.value} (${number(years.get(option.value) ?? 0)})`);
    }
  }
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Show what a button opens, or fold it away; say which. */
function expand(button, element) {
  const open = element.classList.toggle("open");
  button.setAttribute("aria-expanded", String(open));
  return open;
}
