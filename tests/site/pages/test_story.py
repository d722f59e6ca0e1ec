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
    return [item for item in page.main.iter("li") if "step" in item.get("class", "").split()]


def minute(event: File) -> datetime | None:
    """Return when an event began, if it is known to the minute; in the record such times are in UTC."""
    started = event["when"]["started"].rstrip("~?%")
    return datetime.fromisoformat(started) if "T" in started else None


def part(step: ET.Element, *classes: str) -> ET.Element | None:
    """Return the first element in a step that has one of some classes."""
    return next((one for one in step.iter() if set(classes) & set(one.get("class", "").split())), None)


def spoken(event: File) -> list[File]:
    """Return the words that a story tells an event by: two at most, of its maker or else of whom it quotes."""
    if "move" not in event or event["status"] == "debunked":
        return []
    quotes = event.get("quotes", [])
    made = [quote for quote in quotes if quote["speaker"] in event["move"]["by"]] or quotes
    return [quote for quote in made if quote["speaker"] == made[0]["speaker"]][:2]


@every_language
def test_page_of_a_story(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """A story's page has its title, teaser and introduction, and leads to each of its events once, in order."""
    for one, file in stories.items():
        page = site.page(code, f"stories/{one}/")
        assert file["title"][code] == plain(page.first("h1"))
        told = [file[key][code] for key in ("teaser", "introduction") if key in file]
        assert [] == [text for text in told if text not in plain(page.main)]
        moved = site.chronicle.moved
        assert [moved.get(event, event) for event in file["events"]] == targets(page, page.main, "events")


@every_language
def test_chapters(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """Each chapter has its heading and its text, and then the events from its first to the one before the next."""
    for one, file in stories.items():
        page, chapters = site.page(code, f"stories/{one}/"), file.get("chapters", [])
        sections = [section for section in page.main.iter("section") if section.get("class") == "chapter"]
        assert max(1, len(chapters)) == len(sections), one
        edges = [file["events"].index(chapter["begins"]) for chapter in chapters] or [0]
        for section, chapter, (first, end) in zip(
            sections, chapters, pairwise([*edges, len(file["events"])]), strict=False
        ):
            text = plain(section)
            assert -1 < text.find(chapter["title"][code]) < text.find(chapter["text"][code]), one
            assert len(file["events"][first:end]) == len([li for li in section.iter("li") if li.get("id")])


@every_language
def test_steps(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """Words are told letter for letter, the original with its translation; what has none by its headline."""
    for one, file in stories.items():
        for step, event in zip(
            steps(site.page(code, f"stories/{one}/")), map(by_any_id.get, file["events"]), strict=True
        ):
            assert event is not None
            told = [quote["text"] for quote in spoken(event)]
            told += [quote["translation"][code] for quote in spoken(event) if code in quote.get("translation", {})]
            said = [plain(words)[1:-1].strip() for words in step.iter("blockquote")]
            assert sorted(told) == sorted(said), one
            assert event["title"][code] in plain(step), one


@every_language
def test_debunked_steps(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """A step that was shown to be false says so before all else, and no other step does."""
    word = language(code).word("status.debunked.name")
    for one, file in stories.items():
        wanted = [by_any_id[event]["status"] == "debunked" for event in file["events"]]
        told = [part(step, "fake", "voice", "told") for step in steps(site.page(code, f"stories/{one}/"))]
        assert wanted == [told is not None and plain(told).startswith(word) for told in told], one


@every_language
def test_outages(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """An outage is drawn as long as it was, or dashed, on its company's line; nothing else is."""
    for one, file in stories.items():
        drawn = [part(step, "strip-band") for step in steps(site.page(code, f"stories/{one}/"))]
        outages = ["outage" in by_any_id[event] for event in file["events"]]
        assert outages == [band is not None for band in drawn], one
        known = ["resolved" in by_any_id[event]["when"] for event in file["events"] if "outage" in by_any_id[event]]
        assert known == [part(band, "solid", "striped") is not None for band in drawn if band is not None], one


@every_language
def test_distances(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """A step says how long after the one before it came: where both minutes are known in them, else in days."""
    for one, file in stories.items():
        moments = [by_any_id[event]["when"]["started"] for event in file["events"]]
        days = [moment[:10].rstrip("~?%") if len(moment) > 9 else "" for moment in moments]
        minutes = [minute(by_any_id[event]) for event in file["events"]]
        wanted = [
            bool(first and second and first < second) or bool(a and b and a < b)
            for (a, b), (first, second) in zip(pairwise(days), pairwise(minutes), strict=True)
        ]
        told = [part(step, "later") for step in steps(site.page(code, f"stories/{one}/"))]
        assert [False, *wanted] == [one is not None for one in told], one


def test_distances_of_nine_april(site: Site) -> None:
    """The spokeswoman spoke some 52 minutes after the start; Vance’s line came about 14 minutes after Quill’s."""
    waits = {"en": ("about 52 minutes later", "about 14 minutes later"), "ar": ("بعد نحو 52 دقيقة", "بعد نحو 14 دقيقة")}
    for code, words in waits.items():
        text = plain(site.page(code, "stories/nine-april-2024/").main)
        assert [] == [word for word in words if word not in text]


def test_distances_of_the_race(site: Site) -> None:
    """Two days, more than a month and the same day are told as people tell them, in both languages."""
    for code, words in (("en", ["2 days later", "36 days later"]), ("ar", ["بعد يومين", "بعد 36 يومًا"])):
        told = [part(step, "later") for step in steps(site.page(code, "stories/rowing-race/"))]
        texts = [plain(one) if one is not None else "" for one in told]
        assert (words, "") == ([texts[2], texts[4]], texts[5])


@every_language
def test_counters(site: Site, code: LanguageCode) -> None:
    """What the race counts stands at each step and at the head: the days since the dare, and the races rowed."""
    page = site.page(code, "stories/rowing-race/")
    days, races = [0, 0, 2, 26, 62, 62, 144, 728], [0, 0, 0, 0, 0, 0, 0, 1]
    wanted = [f"{one}|{other}" for one, other in zip(days, races, strict=True)]
    assert wanted == [step.get("data-counts") for step in steps(page)]
    heads = [plain(one) for one in page.first("dl", class_="counters").iter("dd")]
    assert ["728", "1"] == heads


@every_language
def test_list_of_stories(site: Site, stories: dict[str, File], by_any_id: dict[str, File], code: LanguageCode) -> None:
    """The list has every story once: title, teaser, picture, number of entries, years, and how long it is to read."""
    page, own = site.page(code, "stories/"), language(code)
    items = [(targets(page, item, "stories")[:1], item) for item in page.main.iter("li")]
    assert sorted([one] for one in stories) == sorted(found for found, _ in items)
    for (one,), item in items:
        file = stories[one]
        years = sorted(by_any_id[event]["when"]["started"][:4] for event in file["events"])
        wanted = [file["title"][code], own.counted("count.entries", len(file["events"]))]
        opening = file["teaser" if "teaser" in file else "introduction"][code]
        assert any(opening.startswith(plain(text)) for text in item.iter("p")), one
        assert [] == [words for words in (*wanted, years[0], years[-1]) if words not in plain(item)], one
        assert part(item, "strip-level") is not None
        assert own.counted("stories.minutes", 1) in plain(item)


def test_begin_with_one_story(site: Site, stories: dict[str, File]) -> None:
    """The story to begin with, and no other, says so and comes first."""
    marked = [one for one, file in stories.items() if file.get("start_here") == "true"]
    for code in LANGUAGES:
        page = site.page(code, "stories/")
        items = list(page.main.iter("li"))
        first = [targets(page, item, "stories")[0] for item in items if item.get("class") == "first"]
        assert marked == first == [targets(page, items[0], "stories")[0]]


@every_language
def test_within_a_story(site: Site, stories: dict[str, File], code: LanguageCode) -> None:
    """From the first event of a story one comes to each of its events in order, and by the other way back."""
    for one, file in stories.items():
        ids = [site.chronicle.moved.get(event, event) for event in file["events"]]
        for place, event in enumerate(ids):
            pager = site.event(code, event).first("nav", id=f"in-{one}")
            ways = {a.get("rel"): a.get("href") for a in pager.iter("a") if a.get("rel")}
            near = {"prev": place - 1, "next": place + 1}
            wanted = {way: f"../../events/{ids[n]}/#in-{one}" for way, n in near.items() if 0 <= n < len(ids)}
            assert wanted == ways, event


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
