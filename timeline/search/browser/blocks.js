// The sorted lists of the index, of which only those blocks are fetched that a query needs.

/** The place of the last of some sorted keys that is not behind a key, or -1. */
function placeOf(keys, key) {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keys[middle] <= key) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The entry at a place of a block: its key and value, and whether it is marked. */
function entry({ keys, values, marks }, place) {
  return { key: keys[place], value: values[place], marked: marks?.[place] === "1" };
}

/** One sorted list of keys and their values, which lies on the server in blocks. */
export class Blocks {
  #load;
  #folder;
  #firsts;
  #blocks = new Map();

  /** `load` fetches the JSON at a path; `firsts` are the first keys of the blocks. */
  constructor(load, folder, firsts) {
    this.#load = load;
    this.#folder = folder;
    this.#firsts = firsts;
  }

  /** The entries of those of some keys that the list has, as `{key, value, marked}`. */
  async having(keys) {
    const found = await Promise.all(
      keys.map(async (key) => {
        const number = placeOf(this.#firsts, key);
        if (number < 0) return null;
        const block = await this.#block(number);
        const place = placeOf(block.keys, key);
        return block.keys[place] === key ? entry(block, place) : null;
      }),
    );
    return found.filter(Boolean);
  }

  /** The entries whose keys begin with a text; of many blocks only those of the first `most`. */
  async starting(text, most) {
    const first = Math.max(placeOf(this.#firsts, text), 0);
    const numbers = [];
    for (let number = first; number < this.#firsts.length && numbers.length < most; number += 1) {
      if (number > first && !this.#firsts[number].startsWith(text)) break;
      numbers.push(number);
    }
    const blocks = await Promise.all(numbers.map((number) => this.#block(number)));
    return blocks.flatMap((block) => {
      const found = [];
      let place = Math.max(placeOf(block.keys, text), 0);
      if (block.keys[place] < text) place += 1;
      for (; block.keys[place]?.startsWith(text); place += 1) found.push(entry(block, place));
      return found;
    });
  }

  #block(number) {
    if (!this.#blocks.has(number)) {
      const block = this.#load(`${this.#folder}/${number}`);
      block.catch(() => this.#blocks.delete(number)); // the next query may try again
      this.#blocks.set(number, block);
    }
    return this.#blocks.get(number);
  }
}
