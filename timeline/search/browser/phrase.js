// Phrases: words that must stand next to each other.

/** @import { Normaliser } from "../normaliser.js" */

const SAME = 0.7; // a term that matters at least so much for both says that two words are the same

/**
 * The words of a text, each as all that it may be the same as.
 *
 * @param {string} text
 * @param {Normaliser} normaliser
 */
function words(text, normaliser) {
  const singles = normaliser.analyse(text).filter(({ first, last }) => first === last);
  return singles.map(({ start, end, terms }) => {
    const strong = terms.filter(([, weight]) => weight >= SAME).map(([term]) => term);
    return new Set([...normaliser.forms(text.slice(start, end)), ...strong]);
  });
}

/**
 * @param {Set<string>} one
 * @param {Set<string>} other
 */
const same = (one, other) => [...one].some((term) => other.has(term));

/**
 * @param {Set<string>[]} phrase
 * @param {Set<string>[]} text
 */
const stands = (phrase, text) => {
  return text.some((_, at) => phrase.every((word, on) => text[at + on] && same(word, text[at + on])));
};

/**
 * Say whether each of some phrases stands in one of some texts.
 *
 * @param {string[]} texts
 * @param {string[]} phrases
 * @param {Normaliser} normaliser
 */
export function hasPhrases(texts, phrases, normaliser) {
  const read = texts.map((text) => words(text, normaliser));
  return phrases.every((phrase) => {
    const asked = words(phrase, normaliser);
    return read.some((text) => stands(asked, text));
  });
}
