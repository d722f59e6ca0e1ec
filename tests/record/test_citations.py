"""Sources are numbered in the order in which an event's page names them."""

from pathlib import Path

from tests.records import JAB, OUTAGE, changed, laid
from timeline.record.citations import citations, numbered
from timeline.record.event import Event
from timeline.record.record import load

LATER = """\
  reports:
    - {service: alphagram, tracker: checker, measure: peak, count: 5, source: counted}
  cause:
    status: stated
    text: {en: A cable was cut, ar: قُطع كابل}
    sources: [said, weekly]
facts:"""
MORE = "sources:\n" + "".join(
    f"  {key}: {{url: https://{key}.example, publisher: checker, lang: en}}\n" for key in ("said", "counted", "false")
)
WORDS = """\
misattributed:
  - attributed_to: ben-example
    lang: en
    text: I never said this
    translation: {ar: لم أقل هذا}
    source: false
doubt: {en: It is false, ar: هذا زائف}
status: debunked
"""


def event_of(folder: Path, path: str, text: str) -> Event:
    """Return an event of the tests' record whose file says something else."""
    record, problems = load(laid(folder, {path: text}))
    assert [] == problems
    return record.files[Path(path).stem].event


def test_outage(tmp_path: Path) -> None:
    """Facts come first, then the reports, then the cause; what is named again keeps its number."""
    event = event_of(tmp_path, OUTAGE, changed(OUTAGE, ("facts:", LATER), ("\nsources:\n", f"\n{MORE}")))
    assert ["daily", "weekly", "counted", "said", "weekly"] == [key for key, _ in citations(event)]
    assert {"daily": 1, "weekly": 2, "counted": 3, "said": 4} == numbered(event)


def test_words(tmp_path: Path) -> None:
    """Quotations come behind the facts, and words that were never said come last."""
    event = event_of(tmp_path, JAB, changed(JAB, ("status: reported\n", WORDS), ("\nsources:\n", f"\n{MORE}")))
    assert {"daily": 1, "false": 2} == numbered(event)
    places = [path for _, path in citations(event)]
    assert [("facts", 0, "sources", 0), ("quotes", 0, "source"), ("misattributed", 0, "source")] == places
