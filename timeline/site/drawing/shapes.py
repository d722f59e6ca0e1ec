"""The shapes of the axis's marks, as SVG paths around a point."""

from collections.abc import Iterable

Drawn = list[tuple[str, str]]

# Kinds that look alike, each with the one that names its shape.
ALIKE = {"policy": "launch", "legal": "milestone", "deal": "truce"}
SHAPED = ("jab", "reply", "challenge", "statement", "launch", "policy", "milestone", "legal", "truce", "deal")


def groups(kinds: Iterable[str]) -> dict[str, list[str]]:
    """Return by shape the kinds of move that have it, of those that there are."""
    known, found = set(kinds), dict[str, list[str]]()
    for kind in SHAPED:
        if kind in known:
            found.setdefault(ALIKE.get(kind, kind), []).append(kind)
    return found


def number(value: float) -> str:
    """Write a coordinate with one decimal at most."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def mark(kind: str, x: float, y: float, r: float, way: int) -> Drawn:
    """Return the class and path of each piece of a mark of half-size ``r``; ``way`` is 1 to point down, -1 up."""
    drawn = {
        "jab": [("solid", _triangle(x, y, r, way))],
        "reply": [("hollow", _triangle(x, y, r, way))],
        "challenge": [("cap", _chevron(x, y, r, way, 0.0) + _chevron(x, y, r, way, -1.1))],
        "statement": [("cap", _chevron(x, y, r, way, 0.0))],
        "launch": [("solid", _house(x, y, r, way))],
        "policy": [("solid", _house(x, y, r, way))],
        "milestone": [("hollow", _house(x, y, r, way))],
        "legal": [("hollow", _house(x, y, r, way))],
        "deal": [("hollow", _ring(x, y, r))],
        "truce": [("hollow", _ring(x, y, r) + f"M{number(x - r * 0.45)} {number(y)}h{number(r * 0.9)}")],
        "debunked": [("fake-mark", _triangle(x, y, r, way)), ("struck", _stroke(x, y, r))],
    }
    return drawn.get(kind, [("solid", _square(x, y, r / 2))])


def pentagon(x: float, start: float, tip: float, width: float) -> str:
    """Return a house with its gable at ``tip``: the mark of many moves."""
    shoulder = tip - (1 if tip > start else -1) * width * 0.36
    left, right = number(x - width / 2), number(x + width / 2)
    roof = f"V{number(shoulder)}L{number(x)} {number(tip)}L{right} {number(shoulder)}"
    return f"M{left} {number(start)}{roof}V{number(start)}z"


def _square(x: float, y: float, half: float) -> str:
    side = number(2 * half)
    return f"M{number(x - half)} {number(y - half)}h{side}v{side}h-{side}z"


def _triangle(x: float, y: float, r: float, way: int) -> str:
    return f"M{number(x)} {number(y + way * r)}L{number(x + r)} {number(y - way * r)}H{number(x - r)}z"


def _house(x: float, y: float, r: float, way: int) -> str:
    wall, eaves = number(y - way * r), number(y + way * r * 0.2)
    left, right = number(x - r * 0.8), number(x + r * 0.8)
    return f"M{left} {wall}V{eaves}L{number(x)} {number(y + way * r)}L{right} {eaves}V{wall}z"


def _ring(x: float, y: float, r: float) -> str:
    arc, across = f"{number(r)} {number(r)} 0", number(2 * r)
    return f"M{number(x)} {number(y - r)}a{arc} 1 1 0 {across}a{arc} 0 1 0 -{across}z"


def _chevron(x: float, y: float, r: float, way: int, back: float) -> str:
    foot, tip = y + way * r * (back - 0.1), y + way * r * (back + 1)
    return f"M{number(x - r)} {number(foot)}L{number(x)} {number(tip)}L{number(x + r)} {number(foot)}"


def _stroke(x: float, y: float, r: float) -> str:
    return f"M{number(x - r)} {number(y + r * 1.1)}L{number(x + r)} {number(y - r * 1.1)}"
