"""The home page's first line: what the record finds of the two sides, counted, and what is counted behind it."""

from typing import Any

from markupsafe import Markup, escape

from timeline.chronicle.chronicle import Chronicle
from timeline.chronicle.finding import Finding, findings
from timeline.chronicle.mockery import Mockery
from timeline.chronicle.sides import company_name
from timeline.language import Language
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import isolated

_STRONG = Markup("<b>{}</b>")
_LED = Markup('<a href="companies/{}/">{}</a>')


class FirstLine:
    """Says what was found; there is nothing to say where a side was never down."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows) -> None:
        self._language, self._rows = language, rows
        found = findings(chronicle)
        self._found = found if all(one.outages for one in found) else ()
        self._names = {one.company: company_name(one.company, chronicle.vocabulary, language.code) for one in found}

    def sentence(self) -> Markup:
        """Return the line: how often each side was down, and what the other made of it."""
        if not self._found:
            return Markup("")
        first, second = self._found
        word = escape(self._language.word("finding.down"))
        down = word.format(
            first=self._name(first.company),
            times=self._times(first),
            second=self._name(second.company),
            more=self._times(second),
        )
        return Markup(" ").join((down, self._mockery()))

    def counted(self) -> list[dict[str, Any]]:
        """Return the outages behind the line that were mocked, newest first, each with the first jab at it."""
        mocked = [one for found in self._found for one in found.mocked]
        newest = sorted(mocked, key=lambda one: one.outage.event.when.started.sort_key, reverse=True)
        return [
            {
                "outage": self._rows.brief(one.outage),
                "date": self._language.date(one.outage.event.when.started),
                "jab": self._rows.brief(one.first),
                "wait": self._waited(one),
            }
            for one in newest
        ]

    def _mockery(self) -> Markup:
        said = [self._mocked(one) for one in self._found if one.mocked]
        never = [self._never(one) for one in self._found if not one.mocked]
        if not said:
            return escape(self._language.word("finding.neither"))
        return escape(self._language.word("finding.join")).join((*said, *never)) + "."

    def _mocked(self, found: Finding) -> Markup:
        number = len(found.mocked)
        form = escape(self._language.form("finding.mocked", number))
        said = form.format(maker=self._name(found.rival), down=self._name(found.company), count=_STRONG.format(number))
        return said + self._within(found.soonest, number)

    def _within(self, soonest: Mockery | None, number: int) -> Markup:
        if soonest is None or soonest.wait is None:
            return Markup("")
        wait = _STRONG.format(self._language.duration(soonest.wait, governed=True))
        return escape(self._language.form("finding.within", number)).format(wait=wait)

    def _never(self, found: Finding) -> Markup:
        form = escape(self._language.word("finding.never"))
        return form.format(maker=self._name(found.rival), down=self._name(found.company))

    def _times(self, found: Finding) -> Markup:
        times = _STRONG.format(self._language.counted("count.times", len(found.outages)))
        return _LED.format(found.company, times)

    def _name(self, company: str) -> Markup:
        return isolated(self._names[company], self._language)

    def _waited(self, one: Mockery) -> str:
        if one.wait:
            return self._language.duration(one.wait)
        return self._language.word("charts.mock.same_day" if one.same_day else "charts.mock.untimed")
