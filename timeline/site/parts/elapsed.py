"""The time between two moments, in few words: minutes where they are known, else days, months or years."""

from timeline.language import Language
from timeline.values.dates import Duration, Moment, Precision

DAY = 24 * 60
MINUTES = 120  # so many minutes are counted as minutes

# From how many days on months and years are counted, which are then no exact number.
MONTHS, YEARS = 60, 730


def waited(before: Moment | None, after: Moment, language: Language) -> str:
    """Say how long after one moment another came; nothing where that is not known, or at once."""
    if before is None:
        return ""
    wait = Duration.between(before, after)
    if wait and wait.minutes < DAY:
        return _minutes(wait, language) if wait.minutes > 0 else ""
    days = (after.start.date() - before.start.date()).days
    if min(before.precision, after.precision) < Precision.DAY or days < 1:
        return ""
    return _days(days, language)


def doubt(moment: Moment, language: Language) -> str:
    """Say in one word, to stand under a time, that it is not exact."""
    if moment.exact:
        return ""
    return language.word("wait.uncertain" if moment.uncertain else "wait.approximate")


def same_day(one: Moment, other: Moment) -> bool:
    """Say whether two moments are known to be of one day."""
    return min(one.precision, other.precision) >= Precision.DAY and one.start.date() == other.start.date()


def _minutes(wait: Duration, language: Language) -> str:
    hours, rest = (0, wait.minutes) if wait.minutes < MINUTES else divmod(wait.minutes, 60)
    parts = [("hour", hours), ("minute", rest)]
    said = [language.word(f"wait.{unit}").format(count=count) for unit, count in parts if count]
    length = language.word("wait.join").join(said)
    return language.word("wait.exact" if wait.exact else "wait.about").format(length=length)


def _days(days: int, language: Language) -> str:
    if days < MONTHS:
        return language.counted("wait.days", days)
    if days < YEARS:
        return language.counted("wait.months", round(days / 30.44))
    return language.counted("wait.years", round(days / 365.25))
