"""Draws the rooms of the package from its imports, so that the drawing cannot lie.

``python -m devtools.rooms`` prints the drawing, ``--write`` puts it into docs/architecture.md between its two marks.
"""

import ast
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "timeline"
PAPER = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- drawn by python -m devtools.rooms -->\n", "<!-- end of the drawing -->\n"

Arrows = Mapping[str, frozenset[str]]
"""What each room imports, by the names of both."""


def name_of(path: Path) -> str:
    """Return a module's name below the package; the package itself has none."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = tuple(sorted(PACKAGE.rglob("*.py")))
NAMES = frozenset(name_of(path) for path in MODULES)


def room_of(name: str) -> str:
    """Return the room that a module is in: the folder or the file directly below the package."""
    return name.partition(".")[0]


@cache
def tree_of(path: Path) -> ast.Module:
    """Parse a module."""
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Yield the full names of what a module imports, wherever in it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own(path: Path) -> set[str]:
    """Return the names, below the package, of the package's modules that a module imports."""
    below = [name.removeprefix("timeline.") for name in imported(path) if name.startswith("timeline.")]
    known = (name if name in NAMES else name.rpartition(".")[0] for name in below)
    return {name for name in known if name}


def arrows() -> Arrows:
    """Return what each room imports of the others."""
    found: dict[str, set[str]] = {room_of(name): set() for name in NAMES if name}
    for path in MODULES:
        if name := name_of(path):
            found[room_of(name)] |= {room_of(other) for other in own(path)}
    return {room: frozenset(others - {room}) for room, others in sorted(found.items())}


def floors(all_arrows: Arrows) -> list[list[str]]:
    """Return the rooms by floor from the ground up: each stands directly above the highest that it imports.

    Raises RecursionError where rooms import each other in a circle.
    """

    def height(room: str) -> int:
        return 1 + max((height(other) for other in all_arrows[room]), default=-1)

    heights = {room: height(room) for room in all_arrows}
    return [[room for room, found in heights.items() if found == number] for number in sorted({*heights.values()})]


def reachable(room: str, all_arrows: Arrows) -> frozenset[str]:
    """Return the rooms that a room imports, directly or through others."""
    direct = all_arrows[room]
    return direct.union(*(reachable(other, all_arrows) for other in direct))


def plain(all_arrows: Arrows) -> Iterator[tuple[str, str]]:
    """Yield the arrows that do not follow from others."""
    for room, direct in all_arrows.items():
        further = frozenset[str]().union(*(reachable(other, all_arrows) for other in direct))
        yield from ((room, other) for other in sorted(direct - further))


def drawing() -> str:
    """Return the drawing and the table of all arrows, as Markdown."""
    found = arrows()
    lines = ["```mermaid", "flowchart TD", *(f"  {one} --> {other}" for one, other in plain(found)), "```", ""]
    lines += ["| floor | room | what it is for | imports |", "| --- | --- | --- | --- |"]
    for number, rooms in reversed(list(enumerate(floors(found)))):
        lines += (f"| {number} | {_row(room, found[room])} |" for room in rooms)
    number_of_arrows = sum(map(len, found.values()))
    lines += ["", f"{len(found)} rooms, {len(floors(found))} floors, {number_of_arrows} arrows, no circle.", ""]
    return "\n".join(lines)


def _row(room: str, others: frozenset[str]) -> str:
    path = next(path for path in (PACKAGE / room / "__init__.py", PACKAGE / f"{room}.py") if path.exists())
    purpose = (ast.get_docstring(tree_of(path)) or "").partition("\n")[0].replace("``", "`")
    shown = f"`{room}/`" if path.name == "__init__.py" else f"`{path.name}`"
    return f"{shown} | {purpose} | {' '.join(f'`{other}`' for other in sorted(others))}"


def with_drawing(paper: str) -> str:
    """Return a paper with the present drawing between its marks; raises ValueError where it has no marks."""
    before, _, rest = paper.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"no place for the drawing: {BEGIN!r} … {END!r}")
    return f"{before}{BEGIN}\n{drawing()}\n{END}{after}"


if __name__ == "__main__":
    if "--write" in sys.argv[1:]:
        PAPER.write_text(with_drawing(PAPER.read_text("utf-8")), "utf-8")
    else:
        print(drawing())
