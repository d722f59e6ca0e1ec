// Elements of the page: found, with their types, and made.

/**
 * The first element that a selector finds; without it the page is not the one that a script was written for.
 *
 * @template {Element} [Type=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => Type} type
 * @returns {Type}
 */
export function find(within, selector, type = /** @type {any} */ (HTMLElement)) {
  const found = within.querySelector(selector);
  if (found instanceof type) return found;
  throw new TypeError(`No ${type.name} is ${selector}`);
}

/**
 * All elements that a selector finds, as far as they are of a type.
 *
 * @template {Element} [Type=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {new () => Type} type
 * @returns {Type[]}
 */
export function findAll(within, selector, type = /** @type {any} */ (HTMLElement)) {
  return [...within.querySelectorAll(selector)].flatMap((found) => (found instanceof type ? [found] : []));
}

/**
 * The element of a type that an event happened in, if it is within one that a selector fits.
 *
 * @template {Element} [Type=HTMLElement]
 * @param {Event} event
 * @param {string} selector
 * @param {new () => Type} type
 * @returns {Type | null}
 */
export function closest({ target }, selector, type = /** @type {any} */ (HTMLElement)) {
  const found = target instanceof Element ? target.closest(selector) : null;
  return found instanceof type ? found : null;
}

/**
 * Make an element.
 *
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {(string | Node)[]} inside
 */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

/**
 * Set apart every second run of a text, which is written against the direction of the page.
 *
 * @param {string} run
 * @param {number} place
 */
export function isolated(run, place) {
  return place % 2 ? element("bdi", { dir: document.documentElement.dir === "rtl" ? "ltr" : "rtl" }, run) : run;
}
