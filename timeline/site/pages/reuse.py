"""Take it with you: what programs, calendars and readers of feeds can have of the record, each with an example."""

from collections.abc import Iterator
from typing import Any

from timeline.language import Language
from timeline.site.data.api.documents import FOLDER as API
from timeline.site.data.calendars import FOLDER as CALENDARS
from timeline.site.data.calendars import NAMES
from timeline.site.data.table_files import DATABASE, FOLDER, TABLES
from timeline.site.parts import scripts
from timeline.site.parts.framing import AXIS, Framing
from timeline.site.parts.html import render
from timeline.site.parts.page import Page
from timeline.site.publication import Publication

PLACE = "data/"
HOME = "../"
ROOT = "../../"

# The feeds that have a page of no subject of their own, and the word for each.
FEEDS = {"feed": "feeds.all", "outages": "feeds.outages", "moves": "feeds.moves"}


def page(publication: Publication, language: Language) -> Page:
    """Return the page in one language."""
    title, description = language.word("reuse.title"), language.word("reuse.description")
    return Page(
        PLACE, "reuse", title, description, lambda: render("reuse.html", language, **_context(publication, language)),
        PLACE, ("take.js",),
    )  # fmt: skip


def _context(publication: Publication, language: Language) -> dict[str, Any]:
    root = publication.root or "https://example.org/"
    return {
        "home": HOME,
        "addressed": bool(publication.url),
        "feeds": [{"name": language.word(key), "path": f"{HOME}{name}"} for name, key in FEEDS.items()],
        "feed": f"{root}{language.code}/feed.xml",
        "calendar": f"{root}{language.code}/{CALENDARS}/{next(iter(NAMES))}.ics",
        "calendars": list(_calendars(publication, language)),
        "tables": [(language.word(f"reuse.tables.{one}"), f"{ROOT}{FOLDER}/{one}.csv") for one in TABLES],
        "files": [(name, f"{ROOT}{FOLDER}/{name}") for name in (DATABASE, "events.jsonl", "datapackage.json")],
        "documents": [(f"{one}.json", f"{ROOT}{API}/{one}.json") for one in ("index", "events", "changes", "openapi")],
        "examples": {name: example.format(root=root) for name, example in EXAMPLES.items()},
        "license": publication.settings.license,
        "embed": Framing(publication, language).line(AXIS, language.word("zoom.axis"), "axis"),
        "keeps": publication.settings.offline,
        "words": scripts.words(language, "take"),
    }


def _calendars(publication: Publication, language: Language) -> Iterator[dict[str, str]]:
    """Yield the calendars, each with the address under which a phone subscribes to it."""
    subscribed = f"webcal:{publication.address(language).partition(':')[2]}"
    for name, key in NAMES.items():
        path = f"{CALENDARS}/{name}.ics"
        yield {"name": language.word(key), "path": f"{HOME}{path}", "subscribe": f"{subscribed}{path}"}


# What a test runs as it stands here, against the built site.
EXAMPLES = {
    "shell": """\
curl {root}api/v1/statistics.json
""",
    "pandas": """\
import pandas

outages = pandas.read_csv("{root}data/outages.csv", parse_dates=["started", "resolved"])
outages = outages[outages["status"] != "debunked"]
print(outages.groupby("company")["minutes"].agg(["count", "sum", "median"]))
""",
    "sqlite": """\
SELECT company, count(*) AS outages, count(minutes) AS of_known_length, sum(minutes) AS minutes
FROM outages
WHERE status <> 'debunked'
GROUP BY company;
""",
}
