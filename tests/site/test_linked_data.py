"""What pages say of themselves to machines is read back by others' programs, and is schema.org's own vocabulary."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from extruct.jsonld import JsonLdExtractor

from tests import direct, hostile
from tests.built import ADDRESS, ROOT, Page, Site
from timeline.chronicle.chronicle import Chronicle
from timeline.values.bilingual import LANGUAGES, LanguageCode

every_language = pytest.mark.parametrize("code", LANGUAGES)

TYPES = ROOT / "node_modules" / "schema-dts"
COMPILER = ROOT / "node_modules" / "typescript" / "bin" / "tsc"

Node = dict[str, Any]


def graph(html: str) -> list[Node]:
    """Extract what a page says of itself, as a crawler does."""
    documents: list[Node] = JsonLdExtractor().extract(html)
    assert ["https://schema.org"] * len(documents) == [one["@context"] for one in documents]
    return [node for one in documents for node in one["@graph"]]


def of_type(html: str, name: str) -> list[Node]:
    """Return the nodes of a type on a page."""
    return [node for node in graph(html) if node["@type"] == name]


def described(site: Site, code: str) -> Iterator[Page]:
    """Yield the pages of a language that say what they are."""
    return (page for page in site.pages.values() if page.language == code)


@every_language
def test_breadcrumbs(site: Site, code: LanguageCode) -> None:
    """Every page but the home page says where it stands, from the home page on, and each step of it exists."""
    for page in described(site, code):
        crumbs = of_type(page.html, "BreadcrumbList")
        assert (1 if page.own_path else 0) == len(crumbs), page.path
        for trail in crumbs:
            items = trail["itemListElement"]
            assert list(range(1, len(items) + 1)) == [item["position"] for item in items]
            assert (f"{ADDRESS}{code}/", page.address) == (items[0]["item"], items[-1]["item"])
            assert {True} == {site.holds(item["item"]) and bool(item["name"]) for item in items}


@every_language
def test_articles(site: Site, code: LanguageCode, chronicle: Chronicle) -> None:
    """An entry's page is an article with its title, its days, its licence, its sources and the words that were said."""
    for entry in chronicle.entries:
        event = entry.event
        (article,) = of_type(site.event(code, entry).html, "NewsArticle")
        assert (event.title.in_language(code), code) == (article["headline"], article["inLanguage"])
        days = (f"{event.added.start:%Y-%m-%d}", f"{event.updated.start:%Y-%m-%d}")
        assert days == (article["datePublished"], article["dateModified"])
        assert [source.url for source in event.sources.values()] == [one["url"] for one in article["citation"]]
        said = {one["@id"].partition("#q-")[2]: one["text"] for one in article.get("hasPart", ())}
        assert {quote.id: quote.text for quote in event.quotes} == said
        assert {True} == {site.holds(one["@id"]) for one in article.get("hasPart", ())} | {True}
        happened = [one["name"] for one in article.get("about", ()) if one["@type"] == "Event"]
        assert ([] if event.is_debunked else [event.title.in_language(code)]) == happened


@every_language
def test_no_finer_than_known(site: Site, code: LanguageCode, chronicle: Chronicle) -> None:
    """A start is a minute only where the minute is certain, and what is known to a month is a month."""
    lengths = set()
    for entry in chronicle.held:
        (article,) = of_type(site.event(code, entry).html, "NewsArticle")
        (started,) = (one["startDate"] for one in article["about"] if one["@type"] == "Event")
        moment = entry.event.when.started
        known = str(moment).rstrip("~?%")
        assert known.startswith(started.removesuffix("Z"))
        assert moment.exact is ("T" in started) or moment.precision.name != "MINUTE"
        lengths.add(len(started))
    assert len(lengths) > 1


@every_language
def test_reviews(site: Site, code: LanguageCode, chronicle: Chronicle) -> None:
    """Each debunked claim has a review with the claim and the verdict, and nothing else is reviewed."""
    for entry in chronicle.entries:
        reviews = of_type(site.event(code, entry).html, "ClaimReview")
        wanted = max(1, len(entry.event.misattributed)) if entry.event.is_debunked else 0
        assert wanted == len(reviews)
        for review in reviews:
            assert (1, 1) == (review["reviewRating"]["ratingValue"], review["reviewRating"]["worstRating"])
            assert all((review["claimReviewed"], review["reviewRating"]["alternateName"], review["url"]))
        texts = [review["itemReviewed"].get("text") for review in reviews]
        assert [words.text for words in entry.event.misattributed] == [text for text in texts if text]


