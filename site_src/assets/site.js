// The light/dark switch; everything else on this site works without script.
const root = document.documentElement;
const button = document.querySelector(".bar .theme");
const system = matchMedia("(prefers-color-scheme: dark)");
const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);

if (button) {
  const show = () => button.setAttribute("aria-pressed", String(dark()));
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
  button.hidden = false;
}
