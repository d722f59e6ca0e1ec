// Which entries are shown, and how many there would be behind each choice; one pass over all of them.

const YEARS = "years";
const QUERY = "query";

/** Return a function that counts entries for what is asked; `debunked` is the choice at which those are counted. */
export function counter(entries, { all, debunked }) {
  const groups = [...new Set(all.map(({ group }) => group)), YEARS, QUERY];
  const bit = Object.fromEntries(groups.map((group, place) => [group, 1 << place]));
  const bits = all.map(({ group }) => bit[group]);
  return (state, ranks) => {
    const asked = [...state.chosen].reduce((sum, place) => sum | bits[place], bit[YEARS] | bit[QUERY]);
    const result = { shown: [], held: 0, debunked: 0, total: 0, numbers: all.map(() => 0), years: new Map() };
    for (const entry of entries) {
      const failed = asked & ~fulfilled(entry, state, ranks, bits, bit);
      add(result, entry, failed);
      addToChoices(result, entry, failed, bits, bit, debunked);
    }
    return result;
  };
}

/** Return the groups, as bits, in which an entry is what is asked for. */
function fulfilled(entry, { chosen, from, to }, ranks, bits, bit) {
  let met = (!from || entry.year >= from) && (!to || entry.year <= to) ? bit[YEARS] : 0;
  if (!ranks || ranks.has(entry.id)) met |= bit[QUERY];
  for (const place of entry.met) if (chosen.has(place)) met |= bits[place];
  return met;
}

function add(result, { debunked }, failed) {
  result.shown.push(!failed);
  if (!debunked) result.total += 1;
  if (!failed) result[debunked ? "debunked" : "held"] += 1;
}

/** Count an entry at all its choices, or, where it fails in one group alone, at those of this group. */
function addToChoices({ numbers, years }, entry, failed, bits, bit, debunked) {
  const counts = (bit) => !failed || failed === bit;
  for (const place of entry.met) {
    // What was debunked is counted nowhere but as such.
    if (counts(bits[place]) && (!entry.debunked || place === debunked)) numbers[place] += 1;
  }
  if (counts(bit[YEARS]) && !entry.debunked) years.set(entry.year, (years.get(entry.year) ?? 0) + 1);
}
