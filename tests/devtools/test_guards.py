"""The list of guards is true: each stands where it says, once, and the tests that it names are there."""

import ast

import pytest

from devtools.guards import ROOT, Guard, guards

LEAST = 45

every_guard = pytest.mark.parametrize("guard", guards(), ids=lambda guard: guard.name)


def test_enough() -> None:
    """No guard gets lost from the list."""
    assert LEAST <= len(guards())


@every_guard
def test_stands_there(guard: Guard) -> None:
    """The guard stands in its file exactly once, and taking it away changes the file into one that can be read."""
    path = ROOT / guard.file
    changed = guard.removed(path.read_text("utf-8"))
    if path.suffix == ".py":
        ast.parse(changed)


@every_guard
def test_named_tests(guard: Guard) -> None:
    """The tests that a guard names are files of tests, and what it chooses of them is a word."""
    files = [part for part in guard.tests if part.startswith("tests/")]
    assert files
    assert [] == [file for file in files if not (ROOT / file).is_file()]
    assert {"-k"} >= {part for part in guard.tests if part.startswith("-")}


def test_changed_elsewhere() -> None:
    """A guard whose line was changed is told, not passed over."""
    guard = Guard("x", "x.py", "if a:", "if False:", ())
    with pytest.raises(ValueError, match="0 times"):
        guard.removed("if b:\n    pass\n")
