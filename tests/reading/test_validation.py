"""What a tree lacks or has too much becomes one diagnostic for each mistake, at the place that is to be mended."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tests.records import JAB, OUTAGE, changed
from tests.strategies import PLAIN
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.reader import Plain, read
from timeline.reading.source import Place, Source, Span
from timeline.reading.validation import fields_at, unexplained, validate
from timeline.record.event import Event
from timeline.record.vocabulary import Company, Person
from timeline.values.fields import Id

STEPS = st.sampled_from(["title", "when", "facts", "quotes", "sources", "outage", "move", "status", "added", "kind"])


def check(text: str, model: type = Event) -> list[Diagnostic]:
    """Return what is wrong with the values of a file."""
    source, tree, _ = read("x.yml", text.encode())
    assert tree is not None
    return validate(model, tree, source)[1]


def found(text: str, model: type = Event) -> list[tuple[str, str]]:
    """Return code and marked text of all that is wrong with the values of a file."""
    return [(d.code, text[d.place.span.start : d.place.span.end]) for d in check(text, model)]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every place in nested values: what it is in, and the step that leads to it."""
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield value, step
        yield from places(inner)


def test_event() -> None:
    """A sound file becomes an event, with nothing to say of it."""
    source, tree, _ = read("x.yml", changed(JAB).encode())
    assert tree is not None
    event, problems = validate(Event, tree, source)
    assert ("jab", []) == (event and event.kind, problems)


def test_misspelt_field() -> None:
    """A misspelt field is one mistake: the hole where the right one should be is not told too."""
    problems = check(changed(JAB, ("status:", "statos:")))
    assert [("M102", "status")] == [(problem.code, problem.suggestion) for problem in problems]


def test_missing_beside_misspelt() -> None:
    """A field is still missing here where a misspelt one stands only elsewhere."""
    text = changed(JAB, ("facts:\n  - en:", "facts:\n  - {ar: نصّ, sources: [daily]}\n  - enn:"))
    assert [("T107", "{"), ("M102", "enn")] == found(text)


@pytest.mark.parametrize(("before", "after"), [("    publisher:", "    publischer:"), ("  started:", "  startd:")])
def test_allowed_fields(before: str, after: str) -> None:
    """A misspelt field is told with the fields that are allowed beside it."""
    (problem,) = check(changed(JAB, (before, after)))
    assert ("M102", before.strip(" :")) == (problem.code, problem.suggestion)
    assert problem.suggestion in problem.allowed


@pytest.mark.parametrize(
    ("expected", "path", "before", "after"),
    [
        (("M101", "daily"), JAB, "    lang: en\n    published", "    published"),
        (("Q102", "i"), JAB, "    lang: en\n    text", "    text"),
        (("Q103", "i"), JAB, "    source: daily\n", ""),
        (
            ("M101", "{"),
            OUTAGE,
            "  symptoms: [login]",
            "  reports:\n    - {service: a, tracker: b, measure: peak, count: 1}",
        ),
        (("S101", "e"), JAB, "    sources: [daily]\n", ""),
    ],
)
def test_what_is_missing(expected: tuple[str, str], path: str, before: str, after: str) -> None:
    """A quotation without language or source has a code of its own; of other things they are fields like any other."""
    assert [expected] == found(changed(path, (before, after)))


def test_items_and_their_list() -> None:
    """A list whose only item is wrong is not called empty too."""
    assert [("M107", "No Id")] == found(changed(JAB, ("    sources: [daily]", "    sources: [No Id]")))


def test_all_mistakes_at_once() -> None:
    """Every mistake of a file is told, not the first one alone."""
    text = changed(OUTAGE, ("scope: global", "scope: wide"), ("[login]", "[logn]"), ("added: 2024-", "added: soon-"))
    assert {("M106", "wide"), ("M106", "logn"), ("D101", "soon-03-06")} == set(found(text))


def test_wrong_key() -> None:
    """A wrong key is marked itself, not its value."""
    text = changed(JAB, ("sources:\n  daily:", "sources:\n  Daily:"))
    assert [("M107", "Daily")] == found(text)


