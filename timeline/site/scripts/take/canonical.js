/** The address at which a page is published, wherever it is read. */
export function canonical() {
  const own = document.querySelector("link[rel=canonical]");
  return own instanceof HTMLLinkElement ? own.href : location.origin + location.pathname;
}
