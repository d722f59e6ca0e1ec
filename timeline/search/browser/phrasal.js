// Phrasal verbs of English, which say in two words what texts say in one: who came back has returned.

/** @import { Normaliser } from "../normaliser.js" */
/** @import { Token } from "../normaliser.js" */

const SEPARATE = /^\s+$/;

/** Reads phrasal verbs as the verbs that they stand for. */
export class PhrasalVerbs {
  #normaliser;
  /** @type {Map<string, string>} */
  #verbs;

  /**
   * `verbs` has by the verb those that stand for it, each as its parts: `come back`.
   *
   * @param {Normaliser} normaliser
   * @param {Record<string, string[]>} verbs
   */
  constructor(normaliser, verbs) {
    this.#normaliser = normaliser;
    this.#verbs = new Map(
      Object.entries(verbs).flatMap(([verb, phrases]) =>
        phrases.map((phrase) => [this.#key(phrase, normaliser.analyse(phrase)), verb]),
      ),
    );
  }

  /**
   * A query with its phrasal verbs as single ones; what the record has a name for stays.
   *
   * @param {string} query
   */
  single(query) {
    const tokens = this.#normaliser.analyse(query);
    const words = tokens.filter(({ first, last }) => first === last);
    const runs = tokens.filter(({ first, last }) => first !== last);
    let text = query;
    for (let at = words.length - 2; at >= 0; at -= 1) {
      const [one, two] = words.slice(at, at + 2);
      const verb = this.#verbs.get(this.#key(query, [one, two]));
      const named = runs.some(({ first, last }) => first <= at + 1 && last >= at);
      if (verb && !named && SEPARATE.test(query.slice(one.end, two.start))) {
        text = text.slice(0, one.start) + verb + text.slice(two.end);
      }
    }
    return text;
  }

  /**
   * What a phrasal verb has in common with its other forms.
   *
   * @param {string} text
   * @param {Token[]} tokens
   */
  #key(text, [verb, particle]) {
    const stem = verb.terms.filter(([term]) => !term.startsWith("@")).at(-1)?.[0] ?? "";
    return `${stem} ${text.slice(particle.start, particle.end).toLowerCase()}`;
  }
}