@pytest.mark.parametrize(
    ("expected", "model", "text"),
    [
        (("M102", "'[key]'"), Event, changed(JAB) + "'[key]': x\n"),
        (("M107", "'[key]'"), Event, changed(JAB) + "  '[key]': {url: https://a.example, publisher: x, lang: en}\n"),
        (("M111", "x"), dict[Id, Company], "'[key]': x\n"),
        (("M101", "'[key]'"), dict[Id, Company], "'[key]': {}\n"),
    ],
)
def test_mark_of_keys_as_a_key(expected: tuple[str, str], model: type, text: str) -> None:
    """A field called like pydantic's own mark for keys is a field like any other."""
    assert expected in found(text, model)


@pytest.mark.parametrize(("allowed", "lane"), [("≤ 2", "3"), ("≥ 1", "0")])
def test_limits(allowed: str, lane: str) -> None:
    """A number beyond its limits says what the limit is."""
    (problem,) = check(f"alpha: {{name: {{en: A, ar: ب}}, lane: {lane}}}", dict[Id, Company])
    assert ("M106", (allowed,), lane) == (problem.code, problem.allowed, problem.values["found"])


@pytest.mark.parametrize(
    ("mend", "after"), [("[mockery]", "mockery"), (None, "Not An Id"), (None, "{a: b}"), (None, "'[a]'")]
)
def test_list_of_one(mend: str | None, after: str) -> None:
    """An id that stands where a list is needed is suggested as a list of one."""
    (problem,) = check(changed(JAB, ("[mockery]", after)))
    assert ("M111", "list", mend) == (problem.code, problem.values["expected"], problem.suggestion)


@pytest.mark.parametrize(
    ("fields", "model", "path"),
    [
        (["ar", "en"], Event, ("title",)),
        (["company", "services", "scope", "countries", "symptoms", "reports", "cause"], Event, ("outage",)),
        (["status", "text", "sources"], Event, ("outage", "cause")),
        (["type", "event"], Event, ("relations", 3)),
        (["name", "about", "aliases", "handles", "domain", "company"], dict[Id, Person], ("ann",)),
        (["ar", "en"], dict[Id, Person], ("ann", "name")),
        ([], Event, ("kind",)),
        ([], Event, ("quotes", 0, "translation", "ar")),
    ],
)
def test_fields_at(fields: list[str], model: type, path: tuple[str | int, ...]) -> None:
    """The fields that a path allows are named in their order, none where no fields belong."""
    assert fields == list(fields_at(model, path))


def test_unexplained() -> None:
    """What lies within a mistake of the file's form is explained by it; what lies beside it is not."""
    source = Source("x", "abcdef")
    before, within, beside = (Diagnostic("M101", Place(source, Span(*span))) for span in ((1, 3), (2, 6), (3, 4)))
    empty = Diagnostic("M101", Place(source, Span(5, 5)))
    assert [beside] == unexplained([within, beside], [before])
    assert [] == unexplained([empty], [empty])


@given(st.dictionaries(STEPS, PLAIN))
def test_any_values(values: dict[str, Plain]) -> None:
    """Any values are an event or have diagnostics that point into the file."""
    text = yaml.dump(values, allow_unicode=True, sort_keys=False)
    source, tree, problems = read("x.yml", text.encode())
    if tree is not None and not problems:
        event, problems = validate(Event, tree, source)
        assert event is not None or problems
        assert [] == [p for p in problems if not 0 <= p.place.span.start <= p.place.span.end <= len(text)]


@given(st.data())
def test_any_value_in_an_event(data: st.DataObject) -> None:
    """A sound event with any value in place of one of its own is an event or has diagnostics within the file."""
    values = yaml.load(changed(data.draw(st.sampled_from([JAB, OUTAGE]))), Loader=yaml.BaseLoader)  # noqa: S506 - texts
    parent, step = data.draw(st.sampled_from(list(places(values))))
    parent[step] = data.draw(PLAIN)
    text = yaml.dump(values, allow_unicode=True, sort_keys=False)
    source, tree, problems = read("x.yml", text.encode())
    if tree is not None and not problems:
        event, problems = validate(Event, tree, source)
        assert event is not None or problems
        assert [] == [p for p in problems if not 0 <= p.place.span.start <= p.place.span.end <= len(text)]
