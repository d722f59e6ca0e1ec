// The clocks of a page without any program of its own for them.
import { follow } from "./zone.js";

follow();
