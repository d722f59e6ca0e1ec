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
    "values material",
    "reading",
    "language",
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
    "icalendar": "site",
    "PIL": "site",
    "resvg_py": "site",
    "pydantic": "values reading record checking site",
    "pydantic_core": "values reading record",
    "jinja2": "site building",
    "markupsafe": "material site",
    "mkdocs": "building",
    "watchdog": "building",
    "material": "material",
    "tinycss2": "material",
    "click": "cli building",
}

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40

# Names and words of a story, and style classes and properties that are ids of its companies; "Meta" is also a key.
STORY = re.compile(
    r"\bMeta\b(?!\+)|(?i:musk|zuckerberg|twitter(?!:)|facebook|instagram|whatsapp|threads\.net|\bfeud)"
    r"|ميتا|إكس\b|ماسك|زوكربيرغ|تويتر|فيسبوك|إنستغرام|واتساب|ثريدز|السجال"
)
IDS = re.compile(r"\.(?:meta|x)\b|--(?:meta|x)\b")

# What is known of some services' addresses, whichever story they have a part in.
OF_SERVICES = ("values/posts.json",)

SUFFIXES = {".py", ".html", ".css", ".js", ".yml", ".json", ".md", ".svg", ".txt", ".webmanifest"}
WRITTEN = sorted(
    path
    for path in PACKAGE.rglob("*")
    if path.suffix in SUFFIXES and path.relative_to(PACKAGE).as_posix() not in OF_SERVICES
)

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


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_the_program_knows_no_story(path: Path) -> None:
    """No name, word or class of one story stands in the program, in whatever language: another record, another site."""
    text = path.read_text("utf-8")
    assert [] == STORY.findall(text)
    assert path.suffix != ".css" or [] == IDS.findall(text)
