"""User reports on an outage's page: every figure in a table, and where outlets disagree, side by side on a line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as ET

from markupsafe import Markup

from timeline.language import Language
from timeline.record.event import Event, Reports
from timeline.site.drawing.canvas import Canvas
from timeline.site.drawing.letters import width_of
from timeline.site.drawing.marks import UP
from timeline.site.parts.html import numbered
from timeline.site.parts.names import Names

WIDTHS = {"wide": 748, "narrow": 328}
ROW = 34


@dataclass(frozen=True, slots=True)
class _Point:
    """A figure on the line: who says it, and whether it is the one that the entry leads with."""

    count: int
    shown: str
    said_by: str
    leads: bool


class ReportLines:
    """Writes the user reports of events in one language."""

    def __init__(self, language: Language, names: Names) -> None:
        self._language, self._names = language, names

    def of(self, event: Event, numbers: dict[str, int]) -> dict[str, Any]:
        """Return the lines of the tables, and a drawing for each service on which outlets disagree.

        What is drawn stands in a table of its own, for the page to fold: a figure is shown once.
        """
        reports = event.outage.reports if event.outage else ()
        disputed = [lines for lines in _grouped(reports) if len({line.count for line in lines}) > 1]
        drawn = [line for lines in disputed for line in lines]
        trackers = {line.tracker for line in reports}
        return {
            "drawn": [self._line(event, line, numbers) for line in drawn],
            "undrawn": [self._line(event, line, numbers) for line in reports if line not in drawn],
            "one_measure": len({line.measure for line in reports}) == 1,
            "one_tracker": self._tracked_by(trackers.pop()) if len(trackers) == 1 else "",
            "plots": [self._plot(event, lines, numbers) for lines in disputed],
        }

    def _tracked_by(self, tracker: str) -> str:
        return self._language.word("event.tracked_by").format(name=self._names.publisher(tracker))

    def _line(self, event: Event, line: Reports, numbers: dict[str, int]) -> dict[str, Any]:
        return {
            "service": self._names.platform(line.service).text,
            "measure": line.measure,
            "count": self._count(line),
            "tracker": self._names.publisher(line.tracker),
            "publisher": self._names.publisher(event.sources[line.source].publisher),
            "numbers": numbered([numbers[line.source]], self._language),
        }

    def _count(self, line: Reports) -> str:
        shown = self._language.number(line.count)
        return f"{self._language.word(f'qualifier.{line.qualifier}')} {shown}" if line.qualifier else shown

    def _plot(self, event: Event, lines: Sequence[Reports], numbers: dict[str, int]) -> dict[str, Any]:
        points = self._points(event, lines)
        drawn = "\n".join(_draw(points, name, width, self._language) for name, width in WIDTHS.items())
        return self._line(event, lines[0], numbers) | {"svg": Markup(drawn)}  # noqa: S704 - texts of trees

    def _points(self, event: Event, lines: Sequence[Reports]) -> list[_Point]:
        """Put the figures in order; outlets that agree share a point."""
        said: dict[int, list[str]] = {}
        for line in lines:
            said.setdefault(line.count, []).append(self._names.publisher(event.sources[line.source].publisher))
        joint = self._language.word("separator")
        return [
            _Point(count, self._language.number(count), joint.join(dict.fromkeys(names)), count == lines[0].count)
            for count, names in sorted(said.items())
        ]


def _grouped(reports: Sequence[Reports]) -> list[list[Reports]]:
    """Put together what was counted of one service in one way by one tracker."""
    groups: dict[tuple[str, str, str], list[Reports]] = {}
    for line in reports:
        groups.setdefault((line.service, line.measure, line.tracker), []).append(line)
    return list(groups.values())


def _draw(points: Sequence[_Point], name: str, width: int, language: Language) -> str:
    """Draw the line, from the smallest figure to the largest, with labels that do not touch each other."""
    low, high = points[0].count, points[-1].count
    margin = 40
    rows = _rows([margin + (width - 2 * margin) * (p.count - low) / (high - low) for p in points], points, name, width)
    above, below = max(-row for _, row in rows), max(row + 1 for _, row in rows)
    y = 6 + max(above, 0) * ROW + 8
    height = y + max(below, 0) * ROW + 14
    canvas = Canvas(f"strip-{name}", width, language)
    root = canvas.finish(height)
    canvas.level(root, "guide", y, margin)
    for point, (along, row) in zip(points, rows, strict=True):
        canvas.mark(root, "dot" if point.leads else "open-dot", along, y, 4.5, UP)
        at, level = _inside(along, point, name, width), y + row * ROW + (22 if row >= 0 else 6)
        canvas.text(root, "strong", at, level, point.shown, "middle")
        if name == "wide":
            canvas.text(root, "soft", at, level + 15, point.said_by, "middle")
    return ET.tostring(root, encoding="unicode")


def _half(point: _Point, name: str) -> float:
    """Return half the width of a label; the narrow drawing has figures alone, and the table says whose they are."""
    shown = width_of(point.shown, "strong")
    return max(shown, width_of(point.said_by) if name == "wide" else 0) / 2 + 6


def _inside(x: float, point: _Point, name: str, width: int) -> float:
    half = min(_half(point, name), width / 2)
    return min(max(x, half), width - half)


def _rows(along: Sequence[float], points: Sequence[_Point], name: str, width: int) -> list[tuple[float, int]]:
    """Give each label a row: -1 just above the line, 0 just below it, and farther out where these are taken."""
    ends: dict[int, float] = {}
    placed: list[tuple[float, int]] = []
    for x, point in zip(along, points, strict=True):
        centre, half = _inside(x, point, name, width), _half(point, name)
        row = next(row for row in (-1, 0, -2, 1, -3, 2, -4, 3, *range(4, 99)) if ends.get(row, 0) <= centre - half)
        ends[row] = centre + half
        placed.append((x, row))
    return placed
