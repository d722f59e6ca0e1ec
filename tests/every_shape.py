"""A record with a mark of every shape, from either side and from neither: what drawings are tested on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

from tests.built import copy_inputs
from tests.golden import RECORD
from timeline.record.vocabulary import Shape

NAME = {"en": "Name", "ar": "اسم"}
SERVICES = {"alpha": "alphagram", "beta": "betanet", "gamma": "gammabook"}
FORMS = {"en": {"other": "names"}, "ar": {"other": "أسماء"}}


def moved(day: int, kind: str, by: str, **more: Any) -> dict[str, Any]:
    """Return an event that somebody made, a while after the outage began."""
    return {
        "kind": kind,
        "title": {"en": f"Title {kind} {by}", "ar": f"عنوان {day} {by}"},
        "summary": {"en": "It was said.", "ar": "قيل هذا."},
        "when": {"started": f"2024-03-{day:02}"},
        "move": {"by": [by], "to": ["alpha"], "on": "betanet"},
        "facts": [{"en": "A fact.", "ar": "أمر وقع.", "sources": ["daily"]}],
        "status": "reported",
        "added": "2024-08-01",
        "sources": {"daily": {"url": f"https://daily.example/{kind}-{by}", "publisher": "daily-example", "lang": "en"}},
    } | more


def failed(company: str, started: str, **when: str) -> dict[str, Any]:
    """Return an outage."""
    event = moved(1, "outage", company)
    del event["move"]
    section = {"company": company, "services": [SERVICES[company]], "scope": "global"}
    return event | {"when": {"started": started, **when}, "outage": section}


def counted(event: dict[str, Any]) -> dict[str, Any]:
    """Return an outage with reports on which outlets disagree."""
    line = {"service": "alphagram", "tracker": "checker", "measure": "peak"}
    reports = [line | {"count": count, "source": source} for count, source in ((5000, "daily"), (12000, "weekly"))]
    weekly = {"url": "https://weekly.example/reports", "publisher": "weekly-example", "lang": "en"}
    event["facts"][0]["sources"] = ["daily", "weekly"]
    event["outage"]["reports"] = reports
    return event | {"sources": event["sources"] | {"weekly": weekly}}


def events() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield a move of every shape from either side and from neither, and outages of known and unknown length."""
    kinds = ["jab", "reply", "statement", *(f"k-{shape}" for shape in get_args(Shape) if shape != "bar")]
    for day, kind in enumerate(kinds, 6):
        for by in ("alpha", "beta", "gamma"):
            yield f"2024-03-{day:02}-{kind}-{by}-moves", moved(day, kind, by)
    for month, company in enumerate(("alpha", "beta", "gamma"), 4):
        ends = {"resolved": f"2024-{month:02}-09T13:00Z", "basis": "official"}
        yield f"2024-{month:02}-09-{company}-fails", failed(company, f"2024-{month:02}-09T10:00Z", **ends)
        yield f"2024-{month:02}-19-{company}-fails", failed(company, f"2024-{month:02}-19")
    yield (
        "2024-07-09-alpha-fails",
        counted(failed("alpha", "2024-07-09T10:00Z", resolved="2024-07-09T10:40Z", basis="official")),
    )
    said = {"en": "It is false.", "ar": "هذا زائف."}
    yield "2024-03-20-nobody-moves", moved(20, "jab", "beta", status="debunked", doubt=said)
    ties = [{"type": "responds-to", "event": "2024-03-05-alpha-outage"}]
    for minute in (10, 20, 40):
        at = {"started": f"2024-03-05T16:{minute}Z"}
        source = {"url": f"https://daily.example/answer-{minute}", "publisher": "daily-example", "lang": "en"}
        answer = moved(5, "jab", "beta", when=at, relations=ties, sources={"daily": source})
        yield f"2024-03-05-answer-{minute}", answer


def lay(folder: Path) -> Path:
    """Make a record of two companies that face each other and one that does not, with a kind for every shape."""
    root = copy_inputs(folder, RECORD) / "events"
    vocabulary = root / "vocabulary"
    with (vocabulary / "companies.yml").open("a") as file:
        file.write("gamma:\n  name: {en: Gamma, ar: غاما}\n")
    with (vocabulary / "platforms.yml").open("a") as file:
        file.write("gammabook:\n  name: {en: Gammabook, ar: غامابوك}\n  company: gamma\n")
    with (vocabulary / "kinds.yml").open("a") as file:
        for shape in get_args(Shape):
            if shape != "bar":
                kind = {"name": NAME, "shape": shape, "role": "challenge", "plural": FORMS}
                file.write(f"k-{shape}: {json.dumps(kind, ensure_ascii=False)}\n")
    made = dict(events())
    for one, event in made.items():
        (root / "2024" / f"{one}.yml").write_text(json.dumps(event, ensure_ascii=False), "utf-8")
    (root / "stories").mkdir()
    told = ["2024-03-05-alpha-outage", "2024-03-05-ben-mocks", *sorted(made)]
    words = {"title": {"en": "Lights", "ar": "أضواء"}, "introduction": {"en": "It fails.", "ar": "تتعطل."}}
    (root / "stories" / "lights.yml").write_text(json.dumps(words | {"events": told}, ensure_ascii=False), "utf-8")
    return root
