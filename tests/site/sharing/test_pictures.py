"""The pictures that show where a link is shared: each page has one, it is small, and nothing in it is cut."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from tests import direct, hostile
from tests.built import ADDRESS, Site
from timeline.chronicle.chronicle import Chronicle
from timeline.language import language
from timeline.site.sharing.pictures import Picture, Pictures, Press
from timeline.site.sharing.sheet import HEIGHT, WIDTH
from timeline.site.sharing.typesetting import FAMILIES, width
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

MOST_BYTES = 60 * 1024
SVG = "{http://www.w3.org/2000/svg}"
NAMES = {family: name for name, family in FAMILIES.items()}


def pictures(chronicle: Chronicle, code: LanguageCode) -> Iterator[Picture]:
    """Yield every picture of a record's pages in a language."""
    made = direct.site(chronicle)
    yield from Pictures(made.publication, language(code)).all(made.pages[code])


@dataclass(frozen=True)
class Line:
    """A line of text in a picture: its words, and from where to where it goes."""

    text: str
    left: float
    right: float
    y: float
    size: float


def lines(picture: Picture) -> list[Line]:
    """Return the lines of text in a picture; what is turned is left out."""
    root = ET.fromstring(picture.draw().svg())
    return [_line(element) for element in root.iterfind(f"{SVG}text")]


def _line(element: ET.Element) -> Line:
    words = (element.text or "").strip("\u202b\u202c")
    x, size = float(element.get("x", "0")), float(element.get("font-size", "0"))
    wide = width(words, NAMES[element.get("font-family", "")], size)
    left = {"start": x, "middle": x - wide / 2, "end": x - wide}[element.get("text-anchor", "")]
    return Line(words, left, left + wide, float(element.get("y", "0")), size)


def meta(html: str, name: str) -> list[str]:
    """Return the contents of a page's meta elements of a name."""
    return re.findall(f'<meta (?:property|name)="{name}" content="([^"]*)">', html)


def test_every_page_shows_one(site: Site) -> None:
    """Every page that can be shared names a picture that is there, with its size and what it says."""
    for page in site.pages.values():
        if page.shape == "moved" or page.path.endswith(".html"):
            continue
        (address,), (alt,) = meta(page.html, "og:image"), meta(page.html, "og:image:alt")
        assert address.startswith(ADDRESS)
        assert site.holds(address)
        assert (["1200"], ["630"]) == (meta(page.html, "og:image:width"), meta(page.html, "og:image:height"))
        assert ["summary_large_image"] == meta(page.html, "twitter:card")
        assert alt
    own = {meta(page.html, "og:image")[0] for page in site.pages.values() if page.shape in ("event", "story")}
    assert len(own) == sum(page.shape in ("event", "story") for page in site.pages.values())


def test_size_and_weight(site: Site) -> None:
    """Each picture is a PNG of 1200 by 630 with more than a ground on it, and takes 60 KB at most."""
    files = sorted(site.root.rglob("share.png"))
    assert len(site.chronicle.entries) * len(LANGUAGES) < len(files)
    for file in files:
        content = file.read_bytes()
        with Image.open(io.BytesIO(content)) as picture:
            assert ("PNG", (WIDTH, HEIGHT)) == (picture.format, picture.size)
            assert len(picture.convert("RGB").getcolors(1 << 16) or ()) > 8
        assert len(content) <= MOST_BYTES, file


@every_language
def test_nothing_is_cut(chronicle: Chronicle, code: LanguageCode) -> None:
    """Every line of every picture lies within it, off its edges, in type that can be read."""
    for picture in pictures(chronicle, code):
        for line in lines(picture):
            assert 15 <= line.left < line.right <= WIDTH - 15, (picture.path, line)
            assert line.size * 0.6 <= line.y <= HEIGHT - 15, (picture.path, line)
            assert line.size >= 24, (picture.path, line)


