// How names sound: one key for both scripts, for names in spellings that nobody wrote down.
// The twin of timeline/search/sounds.py.

/** Turn folded words into keys of consonants. */
export class Sounds {
  #shortest;
  #pairs;
  #pattern;
  #letters = new Map();

  constructor(spec) {
    this.#shortest = spec.shortest;
    this.#pairs = new Map(Object.entries(spec.pairs));
    this.#pattern = new RegExp([...this.#pairs.keys()].join("|"), "g");
    for (const [key, letters] of Object.entries(spec.letters)) {
      for (const one of letters) this.#letters.set(one, key);
    }
  }

  /** The key of a folded word, or "" if it would say too little. */
  key(word) {
    const single = word.replace(/(.)\1+/g, "$1");
    const plain = single.replace(this.#pattern, (pair) => this.#pairs.get(pair));
    const key = [...plain].map((one) => this.#letters.get(one) ?? "").join("");
    return key.length >= this.#shortest ? key : "";
  }
}
