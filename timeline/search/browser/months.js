// Months whose names a reader mistyped: beside a number it is plain what was meant.

import { distance, mostSlips } from "./spelling.js";

const SHORTEST = 4;
const NUMBER = /^[0-9]{1,4}$/;

/** Reads the months that words of a query were meant for. */
export class Months {
  #forms;
  #names;

  /** `forms` are the forms of a word; `months` their names by their numbers. */
  constructor(forms, months) {
    this.#forms = forms;
    const names = Object.values(months).flat().filter((name) => !/[\s/-]/.test(name));
    this.#names = names.map((name) => [forms(name)[0], name]).filter(([form]) => form.length >= SHORTEST);
  }

  /** Words that stand beside a number and are nearly a month's name, each as `[place, forms, name]`. */
  mistyped(words) {
    const forms = words.map((word) => this.#forms(word));
    const numbers = forms.map(([form]) => NUMBER.test(form));
    const beside = words.flatMap((_, at) => (numbers[at] || !(numbers[at - 1] || numbers[at + 1]) ? [] : [at]));
    return beside.map((at) => [at, forms[at], this.#near(forms[at])]).filter(([, , name]) => name);
  }

  #near(forms) {
    const near = this.#names.filter(([name]) => forms.some((form) => isNear(form, name)));
    return near[0]?.[1];
  }
}

function isNear(form, name) {
  const limit = mostSlips(name);
  const apart = distance(form, name, limit);
  return apart > 0 && apart <= limit;
}
