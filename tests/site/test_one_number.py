"""Whoever asks how often something was down gets the same number everywhere."""

import pytest

from tests import direct
from tests.asking import Asked
from tests.built import Site
from timeline.values.bilingual import LANGUAGES, LanguageCode


@pytest.fixture(params=LANGUAGES)
def asked(site: Site, request: pytest.FixtureRequest) -> Asked:
    """The tests' site, asked in either language."""
    code: LanguageCode = request.param
    return Asked(site, code, direct.settings().eras)


def test_pages_of_subjects(asked: Asked) -> None:
    """The pages of companies and platforms say of each, and of each of several eras, what the events add up to."""
    told = asked.on_pages_of_subjects()
    assert told == {name: answer for name, answer in asked.expected().items() if name in told}
    assert {"company=lumora", "company=quillby", "failed=lumo", "era=feather", "era=quill"} <= told.keys()


def test_figures(asked: Asked) -> None:
    """The figures say of each side and each era what the pages of companies say."""
    told, expected = asked.in_figures(), asked.expected()
    assert told == {name: expected[name] for name in told}
    assert {"company=lumora", "company=quillby", "era=feather", "era=quill"} <= told.keys()


def test_comparisons(asked: Asked) -> None:
    """What is compared side by side has the same numbers, of everything that was ever down."""
    assert asked.expected() == asked.in_comparisons()


def test_home(asked: Asked) -> None:
    """The home page's first line and its table of years say the same."""
    told, expected = asked.at_home(), asked.expected()
    assert told == {name: expected[name].outages for name in ("company=lumora", "company=quillby")}


def test_interface(asked: Asked) -> None:
    """So do the statistics that programs read."""
    expected = asked.expected()
    told = {name: answer.outages for name, answer in expected.items() if name.startswith("company=")}
    assert told == asked.in_the_interface()
