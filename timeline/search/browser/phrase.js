// Phrases: words that must stand next to each other.

const SAME = 0.7; // a term that matters at least so much for both says that two words are the same

/** The words of a text, each as all that it may be the same as. */
function words(text, { analyse, forms }) {
  const singles = analyse(text).filter(({ first, last }) => first === last);
  return singles.map(({ start, end, terms }) => {
    const strong = terms.filter(([, weight]) => weight >= SAME).map(([term]) => term);
    return new Set([...forms(text.slice(start, end)), ...strong]);
  });
}

const same = (one, other) => [...one].some((term) => other.has(term));

const stands = (phrase, text) => {
  return text.some((_, at) => phrase.every((word, on) => text[at + on] && same(word, text[at + on])));
};

/** Say whether each of some phrases stands in one of some texts. */
export function hasPhrases(texts, phrases, normaliser) {
  const own = { analyse: (text) => normaliser.analyse(text), forms: (word) => normaliser.forms(word) };
  const read = texts.map((text) => words(text, own));
  return phrases.every((phrase) => {
    const asked = words(phrase, own);
    return read.some((text) => stands(asked, text));
  });
}
