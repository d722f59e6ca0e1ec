"""Scales of time: where a number of minutes lies, and which minutes are written beside it."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from timeline.site.drawing.letters import width_of

# The lengths of outages, in minutes, between which all drawings tell them apart, and those that are named there.
LOW, HIGH = 10, 780
NAMED = {"m15": 15, "h1": 60, "h4": 240, "h12": 720}
GUIDES = {key: NAMED[key] for key in ("h1", "h4", "h12")}

# Minutes that people count by, up to four weeks.
_ROUND = (1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 5760, 10080, 20160, 40320)
_STEPS = (5, 10, 15, 30, 60, 120, 240, 360, 720, 1440, 2880, 10080, 40320)


def share(minutes: float, low: float = LOW, high: float = HIGH) -> float:
    """Return where a length lies from 0 to 1, twice as long always equally far; what lies outside is at an end."""
    return math.log(min(max(minutes, low), high) / low) / math.log(high / low)


def tall(minutes: float, most: float) -> float:
    """Return the height of a bar as tall as an outage was long."""
    return max(4.0, most * share(minutes))


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of minutes on a stretch of pixels."""

    ticks: tuple[int, ...]
    start: float
    width: float
    logarithmic: bool = False

    def at(self, minutes: float) -> float:
        """Return where a number of minutes lies; what lies outside is put on the edge."""
        low, high = self.ticks[0], self.ticks[-1]
        linear = (min(max(minutes, low), high) - low) / (high - low)
        return self.start + (share(minutes, low, high) if self.logarithmic else linear) * self.width

    def written(self, write: Callable[[int], str]) -> Iterator[int]:
        """Yield the ticks whose labels fit beside each other, the first and the last among them."""
        last = self.at(self.ticks[-1]) - width_of(write(self.ticks[-1])) - 8
        reached = -math.inf
        for tick in self.ticks:
            half = width_of(write(tick)) / 2
            at = self.at(tick)
            edge = tick in (self.ticks[0], self.ticks[-1])
            if edge or (at - half > reached and at + half < last):
                yield tick
                reached = at + (2 * half if tick == self.ticks[0] else half) + 8


def logarithmic(shortest: float, longest: float, start: float, width: float) -> Scale:
    """Return a scale on which twice as long is always equally far, from one round number of minutes to another."""
    low = max((one for one in _ROUND[:-1] if one <= shortest), default=_ROUND[0])
    high = min((one for one in _ROUND if one >= longest and one > low), default=_ROUND[-1])
    return Scale(tuple(one for one in _ROUND if low <= one <= high), start, width, logarithmic=True)


def linear(longest: float, start: float, width: float) -> Scale:
    """Return a scale from the beginning to beyond the longest, so that there is room to write beside it."""
    reach = 1.6 * longest
    step = next((step for step in _STEPS if reach <= 4 * step), _STEPS[-1] * math.ceil(reach / 4 / _STEPS[-1]))
    return Scale(tuple(range(0, 4 * step + 1, step)), start, width)
