"""The shapes of marks, as ``marks.json`` has them: what is drawn here, in lists, in legends and by scripts is the same.

A shape is a list of pieces, each with a class of the style sheet and with lines through points, or a ring. Points
count from the middle of the mark in halves of its size; they are those of a mark that points up.
"""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from markupsafe import Markup

STRUCK = "struck"  # of a claim that was debunked
UNKNOWN = "unknown"  # of an outage whose length is not known
BAR, STRIPED_BAR = "bar", "striped-bar"  # of an outage, in a legend or a list

# What the axis draws of a kind: what it does; the kind itself stands in words. What belongs to no side is plain.
ROLES = {
    "outage": BAR,
    "jab": "triangle",
    "challenge": "triangle",
    "answer": "open-triangle",
    "move": "small-diamond",
}
THIRD = "square"

UP, DOWN = -1, 1
LEFT, RIGHT = -1, 1  # of marks that lie on their side

# A mark in a line of text, in CSS pixels.
LIST_BOX, LIST_RADIUS = 14, 6.0


class Piece(NamedTuple):
    """A part of a mark: its class in the style sheet, and its path."""

    style: str
    path: str


@cache
def shapes() -> dict[str, list[dict[str, Any]]]:
    """Return every shape by its name, as data that a script draws in the same way."""
    found: dict[str, list[dict[str, Any]]] = json.loads((Path(__file__).parent / "marks.json").read_bytes())
    return found


def number(value: float) -> str:
    """Write a coordinate with one decimal at most."""
    return f"{round(value, 1) + 0:.1f}".removesuffix(".0")


def style_of(lane: int) -> str:
    """Return the class that sets a lane's colours."""
    return f"lane-{lane}"


def points_to(lane: int) -> int:
    """Return the way in which a lane's marks point: towards the other lane, which is below the first."""
    return DOWN if lane == 1 else UP


def mark(shape: str, x: float, y: float, r: float, way: int, *, lying: bool = False) -> list[Piece]:
    """Return the pieces of a mark of half-size ``r`` around a point; ``way`` is UP or DOWN, or LEFT or RIGHT."""

    def at(point: list[float]) -> str:
        across, along = point[0] * r, -way * point[1] * r
        return f"{number(x + along)} {number(y + across)}" if lying else f"{number(x + across)} {number(y + along)}"

    def path(piece: dict[str, Any]) -> str:
        if "ring" in piece:
            return ring(x, y, piece["ring"] * r)
        return _lines(piece, at)

    return [Piece(piece["style"], path(piece)) for piece in shapes()[shape]]


def sideways(shape: str, x: float, y: float, r: float, toward: int) -> list[Piece]:
    """Return the pieces of a mark that points to the right (1) or to the left (-1)."""

    def at(point: list[float]) -> str:
        return f"{number(x - toward * point[1] * r)} {number(y + point[0] * r)}"

    return [
        Piece(piece["style"], _lines(piece, at) or ring(x, y, piece.get("ring", 0) * r)) for piece in shapes()[shape]
    ]


def _lines(piece: dict[str, Any], at: Callable[[list[float]], str]) -> str:
    end = "z" if piece.get("closed") else ""
    return "".join(f"M{at(first)}L{' '.join(map(at, rest))}{end}" for first, *rest in piece.get("lines", ()))


def ring(x: float, y: float, r: float) -> str:
    """Return a circle."""
    arc, across = f"{number(r)} {number(r)} 0", number(2 * r)
    return f"M{number(x)} {number(y - r)}a{arc} 1 1 0 {across}a{arc} 0 1 0 -{across}z"


def pentagon(x: float, start: float, tip: float, width: float) -> str:
    """Return a house with its gable at ``tip``: the mark of many moves."""
    shoulder = tip - (1 if tip > start else -1) * width * 0.36
    left, right = number(x - width / 2), number(x + width / 2)
    roof = f"V{number(shoulder)}L{number(x)} {number(tip)}L{right} {number(shoulder)}"
    return f"M{left} {number(start)}{roof}V{number(start)}z"


def pentagon_sideways(start: float, tip: float, y: float, height: float) -> str:
    """Return a house on its side, with its gable at ``tip``."""
    shoulder = number(tip - (1 if tip > start else -1) * height * 0.5)
    top, bottom = number(y - height / 2), number(y + height / 2)
    return f"M{number(start)} {top}H{shoulder}L{number(tip)} {number(y)}L{shoulder} {bottom}H{number(start)}z"


def in_list(shape: str, lane: int, label: str = "") -> Markup:
    """Return a mark as it stands in a line of text; without a label it says nothing to who listens."""
    name = STRIPED_BAR if shape == BAR and lane == 2 else shape
    pieces = mark(name, LIST_BOX / 2, LIST_BOX / 2, LIST_RADIUS, points_to(lane))
    named = Markup('role="img" aria-label="{}"').format(label) if label else Markup('aria-hidden="true"')
    paths = Markup("").join(Markup('<path class="{}" d="{}"/>').format(*piece) for piece in pieces)
    box = Markup('viewBox="0 0 {0} {0}" width="{0}" height="{0}"').format(LIST_BOX)
    return Markup('<svg class="mark {}" {} {}>{}</svg>').format(style_of(lane), box, named, paths)
