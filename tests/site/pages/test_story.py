"""A story's page tells its events in order, in both languages; files are read here by a plain YAML loader."""

from datetime import datetime
from itertools import pairwise
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest

from tests.built import Page, Site, below, name_of, text_of
from tests.plain import File
from timeline.language import language
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


def plain(element: ET.Element) -> str:
    """Return all text in an element, with even white space."""
    return " ".join(text_of(element).split())


def targets(page: Page, element: ET.Element, folder: str) -> list[str]:
    """List the pages of a folder that an element links, in the order of the links."""
    linked = (below(urljoin(page.address, a.get("href", ""))).split("/") for a in element.iter("a"))
    return [parts[2] for parts in linked if parts[1] == folder and parts[2]]


def led_to(page: Page, way: str) -> list[str]:
    """List the stories to which a page's links of one relation lead."""
    addresses = (urljoin(page.address, a.get("href", "")) for a in page.all("a", rel=way))
    return [below(address).split("/")[2] for address in addresses]


def steps(page: Page) -> list[ET.Element]:
    """Return the steps of a story, in order."""
    return list(page.main.iter("li"))


def minute(event: File) -> datetime | None:
    """Return when an event began, if it is known to the minute; in the record such times are in UTC."""
    started = event["when"]["started"].rstrip("~?%")
    return datetime.fromisoformat(started) if "T" in started else None


