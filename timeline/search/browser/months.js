// Months whose names a reader mistyped: beside a number it is plain what was meant.

import { distance, mostSlips } from "./spelling.js";

/** @typedef {[place: number, forms: string[], name: string]} Mistyped */

const SHORTEST = 4;
const NUMBER = /^[0-9]{1,4}$/;

/** Reads the months that words of a query were meant for. */
export class Months {
  #forms;
  #names;

  /**
   * `forms` are the forms of a word; `months` their names by their numbers.
   *
   * @param {(word: string) => string[]} forms
   * @param {Record<string, string[]>} months
   */
  constructor(forms, months) {
    this.#forms = forms;
    const names = Object.values(months)
      .flat()
      .filter((name) => !/[\s/-]/.test(name));
    const folded = names.map((name) => ({ form: forms(name)[0], name }));
    this.#names = folded.filter(({ form }) => form.length >= SHORTEST);
  }

  /**
   * Words that stand beside a number and are nearly a month's name.
   *
   * @param {string[]} words
   */
  mistyped(words) {
    const forms = words.map((word) => this.#forms(word));
    const numbers = forms.map(([form]) => NUMBER.test(form));
    const beside = words.flatMap((_, at) => (numbers[at] || !(numbers[at - 1] || numbers[at + 1]) ? [] : [at]));
    /** @type {Mistyped[]} */
    const found = [];
    for (const at of beside) {
      const name = this.#near(forms[at]);
      if (name) found.push([at, forms[at], name]);
    }
    return found;
  }

  /** @param {string[]} forms */
  #near(forms) {
    return this.#names.find((month) => forms.some((form) => isNear(form, month.form)))?.name;
  }
}

/**
 * @param {string} form
 * @param {string} name
 */
function isNear(form, name) {
  const limit = mostSlips(name);
  const apart = distance(form, name, limit);
  return apart > 0 && apart <= limit;
}