@every_language
def test_subjects(site: Site, code: LanguageCode, chronicle: Chronicle) -> None:
    """A person's page is about a person and a company's about an organisation, by one identifier in all languages."""
    for folder, kind in (("people", "Person"), ("companies", "Organization")):
        for one in getattr(chronicle, folder):
            html = site.page(code, f"{folder}/{one}/").html
            (node,) = (node for node in of_type(html, kind) if not node["@id"].endswith("#publisher"))
            name = chronicle.vocabulary.table(folder)[one].name.in_language(code)
            assert (f"{ADDRESS}#{folder}-{one}", name) == (node["@id"], node["name"])


@every_language
def test_dataset(site: Site, code: LanguageCode) -> None:
    """The page of data is about a dataset, whose files are there."""
    (dataset,) = of_type(site.page(code, "data/").html, "Dataset")
    assert {True} == {site.holds(one["contentUrl"]) for one in dataset["distribution"]}
    assert dataset["temporalCoverage"].count("/") == 1


@pytest.mark.parametrize("written", [hostile.own(), pytest.param(hostile.corpora(), marks=pytest.mark.corpora)])
def test_hostile_texts(written: list[str]) -> None:
    """No text ends the element that it stands in, and each title and quotation comes out as it was."""
    texts = hostile.fit(written)
    if not texts:
        pytest.skip(f"other people's hostile texts are not in {hostile.CORPORA}")
    titled = {f"2024-03-05-t{n}": hostile.titled(one) for n, one in enumerate(texts)}
    stuffed = {f"2024-03-05-s{n}": hostile.stuffed(part) for n, part in enumerate(hostile.batches(texts))}
    assert_told(direct.chronicle_of(titled | stuffed))


def assert_told(chronicle: Chronicle) -> None:
    """Assert that the pages of a chronicle tell machines every title and every quotation as their files do."""
    site = direct.site(chronicle)
    for code in LANGUAGES:
        told = {page.path.split("/")[1]: page for page in site.pages[code] if page.shape == "event"}
        assert {entry.id for entry in chronicle.entries} == told.keys()
        for one, page in told.items():
            event = chronicle.by_id[one].event
            (article,) = of_type(str(site.shells[code].describe(page)), "NewsArticle")
            assert event.title.in_language(code) == article["headline"]
            assert [quote.text for quote in event.quotes] == [said["text"] for said in article.get("hasPart", ())]


@pytest.mark.skipif(not TYPES.is_dir(), reason="schema.org's types are checked where Node.js is")
def test_vocabulary(site: Site, tmp_path: Path) -> None:
    """Every type, property and value of every page is one that schema.org knows."""
    graphs = [graph(page.html) for code in LANGUAGES for page in described(site, code)]
    shapes = {shape(node): node for nodes in graphs for node in nodes}
    assert {"NewsArticle", "ClaimReview", "Person", "Dataset", "Article", "WebSite"} <= {
        node["@type"] for node in shapes.values()
    }
    assert "" == compiled(list(shapes.values()), tmp_path)


@pytest.mark.skipif(not TYPES.is_dir(), reason="schema.org's types are checked where Node.js is")
def test_vocabulary_is_checked(tmp_path: Path) -> None:
    """A property that schema.org does not know is found, so that the test above means something."""
    assert "headlin" in compiled([{"@type": "NewsArticle", "headlin": "x"}], tmp_path)


def shape(value: Any) -> str:
    """Return what of a node the vocabulary sees: types, properties, sorts of values."""
    if isinstance(value, dict):
        inner = (f"{key}:{value[key] if key == '@type' else shape(value[key])}" for key in sorted(value))
        return f"{{{','.join(inner)}}}"
    if isinstance(value, list):
        return f"[{'|'.join(sorted(set(map(shape, value))))}]"
    return type(value).__name__


def compiled(nodes: list[Node], folder: Path) -> str:
    """Have TypeScript check nodes against the types of schema.org, and return what it says."""
    shutil.copytree(TYPES, folder / "node_modules" / "schema-dts")
    shutil.copytree(TYPES.with_name("schema-dts-lib"), folder / "node_modules" / "schema-dts-lib")
    lines = [f"export const n{at}: Thing = {json.dumps(node)};" for at, node in enumerate(nodes)]
    (folder / "graph.ts").write_text("\n".join(['import type { Thing } from "schema-dts";', *lines]), "utf-8")
    node = shutil.which("node") or "node"
    options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "esnext", "--moduleResolution", "bundler"]
    done = subprocess.run(
        [node, COMPILER, *options, "graph.ts"], cwd=folder, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr
