// Large numbers as readers shorten them: 550k, 10.6m, $44bn.

const SHORTENED = /(?<![\p{L}\p{N}])(\d+)(?:[.,٫](\d+))?\s?(k|m|mn|bn|b)(?![\p{L}\p{N}])/giu;
const THOUSAND = "k";
/** @type {Record<string, string>} */
const NAMES = { m: "million", mn: "million", b: "billion", bn: "billion" };

/**
 * A query with its numbers as texts write them: 550000, 10.6 million, 44 billion.
 *
 * @param {string} query
 */
export function spelledOut(query) {
  return query.replace(SHORTENED, (/** @type {string} */ _, whole, part = "", unit) => {
    const letter = String(unit).toLowerCase();
    const figures = part ? `${whole}.${part}` : String(whole);
    return letter === THOUSAND ? String(Math.round(Number(figures) * 1000)) : `${figures} ${NAMES[letter]}`;
  });
}
