// An entry for whoever wants to check one: each press gives another of the weakest, which the page carries as templates.
import { element, find, findAll } from "./dom.js";

const section = find(document, ".offers");
const given = element("div", { "aria-live": "polite" });
const first = find(section, ".offer");
first.replaceWith(given);
const offers = [
  first,
  ...findAll(section, "template", HTMLTemplateElement).map(({ content }) => find(content, ".offer")),
];
given.append(first);

// Helpers who come at the same time begin at different ones.
let next = Math.floor(Math.random() * offers.length);

const link = find(section, "a.button", HTMLAnchorElement);
const button = element("button", { class: "button", type: "button" }, link.textContent ?? "");
button.addEventListener("click", () => {
  if (given.contains(offers[next])) next = (next + 1) % offers.length;
  given.replaceChildren(offers[next]);
  next = (next + 1) % offers.length;
});
link.replaceWith(button);
