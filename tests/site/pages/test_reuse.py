"""Take it with you: what the page offers is there, and its examples run as they stand on it."""

import contextlib
import csv
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import HTTPServer, SimpleHTTPRequestHandler
from threading import Thread

import pytest

from tests.built import ADDRESS, Page, Site, text_of
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)


def examples(site: Site, code: LanguageCode) -> dict[str, list[str]]:
    """Return the examples of the page by the heading that they stand below."""
    found: dict[str, list[str]] = {}
    heading = ""
    for element in site.page(code, "data/").main.iter():
        heading = element.get("id", "") if element.tag == "h2" else heading
        if element.tag == "pre":
            found.setdefault(heading, []).append(text_of(element))
    return found


@pytest.fixture(scope="module")
def server(site: Site) -> Iterator[str]:
    """The address of a server that has the built site."""
    handler = partial(_Quiet, directory=str(site.root))
    with HTTPServer(("127.0.0.1", 0), handler) as httpd:
        Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}/"
        httpd.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


def known(site: Site) -> dict[str, list[int]]:
    """Return the known lengths of each company's outages, as the table has them."""
    with (site.root / "data" / "outages.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["status"] != "debunked"]
    companies = dict.fromkeys(row["company"] for row in rows)
    return {one: [int(r["minutes"]) for r in rows if r["company"] == one and r["minutes"]] for one in companies}


@every_language
def test_pandas(site: Site, server: str, code: LanguageCode) -> None:
    """The example for pandas prints, for each company, how many lengths are known, and their sum."""
    example = examples(site, code)["tables"][0].replace(ADDRESS, server)
    done = subprocess.run([sys.executable, "-c", example], capture_output=True, text=True, check=True)
    printed = {line.split()[0]: line.split()[1:3] for line in done.stdout.splitlines()[2:]}
    assert {one: [str(len(lengths)), str(float(sum(lengths)))] for one, lengths in known(site).items()} == printed


@every_language
def test_sqlite(site: Site, code: LanguageCode) -> None:
    """The question to the database is answered with the same numbers."""
    with contextlib.closing(sqlite3.connect(site.root / "data" / "record.sqlite")) as database:
        answered = database.execute(examples(site, code)["tables"][1]).fetchall()
    wanted = {one: (len(lengths), sum(lengths) if lengths else None) for one, lengths in known(site).items()}
    assert wanted == {company: (number, minutes) for company, _, number, minutes in answered}


@every_language
def test_addresses(site: Site, code: LanguageCode) -> None:
    """The addresses to paste into a feed reader, a calendar and a shell are those of files."""
    found = examples(site, code)
    pasted = [found["feeds"][0], found["calendars"][0], found["programs"][0].removeprefix("curl ").strip()]
    assert [f"{ADDRESS}{code}/feed.xml", f"{ADDRESS}{code}/calendars/outages.ics"] == pasted[:2]
    assert [True, True, True] == [site.holds(address) for address in pasted]


@every_language
def test_everything_is_offered(site: Site, code: LanguageCode) -> None:
    """Each table, calendar and main feed has a link on the page, and the page has one at the foot of every page."""
    linked = site.page(code, "data/").linked
    wanted = {path.relative_to(site.root).as_posix() for path in (site.root / "data").iterdir()}
    wanted |= {path.relative_to(site.root).as_posix() for path in (site.root / code / "calendars").iterdir()}
    wanted |= {f"{code}/{name}.{form}" for name in ("feed", "outages", "moves") for form in ("xml", "json")}
    assert set() == wanted - linked
    assert {True} == {_is_linked_below(page) for page in site.pages.values() if page.language == code and page.shape}


def _is_linked_below(page: Page) -> bool:
    links = (link for footer in page.all("footer") for link in footer.iter("a"))
    return any(link.get("href", "").endswith("data/") for link in links)


@every_language
def test_a_phone_subscribes(site: Site, code: LanguageCode) -> None:
    """A calendar's link leads to the same file under the scheme by which phones subscribe."""
    links = [a.get("href", "") for a in site.page(code, "data/").main.iter("a")]
    found = [one for one in links if one.startswith("webcal:")]
    assert 3 == len(found)
    assert {True} == {site.holds(one.replace("webcal:", "https:")) for one in found}
