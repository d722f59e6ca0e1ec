// What the reader asks for, as it stands in the address; what the page does not know is left out.

const LONGEST = 200;
const ORDERS = ["match", "newest", "oldest"];
const NO_QUERY = "newest";

/** Read what a query string asks for. */
export function read(query, { all, years }) {
  const asked = new URLSearchParams(query);
  const chosen = new Set();
  all.forEach(({ group, value }, place) => asked.getAll(group).includes(value) && chosen.add(place));
  const among = (name, known) => (known.includes(asked.get(name)) ? asked.get(name) : "");
  const [from, to] = inOrder(among("from", years), among("to", years));
  const q = (asked.get("q") ?? "").trim().slice(0, LONGEST);
  return { chosen, from, to, q, sort: among("sort", ORDERS), view: among("view", ["full"]) };
}

/** Return two years with the earlier one first; one alone stays where it is. */
export const inOrder = (from, to) => (from && to && from > to ? [to, from] : [from, to]);

/** Return the order of a list: what was asked for, or else what is best for it. */
export function orderOf({ q, sort }) {
  const usual = q ? "match" : NO_QUERY;
  return !sort || (sort === "match" && !q) ? usual : sort;
}

/** Write what is asked for as a query string; what is usual is left out. */
export function written(state, all) {
  const query = new URLSearchParams();
  all.forEach(({ group, value }, place) => state.chosen.has(place) && query.append(group, value));
  for (const name of ["from", "to", "q", "view"]) if (state[name]) query.set(name, state[name]);
  const order = orderOf(state);
  if (order !== orderOf({ q: state.q })) query.set("sort", order);
  return [...query].length ? `?${query}` : "";
}
