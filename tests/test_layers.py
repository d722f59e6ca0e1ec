"""The package is built in floors: imports go down only, each library has its rooms, and no room is too large."""

import ast
import re
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from devtools.rooms import MODULES, NAMES, PACKAGE, imported, name_of, own, room_of, tree_of

# The floors from the ground up; a folder is one room. What stands on one floor does not know its neighbours.
FLOORS = [
    "values",
    "reading",
    "language",
    "messages",
    "record",
    "checking chronicle",
    "search editing",
    "site",
    "building starter",
    "cli",
    "__main__",
]

# Each library and the rooms that know it.
LIBRARIES = {
    "yaml": "reading",
    "dateutil": "values",
    "babel": "language",
    "pydantic": "values reading record checking site",
    "pydantic_core": "values reading record",
    "jinja2": "site building",
    "markupsafe": "site",
    "mkdocs": "building",
    "click": "cli building",
}

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

STORY = re.compile(r"\bMeta\b|(?i:musk|zuckerberg|twitter|facebook|instagram|whatsapp|threads\.net)")

every_module = pytest.mark.parametrize("path", MODULES, ids=name_of)


def floor_of(name: str) -> int:
    """Return the floor of a module's room, counted from the ground."""
    return next(number for number, floor in enumerate(FLOORS) if room_of(name) in floor.split())


def test_every_room_has_one_floor() -> None:
    """The plan names every room once, and no room that is not there."""
    planned = [room for floor in FLOORS for room in floor.split()]
    assert sorted({room_of(name) for name in NAMES if name}) == sorted(planned)


@every_module
def test_imports_go_down(path: Path) -> None:
    """A module imports what stands on lower floors, or in its own room."""
    name = name_of(path)
    others = [other for other in own(path) if room_of(other) != room_of(name)]
    assert [] == [other for other in others if not name or floor_of(other) >= floor_of(name)]


def test_no_circle() -> None:
    """Within a room too nothing imports itself, however far around."""
    graph = {name_of(path): own(path) - {name_of(path)} for path in MODULES}
    assert NAMES == set(TopologicalSorter(graph).static_order()) | {""}


@pytest.mark.parametrize("library", LIBRARIES)
def test_rooms_of_libraries(library: str) -> None:
    """A library is known to the rooms that it is meant for, and to no other."""
    knowing = {
        room_of(name_of(path)) for path in MODULES if library in {name.partition(".")[0] for name in imported(path)}
    }
    assert set(LIBRARIES[library].split()) == knowing


def test_no_other_library() -> None:
    """Whatever is imported is Python's own, this package's, or in the table of libraries."""
    tops = {name.partition(".")[0] for path in MODULES for name in imported(path)}
    assert set() == tops - sys.stdlib_module_names - LIBRARIES.keys() - {"timeline"}


@every_module
def test_length_of_modules(path: Path) -> None:
    """A module has one idea, and so few lines."""
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST_MODULE


@every_module
def test_length_of_functions(path: Path) -> None:
    """A function does one thing, and so has few lines."""
    functions = [node for node in ast.walk(tree_of(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    lengths = {node.name: (node.end_lineno or node.lineno) - node.lineno + 1 for node in functions}
    assert {} == {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}


@pytest.mark.parametrize("suffix", ["py", "html"])
def test_the_program_knows_no_story(suffix: str) -> None:
    """No name of the story stands in the program or its templates: another record makes another site."""
    paths = sorted(PACKAGE.rglob(f"*.{suffix}"))
    found = {name_of(path): STORY.findall(path.read_text("utf-8")) for path in paths}
    assert paths
    assert {} == {name: names for name, names in found.items() if names}
