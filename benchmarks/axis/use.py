"""What a reader does first: press a mark. It is pressed again and again from the start, until something answers."""

from dataclasses import dataclass

from playwright.sync_api import Browser, Page

WINDOW = {"width": 1280, "height": 900}
PATIENCE = 3000
BREATH = 4

# A mark has answered when the page of its entry is about to open, or when the timeline shows it as chosen.
_WATCH = """
  const answered = () => { window.answeredAt ??= performance.now(); };
  navigation.addEventListener("navigate", event => {
    if (event.destination.url.includes("/events/") && event.cancelable) { event.preventDefault(); answered(); }
  });
  new MutationObserver(() => document.querySelector(".vis-selected") && answered())
    .observe(document, { subtree: true, attributes: true, attributeFilter: ["class"] });
"""
_FIND = """selector => {
  for (const mark of document.querySelectorAll(selector)) {
    const box = mark.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (box.width && y < innerHeight && mark.contains(document.elementFromPoint(x, y))) return [x, y];
  }
  return null;
}"""
_ANSWERED = "window.answeredAt ?? null"


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: its name, where its page is, its marks, its outermost element, and what shows it closer."""

    name: str
    path: str
    marks: str
    outer: str
    nearer: str = ""


AXIS = Subject("the axis", "en/", ".axis a[href*='events/']", ".axis", "[data-level=year]")
VIS = Subject("vis-timeline", "theirs/", ".vis-item", ".vis-timeline")


@dataclass(frozen=True, slots=True)
class Use:
    """One visit: milliseconds from the page's beginning to the first answer, and numbers of elements."""

    first: float
    elements: int
    closer: int


def measure(browser: Browser, address: str, subject: Subject) -> Use:
    """Visit a page in a new window and press a mark until it answers."""
    context = browser.new_context(viewport={"width": WINDOW["width"], "height": WINDOW["height"]})
    try:
        context.add_init_script(_WATCH)
        page = context.new_page()
        page.goto(address + subject.path, wait_until="commit")
        first = _first_answer(page, subject)
        page.wait_for_load_state("networkidle")
        elements = _elements(page, subject)
        return Use(first, elements, _closer(page, subject))
    finally:
        context.close()


def _first_answer(page: Page, subject: Subject) -> float:
    for _ in range(PATIENCE):
        place: list[float] | None = page.evaluate(_FIND, subject.marks)
        if place:
            page.mouse.click(*place)
        answer: float | None = page.evaluate(_ANSWERED)
        if answer is not None:
            return answer
        page.wait_for_timeout(BREATH)
    raise SystemExit(f"{subject.name} did not answer.")


def _elements(page: Page, subject: Subject) -> int:
    found: int = page.evaluate("outer => document.querySelectorAll(`${outer}, ${outer} *`).length", subject.outer)
    return found


def _closer(page: Page, subject: Subject) -> int:
    """Count the elements when a year is shown, where a button does that."""
    if not subject.nearer:
        return 0
    page.locator(subject.nearer).click()
    page.locator(f"{subject.outer} .closer a").first.wait_for()
    return _elements(page, subject)
