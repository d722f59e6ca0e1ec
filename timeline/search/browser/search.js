// The search, as the rest of the site asks for it: one file, with all that the page itself needs of it.
import { begin } from "./box.js";
import { matches, warm } from "./client.js";

export { begin, matches, warm };
