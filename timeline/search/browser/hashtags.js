// Hashtags, which write several words as one.

const HASHTAG = /#[\p{L}\p{N}_]+/gu;
const BOUND = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})/gu;

/**
 * A query in whose hashtags the words are set apart, #TwoWords as Two-Words, which is found both ways.
 *
 * @param {string} query
 */
export const parted = (query) => query.replace(HASHTAG, (tag) => tag.slice(1).replace(BOUND, "-"));
