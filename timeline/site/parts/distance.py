"""How long after one entry of a story the next one came, in words: to the minute where that is known, else in days."""

import math

from timeline.language import Language
from timeline.values.dates import Duration, Moment, Precision

DAY = 24 * 60

# A stem is drawn beside the words; it grows with twice the days, and has so many lengths.
LONGEST = 5


def distance(before: Moment | None, after: Moment, language: Language) -> str:
    """Say how long after one moment another came; nothing where that is not known, or on the same day."""
    wait = Duration.between(before, after) if before else None
    if wait and 0 < wait.minutes < DAY:
        return _minutes(wait, language)
    days = days_between(before, after)
    return language.counted("distance.days", days) if days > 0 else ""


def days_between(before: Moment | None, after: Moment) -> int:
    """Count the days between two moments; none where either day is not known."""
    if before is None or min(before.precision, after.precision) < Precision.DAY:
        return 0
    return (after.start.date() - before.start.date()).days


def stem(before: Moment | None, after: Moment) -> int:
    """Return how long a stem tells the distance of two moments, from 1 up."""
    return min(1 + round(math.log2(days_between(before, after) + 1) / 2), LONGEST) if before else 1


def _minutes(wait: Duration, language: Language) -> str:
    hours, minutes = divmod(wait.minutes, 60)
    parts = (language.counted(f"distance.{unit}", n) for unit, n in (("hour", hours), ("minute", minutes)) if n)
    key = "distance.exact" if wait.exact else "distance.about"
    return language.word(key).format(length=language.word("distance.join").join(parts))
