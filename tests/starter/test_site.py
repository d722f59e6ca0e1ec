"""The site of the record to begin with has nothing of this repository's record in any file of it."""

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.built import PACKAGE, ROOT, built
from tests.command import run
from timeline.record.vocabulary import Vocabulary, load_vocabulary

# What only looks like a name of the record: an element of HTML, a key of the keyboard, a word of JavaScript.
_OTHER_META = re.compile(r"<meta\b|\bMeta\+K\b|\bimport\.meta\b")

# What of a file that is no text, such as a font, can be read at all: shorter words come about by chance.
_READABLE = re.compile(rb"[A-Za-z]{5,}")

# Jordan is a country too.
_ALSO_WORDS = {"Jordan"}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a record was begun and its site built; no warning counts as sound."""
    folder = tmp_path_factory.mktemp("begun")
    run("init", folder)
    built(folder, folder / "site", "--strict")
    return folder


@pytest.fixture(scope="module")
def texts(record: Path) -> dict[str, str]:
    """What every file of the site says, fonts and all, by its path."""
    files = sorted(path for path in (record / "site").rglob("*") if path.is_file())
    return {path.relative_to(record / "site").as_posix(): readable(path.read_bytes()) for path in files}


def readable(content: bytes) -> str:
    """Return what can be read in a file, without what only looks like a name."""
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = b" ".join(_READABLE.findall(content)).decode()
    return _OTHER_META.sub("", text)


def spellings(vocabulary: Vocabulary) -> set[str]:
    """Return all that those whom the record is about, and what belongs to them, are called by: ids too."""
    concerned = [*vocabulary.companies.items(), *vocabulary.people.items()]
    concerned += [(key, platform) for key, platform in vocabulary.platforms.items() if platform.company]
    return {name for key, one in concerned for name in (key, one.name.ar, one.name.en, *one.aliases)}


def test_no_name(texts: dict[str, str]) -> None:
    """No file has the name, a spelling or the id of a company, person or platform of this repository's record."""
    names = spellings(load_vocabulary(ROOT / "events")[0]) - _ALSO_WORDS
    # What the search of any record knows as names of other things, so that it does not take them for slips.
    names -= set(json.loads((PACKAGE / "search" / "others.json").read_text("utf-8")))
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w-])")
    found = {(path, name) for path, text in texts.items() for name in pattern.findall(text) if len(name) > 1}
    assert {"Meta", "ماسك", "facebook"} <= names
    assert set() == found


def test_no_letter_for_a_name(texts: dict[str, str]) -> None:
    """No page speaks of a company of one letter, and no style or page has a class or a colour by a company's id."""
    pages = "".join(text for path, text in texts.items() if path.endswith(".html"))
    styles = "".join(text for path, text in texts.items() if path.endswith((".css", ".svg")))
    assert [] == re.findall(r"(?<![\w-])X(?![\w-])", re.sub(r"<[^>]*>", "", pages))
    assert [] == re.findall(r'class="(?:[^"]* )?(?:meta|x)[ "]', pages)
    assert [] == re.findall(r"(?:\.|--)(?:meta|x)\b", styles)


def test_no_word_of_its_own(texts: dict[str, str]) -> None:
    """No file has this site's name, its address, its texts or the colours of its sides."""
    own = yaml.safe_load((ROOT / "mkdocs.yml").read_text("utf-8"))["plugins"][0]["timeline"]["site"]
    said = [*own["name"].values(), *own["description"].values(), *own["disclaimer"].values(), own["repository"]]
    said += [text for words in (own["headline"], own["lead_kicker"], *own["lost"].values()) for text in words.values()]
    said += [colour for both in own["colours"].values() for colour in both.values()]
    programs = {path: text for path, text in texts.items() if not path.endswith("404.html")}
    assert said
    assert [] == [(path, text) for path, whole in programs.items() for text in said if text.lower() in whole.lower()]


def test_marks_stand_in_time(texts: dict[str, str]) -> None:
    """On the axis of one year a jab stands at the outage that it answers, for columns are as fine as marks allow."""
    axis = re.search(r"<svg[^>]*axis-wide.*?</svg>", texts["en/index.html"], re.DOTALL)
    marks = re.findall(r'href="events/([\w-]+)/".*?d="M([\d.]+)', axis.group() if axis else "", re.DOTALL)
    places = {event: float(x) for event, x in marks}
    away = places["2025-03-09-marlow-samovar-is-hot"] - places["2025-03-09-teapot-chat-outage"]
    assert abs(away) <= 1112 / 48


def test_name_at_the_head(texts: dict[str, str]) -> None:
    """The home page has the bare name at its head, for no site’s name is a quotation unless it says so."""
    heads = [re.findall(r"<h1>(.*)</h1>", texts[f"{language}/index.html"]) for language in ("ar", "en")]
    assert [["نقطة الغليان"], ["Boiling point"]] == heads


def test_its_own_names(texts: dict[str, str]) -> None:
    """The home pages show the invented companies and the site's own name, each in its language."""
    assert [True] * 3 == [name in texts["en/index.html"] for name in ("Teapot", "Samovar", "Boiling point")]
    assert [True] * 3 == [name in texts["ar/index.html"] for name in ("إبريق", "سماور", "نقطة الغليان")]