@every_language
def test_page_of_a_story(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """A story's page has its title and its introduction, and leads to its events in the order of its file."""
    for one, file in stories.items():
        page = site.page(code, f"stories/{one}/")
        assert file["title"][code] == plain(page.first("h1"))
        assert file["introduction"][code] in plain(page.main)
        moved = site.chronicle.moved
        assert [moved.get(event, event) for event in file["events"]] == targets(page, page.main, "events")


@every_language
def test_steps(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """Each step of a story says what happened: its headline and then its summary."""
    for one, file in stories.items():
        said = [plain(step) for step in steps(site.page(code, f"stories/{one}/"))]
        told = [(by_any_id[event]["title"][code], by_any_id[event]["summary"][code]) for event in file["events"]]
        places = [(text.find(title), text.find(summary)) for text, (title, summary) in zip(said, told, strict=True)]
        assert [] == [place for place in places if not 0 <= place[0] < place[1]], one


@every_language
def test_debunked_steps(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """A step that was shown to be false says so before all else, and no other step does."""
    word = language(code).word("status.debunked.name")
    for one, file in stories.items():
        wanted = [by_any_id[event]["status"] == "debunked" for event in file["events"]]
        assert wanted == [plain(step).startswith(word) for step in steps(site.page(code, f"stories/{one}/"))], one


@every_language
def test_waits(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """A step says how long after the one before it came, where both minutes are known, and only there."""
    before, after = language(code).word("duration.later").split("{length}")
    for one, file in stories.items():
        minutes = [minute(by_any_id[event]) for event in file["events"]]
        wanted = [bool(first and second and first < second) for first, second in pairwise(minutes)]
        moments = [step.find(".//p[@class='small moment']/span") for step in steps(site.page(code, f"stories/{one}/"))]
        assert wanted == [moment is not None for moment in moments[1:]], one
        waits = [plain(moment) for moment in moments if moment is not None]
        assert [] == [wait for wait in waits if not (wait.startswith(before) and wait.endswith(after))], one


def test_waits_of_nine_april(site: Site) -> None:
    """The spokeswoman spoke some 52 minutes after the start; Vance’s line came about 14 minutes after Quill’s."""
    waits = {"en": ("about 52 min later", "about 14 min later"), "ar": ("بعد نحو 52 دقيقة", "بعد نحو 14 دقيقة")}
    for code, words in waits.items():
        text = plain(site.page(code, "stories/nine-april-2024/").main)
        assert [] == [word for word in words if word not in text]


@every_language
def test_list_of_stories(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """The list has every story once: title, how it opens, the number of entries, the first and the last year."""
    page, own = site.page(code, "stories/"), language(code)
    items = [(targets(page, item, "stories"), item) for item in page.main.iter("li")]
    assert sorted([one] for one in stories) == sorted(found for found, _ in items)
    for (one,), item in items:
        file = stories[one]
        years = sorted(by_any_id[event]["when"]["started"][:4] for event in file["events"])
        wanted = [file["title"][code], years[0], years[-1], own.counted("count.entries", len(file["events"]))]
        assert [] == [words for words in wanted if words not in plain(item)], one
        assert any(file["introduction"][code].startswith(plain(paragraph)) for paragraph in item.iter("p")), one


@every_language
def test_from_events_to_stories(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """An event's page leads to the stories that it belongs to, and to no others."""
    for entry in site.chronicle.entries:
        ids = {entry.id, *entry.event.aliases}
        wanted = {one for one, file in stories.items() if ids & set(file["events"])}
        page = site.event(code, entry)
        assert wanted == set(targets(page, page.main, "stories")), entry.id


@every_language
def test_from_story_to_story(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """Whoever goes on from the first story to the next comes to all of them, and the same way back."""
    ways: dict[str, dict[str, str]] = {"next": {}, "prev": {}}
    for one in stories:
        page = site.page(code, f"stories/{one}/")
        for way, found in ways.items():
            found.update((one, other) for other in led_to(page, way))
    assert ways["next"] == {before: after for after, before in ways["prev"].items()}
    walked = [one for one in stories if one not in ways["prev"]]
    while walked[-1] in ways["next"]:
        walked.append(ways["next"][walked[-1]])
    assert sorted(stories) == sorted(walked)


@every_language
def test_place_in_the_navigation(site: Site, code: LanguageCode) -> None:
    """The list of stories stands in the navigation, next to the timeline."""
    page, own = site.page(code, ""), language(code)
    found = {
        plain(a): urljoin(page.address, a.get("href", "")) for a in next(page.first("header").iter("nav")).iter("a")
    }
    names = list(found)
    assert 1 == names.index(own.word("places.stories")) - names.index(own.word("places.timeline"))
    assert f"{code}/stories/" == below(found[own.word("places.stories")])


def axis(page: Page, size: str = "strip-w") -> ET.Element:
    """Return one drawing of the small axis of a story."""
    return next(svg for svg in page.main.iter() if size in svg.get("class", "").split())


def places(svg: ET.Element) -> dict[str, float]:
    """Return the x at which each mark begins, by the step that it leads to; outages have a width and are left out."""
    paths = {
        a.get("href", ""): [p for p in a.iter("path") if p.get("class") not in (None, "stretch")] for a in links(svg)
    }
    marks = {href: found[0].get("d", "") for href, found in paths.items() if found}
    return {href: float(path[1:].split()[0]) for href, path in marks.items() if "h" not in path and "v" not in path}


def links(svg: ET.Element) -> list[ET.Element]:
    """Return the links of a drawing."""
    return [element for element in svg.iter() if name_of(element) == "a"]


def number_of(link: ET.Element) -> int:
    """Return how many entries a mark of the axis stands for."""
    written = [text_of(text) for text in link if name_of(text) == "text"]
    return int(written[0]) if written else 1


@every_language
def test_axis_of_a_story(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """Above each story stands its axis, thrice, with a mark for every entry or a number for many."""
    for one, file in stories.items():
        page = site.page(code, f"stories/{one}/")
        for size in ("strip-w", "strip-m", "strip-n"):
            marks = links(axis(page, size))
            assert len(file["events"]) == sum(number_of(link) for link in marks), (one, size)
            assert [] == [link.get("href") for link in marks if link.get("href", "")[1:] not in page.ids], one
            assert {"-1"} == {link.get("tabindex") for link in marks}
        assert "true" == axis(page).get("aria-hidden")


def test_axis_is_mirrored(site: Site, stories: dict[str, File]) -> None:
    """What stands on the left in English stands as far from the right in Arabic, in every story."""
    for one in stories:
        english, arabic = (places(axis(site.page(code, f"stories/{one}/"))) for code in ("en", "ar"))
        width = float(axis(site.page("en", f"stories/{one}/")).get("width", ""))
        assert english.keys() == arabic.keys()
        assert [] == [href for href, x in english.items() if abs(x + arabic[href] - width) > 24], one


def test_axis_in_order(site: Site, stories: dict[str, File], by_any_id: dict[str, File]) -> None:
    """Entries of different days stand on the axis in the order of time."""
    for one in stories:
        found = places(axis(site.page("en", f"stories/{one}/")))
        dated = [(by_any_id[href[1:]]["when"]["started"].rstrip("~?%"), x) for href, x in found.items()]
        days = sorted((day, x) for day, x in dated if len(day) == len("2024-03-05"))
        assert [] == [(a, b) for a, b in pairwise(days) if a[0] < b[0] and a[1] > b[1] + 14], one
