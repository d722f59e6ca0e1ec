// A page at a former address leads on to the same passage of the page that it has become.
import { find } from "./dom.js";

const now = new URL(find(document, "main a", HTMLAnchorElement).href);
now.hash = location.hash;
location.replace(now);