@every_language
def test_no_line_on_another(chronicle: Chronicle, code: LanguageCode) -> None:
    """No line of text lies on another one."""
    for picture in pictures(chronicle, code):
        found = lines(picture)
        for at, one in enumerate(found):
            for other in found[at + 1 :]:
                beside = one.right <= other.left + 2 or other.right <= one.left + 2
                apart = abs(one.y - other.y) >= min(one.size, other.size) * 0.75
                assert beside or apart, (picture.path, one, other)


@every_language
def test_words_are_whole(chronicle: Chronicle, code: LanguageCode) -> None:
    """What was said first stands in the picture word for word, and beside a translation its original."""
    by_path = {picture.path: picture for picture in pictures(chronicle, code)}
    for entry in chronicle.entries:
        event = entry.event
        if event.quotes and not event.outage and not event.is_debunked:
            shown = " ".join(line.text for line in lines(by_path[f"events/{entry.id}/share.png"]))
            quote = event.quotes[0]
            for text in {quote.text, quote.translation.get(code, quote.text)}:
                plain = [word for word in text.split() if word.isascii() or not hostile_signs(word)]
                assert " ".join(plain) in shown or all(word in shown for word in plain), (entry.id, shown)


def hostile_signs(word: str) -> bool:
    """Say whether a word has signs that pictures draw in another form, as shades of faces."""
    return any(ord(sign) > 0x2FFF or 0xFE00 <= ord(sign) <= 0xFE0F for sign in word)


@every_language
def test_what_it_says(chronicle: Chronicle, code: LanguageCode) -> None:
    """The words for who cannot see a picture say what is in it; of a false claim the verdict comes first."""
    by_path = {picture.path: picture for picture in pictures(chronicle, code)}
    own = language(code)
    for entry in chronicle.entries:
        alt, event = by_path[f"events/{entry.id}/share.png"].alt, entry.event
        if event.is_debunked:
            verdict = own.word("share.never" if event.misattributed else "status.debunked.name")
            assert alt.lower().startswith(verdict.lower())
        elif event.outage:
            duration = event.when.duration
            assert (own.duration(duration) if duration else own.word("event.length_unknown")) in alt
        elif event.quotes:
            quote = event.quotes[0]
            assert quote.translation.get(code, quote.text) in alt
        else:
            assert event.title.in_language(code) in alt


@every_language
def test_longest_words(code: LanguageCode) -> None:
    """The longest quotation that the check takes fits, and so does one of a single long word in the other script."""
    words = " ".join(["extraordinarily"] * hostile.MOST_WORDS)
    arabic = " ".join(["والاستثنائيون"] * hostile.MOST_WORDS)
    event = hostile.titled("plain") | {
        "quotes": [
            {
                "id": "long", "speaker": "ann-example", "on": "betanet", "lang": "fr", "text": words,
                "translation": {"ar": arabic, "en": words}, "source": "a",
            }
        ]
    }  # fmt: skip
    chronicle = direct.chronicle_of({"2024-03-05-long": event})
    (picture,) = (one for one in pictures(chronicle, code) if "2024-03-05-long" in one.path)
    assert {True} == {15 <= line.left < line.right <= WIDTH - 15 and line.y <= HEIGHT - 15 for line in lines(picture)}
    assert 60 * 1024 >= len(Press().png(picture.draw().svg()))


@every_language
def test_hostile_words(code: LanguageCode) -> None:
    """No text breaks out of a picture: each is drawn, whatever is in it."""
    texts = [text for text in hostile.fit(hostile.own()) if len(text.split()) <= hostile.MOST_WORDS]
    titled = {f"2024-03-05-t{n}": hostile.titled(one) for n, one in enumerate(texts)}
    for picture in pictures(direct.chronicle_of(titled), code):
        root = ET.fromstring(picture.draw().svg())
        assert {"svg", "path", "text", "g"} >= {element.tag.removeprefix(SVG) for element in root.iter()}
        assert {"path", "text"} <= {element.tag.removeprefix(SVG) for element in root}
