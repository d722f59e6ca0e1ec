// Addresses that are pasted: those of posts and of the pages that events stand on.

const ADDRESS = /^https?:\/\/[^\s/]+\S*$/i;
const POST = /\/(\d{9,})$/;
const WWW = /^www\./;
const LONGEST = 60;

/**
 * The term of an address, or null of any other text. The twin of `address` in timeline/search/index/documents.py.
 *
 * @param {string} query
 */
export function address(query) {
  const text = query.trim();
  if (!ADDRESS.test(text) || !URL.canParse(text)) return null;
  const { hostname, pathname } = new URL(text);
  const path = pathname.replace(/\/+$/, "");
  const number = POST.exec(path);
  const place = number ? `/${number[1]}` : `${hostname.replace(WWW, "")}${path}`;
  return `:${place}`.slice(0, LONGEST);
}
