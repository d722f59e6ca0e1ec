"""A filled issue form becomes answers: GitHub writes each label as a heading and what was typed below it."""

import re

from timeline.editing.proposals import Answers

# What the forms ask, by the English half of their labels; ``tests/editing/test_forms.py`` holds the forms to it.
LABELS = {
    "Kind": "kind",
    "Sources": "addresses",
    "When": "when",
    "Title in English": "title_en",
    "Title in Arabic": "title_ar",
    "Company": "company",
    "Services": "services",
    "Who": "by",
    "About whom": "to",
    "Where": "place",
    "What it answers": "answers",
}

# What else may have been written, for the people who go on with the event.
MORE = {"What happened": "what", "What was claimed, and how it is known to be false": "what"}

_HEADING = re.compile(r"^### (?P<label>.+?)\s*$", re.MULTILINE)
_NOTHING = "_No response_"
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"']+")


def filled(body: str) -> dict[str, str]:
    """Return what was typed, by the English half of each label; what was left empty is not there."""
    parts = _HEADING.split(body.replace("\r\n", "\n"))
    pairs = zip(parts[1::2], parts[2::2], strict=True)
    typed = {label.partition(" · ")[0].rstrip("?: "): text.strip() for label, text in pairs}
    return {label: text for label, text in typed.items() if text and text != _NOTHING}


def answers(body: str, *, kind: str = "", false: bool = False) -> Answers:
    """Return what a filled form says of a new event; ``kind`` is that of a form which does not ask for it."""
    typed = {LABELS[label]: text for label, text in filled(body).items() if label in LABELS}
    found = tuple(dict.fromkeys(one.rstrip(".,;،؛") for one in _ADDRESS.findall(typed.pop("addresses", ""))))
    one_line = {name: " ".join(text.split()) for name, text in typed.items()}
    return Answers(**{"kind": kind, **one_line}, addresses=found, false=false)


def more(body: str) -> str:
    """Return what a filled form says besides."""
    return "\n\n".join(text for label, text in filled(body).items() if label in MORE)
