// Names that a reader has begun to type: of people, companies, platforms, subjects.

const NAMES = new Set(["people", "companies", "platforms"]);
const SHORTEST = 2;
const SURE = 1;
const LIKELY = 0.8;

/** All spellings of a lexicon, as the folded words of each and the term that it means. */
export function spellings({ entries, months }, normaliser) {
  const found = [];
  const add = (texts, term, name) => {
    for (const text of texts) {
      const words = text.split(/[\s-]+/).map((word) => normaliser.forms(word)[0]).filter(Boolean);
      found.push({ words, term, name });
    }
  };
  for (const [table, listed] of Object.entries(entries)) {
    for (const [id, texts] of Object.entries(listed)) add(texts, `@${table}/${id}`, NAMES.has(table));
  }
  for (const [month, texts] of Object.entries(months)) add(texts, `#-${month.padStart(2, "0")}`, false);
  return found;
}

/** Say whether the last of some written words, each given by its forms, begins a certain word of a spelling. */
function begins({ words, name }, place, written) {
  const shortest = name && written.length === 1 ? 1 : SHORTEST;
  const last = written.at(-1).some((form) => form.length >= shortest && words[place].startsWith(form));
  return last && words.slice(0, place).every((word, at) => written.at(at - place - 1)?.includes(word));
}

/**
 * The terms of the spellings that some written words begin, with their weights; the last of them is half typed, and so
 * many words before it at least must belong to the spelling.
 */
export function completions(spelled, written, before) {
  const found = new Map();
  for (const one of spelled) {
    const places = [...one.words.keys()].slice(before, written.length);
    const begun = places.some((place) => begins(one, place, written));
    if (begun) found.set(one.term, one.name ? SURE : LIKELY);
  }
  return found;
}
