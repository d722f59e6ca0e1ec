// Addresses that come from the index: they are read as browsers read them, and followed only below the site's root.
import { language, root } from "../../site/scripts/words.js";

const home = new URL(`${language}/`, root);

/**
 * The address of an event's page in the page's language, or an empty text if it would lead anywhere else.
 *
 * @param {string} path
 */
export function pageOf(path) {
  const address = URL.canParse(path, home) ? new URL(path, home) : null;
  const own = address && /^https?:$/.test(address.protocol) && address.href.startsWith(home.href);
  return own ? address.href : "";
}

/**
 * The address of the form that suggests an event, with its title begun.
 *
 * @param {string} form
 * @param {string} title
 */
export function suggestion(form, title) {
  const address = new URL(form);
  address.searchParams.set("title", title);
  return address.href;
}
