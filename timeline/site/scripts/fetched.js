// What scripts fetch: nothing is waited for without end, and what cannot be read as it should be is fetched anew.

const LIMIT = 10_000; // milliseconds, after which a request has failed

/** What was asked for is gone: the site is newer than what the browser kept of it. */
export class Gone extends Error {}

/**
 * Fetch JSON; what is not `right`, because it was cut off on its way or kept of another build, is thrown away and
 * fetched once more.
 *
 * @template Type
 * @param {URL} address
 * @param {(read: unknown) => read is Type} isRight
 * @param {RequestCache} cache
 * @returns {Promise<Type>}
 */
export async function fetched(address, isRight, cache = "default") {
  const read = await json(address, cache);
  if (isRight(read)) return read;
  const again = await json(address, "reload");
  if (isRight(again)) return again;
  throw new Error(`Not what it should be: ${address.pathname}`);
}

/**
 * What stands at an address, or undefined if it is no JSON.
 *
 * @param {URL} address
 * @param {RequestCache} cache
 * @returns {Promise<unknown>}
 */
async function json(address, cache) {
  const answer = await fetch(address, { cache, signal: AbortSignal.timeout(LIMIT) });
  if (answer.status === 404) throw new Gone(address.pathname);
  if (!answer.ok) throw new Error(`${answer.status} ${address.pathname}`);
  try {
    return await /** @type {Promise<unknown>} */ (answer.json());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Break a promise that is not kept within a time.
 *
 * @template Type
 * @param {Promise<Type>} promise
 * @returns {Promise<Type>}
 */
export function inTime(promise, limit = LIMIT) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("It took too long")), limit);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** By the addresses of modules how often they did not come. @type {Map<string, number>} */
const failures = new Map();

/**
 * Import a module while the page runs. Browsers keep it that a module did not come, so that the next time it has
 * another address.
 *
 * @param {URL} address
 * @returns {Promise<unknown>}
 */
export async function imported(address) {
  const failed = failures.get(address.href);
  try {
    const asked = /** @type {Promise<unknown>} */ (import(failed ? `${address.href}?${failed}` : address.href));
    return await inTime(asked);
  } catch (error) {
    failures.set(address.href, (failed ?? 0) + 1);
    throw error;
  }
}

/** @param {unknown} read */
export const isObject = (read) => typeof read === "object" && read !== null && !Array.isArray(read);

/**
 * Say whether something is an object with lists under some names.
 *
 * @param {unknown} read
 * @param {string[]} names
 */
export function hasLists(read, ...names) {
  const found = /** @type {Record<string, unknown>} */ (isObject(read) ? read : {});
  return names.every((name) => Array.isArray(found[name]));
}
