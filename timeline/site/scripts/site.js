// The light/dark switch and the way to the search; everything else on this site works without script.
import { listen } from "./opener.js";

const root = document.documentElement;
const system = matchMedia("(prefers-color-scheme: dark)");
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

// What the browser's own frame is coloured in, by what the system says; a reader's choice takes the place of both.
const frames = [...document.querySelectorAll("[name=theme-color]")].map((element) => ({
  element,
  own: element.getAttribute("content") ?? "",
  dark: element.getAttribute("media")?.includes("dark") ?? false,
}));
function frame() {
  const chosen = root.dataset.theme && frames.find((one) => one.dark === dark());
  for (const { element, own } of frames) element.setAttribute("content", chosen ? chosen.own : own);
}

const button = document.querySelector(".bar .theme");
if (button) {
  const show = () => {
    button.setAttribute("aria-pressed", String(dark()));
    frame();
  };
  button.addEventListener("click", () => {
    const next = dark() ? "light" : "dark";
    // Back at what the system says: forget the choice, follow the system again.
    const own = (next === "dark") !== system.matches;
    if (own) root.dataset.theme = next;
    else delete root.dataset.theme;
    try {
      if (own) localStorage.setItem("theme", next);
      else localStorage.removeItem("theme");
    } catch {
      // Storage is closed to us: the choice lasts for this page only.
    }
    show();
  });
  system.addEventListener("change", show);
  show();
}

// The page in the other language opens at the same passage.
for (const other of document.querySelectorAll("a.other")) {
  if (!(other instanceof HTMLAnchorElement)) continue;
  const keep = () => (other.hash = location.hash);
  for (const turn of ["focus", "pointerdown", "click"]) other.addEventListener(turn, keep);
}

const search = document.querySelector(".bar .search");
if (search instanceof HTMLElement) listen(search);
