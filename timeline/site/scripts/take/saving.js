// A text that was made here is saved as a file, as if it had been fetched.
import { element } from "../dom.js";

/**
 * @param {string} text
 * @param {string} name
 */
export function saved(text, name) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}
