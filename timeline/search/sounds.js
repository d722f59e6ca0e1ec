// How names sound: one key for both scripts, for names in spellings that nobody wrote down.
// The twin of timeline/search/sounds.py.

const TWICE = /(.)\1+/g;
const SILENT = /(.[^aeiouy])e$/;

const byLetter = (keys) => new Map(Object.entries(keys).flatMap(([key, letters]) => [...letters].map((one) => [one, key])));

/** Turn folded words into keys of consonants. */
export class Sounds {
  #pairs;
  #pattern;
  #letters;
  #all;

  constructor(spec) {
    this.#pairs = new Map(Object.entries(spec.pairs));
    this.#pattern = new RegExp([...this.#pairs.keys()].join("|"), "g");
    this.#letters = byLetter(spec.letters);
    this.#all = new Map([...this.#letters, ...byLetter(spec.vowels)]);
  }

  /** The key of a folded word, which is "" for one of vowels alone. */
  key(word) {
    return this.#heard(word, this.#letters);
  }

  /** A folded word as it is spoken, alike in both scripts: its key with the vowels that are written. */
  spoken(word) {
    return this.#heard(word.replace(SILENT, "$1"), this.#all).replace(TWICE, "$1");
  }

  #heard(word, letters) {
    const plain = word.replace(TWICE, "$1").replace(this.#pattern, (pair) => this.#pairs.get(pair));
    return [...plain].map((one) => letters.get(one) ?? "").join("");
  }
}
