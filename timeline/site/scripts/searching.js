// The search's program, which is fetched when a reader first turns to it.
import { imported } from "./fetched.js";

/** @typedef {typeof import("../../search/browser/search.js")} Program */

/** @type {Promise<Program> | null} */
let program = null;

/** Fetch the search's program; after a failure it is tried again. */
export function searching() {
  if (program) return program;
  const asked = /** @type {Promise<Program>} */ (imported(new URL("../../search/browser/search.js", import.meta.url)));
  program = asked;
  asked.catch(() => {
    program = null;
  });
  return asked;
}
