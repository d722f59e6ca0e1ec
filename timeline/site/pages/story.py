"""The pages of stories: the list of them, and each as a sequence of entries, day by day, under its small axis."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry, Tale
from timeline.chronicle.replay import replay_of
from timeline.language import Language
from timeline.site.drawing.small_axis import SmallAxis
from timeline.site.pages.replay import PLACE, ReplayPages, path_of, replay_path
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import minute, render
from timeline.site.parts.page import Page
from timeline.site.parts.sending import Sender
from timeline.site.publication import last_change
from timeline.values.dates import Duration, Precision

HOME = "../../"

# A sentence ends at its mark; the dot of an abbreviation, such as U.S. or Mr., is none.
_SENTENCE = re.compile(r".+?(?:[!?؟…]|(?<![^A-Za-z][A-Za-z])(?<![^A-Za-z][A-Z][a-z])\.)[”»)]*(?=\s|$)")


class StoryPages:
    """Writes the pages of all stories of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, sender: Sender) -> None:
        self.chronicle, self.language, self.rows, self._sender = chronicle, language, rows, sender
        self._axis = SmallAxis(chronicle, language, rows)
        self._replays = ReplayPages(chronicle, language, rows, self._axis)

    def pages(self) -> Iterator[Page]:
        """Yield the list of stories, then a page for each, and one more for each that can be replayed."""
        title, description = self.language.word("stories.title"), self.language.word("stories.description")
        yield Page(PLACE, "stories", title, description, self._list, PLACE)
        tales = self.chronicle.stories
        for before, tale, after in zip((None, *tales), tales, (*tales[1:], None), strict=False):
            yield self._page(before, tale, after)
            if replay := replay_of(tale):
                yield self._replays.page(replay)

    def _list(self) -> str:
        listed = [
            {
                "path": path_of(tale),
                "title": self._title(tale),
                "counted": self._counted(tale),
                "years": self._years(tale),
                "opening": opening(tale.story.introduction.in_language(self.language.code)),
            }
            for tale in self.chronicle.stories
        ]
        return render("stories.html", self.language, home="../", tales=listed)

    def _page(self, before: Tale | None, tale: Tale, after: Tale | None) -> Page:
        introduction = tale.story.introduction.in_language(self.language.code)
        context = {
            "home": HOME,
            "title": self._title(tale),
            "span": self._span(tale),
            "counted": self._counted(tale),
            "introduction": introduction,
            "before": {"path": path_of(before), "title": self._title(before)} if before else None,
            "after": {"path": path_of(after), "title": self._title(after)} if after else None,
            "replay": replay_path(tale),
            "messengers": self._sender.links(self._title(tale), path_of(tale)),
            "words": scripts.words(self.language, "take", "zone"),
        }
        return Page(
            path_of(tale), "story", self._title(tale), opening(introduction),
            lambda: render(
                "story.html", self.language, **context, axis=self._axis.of_story(tale), days=list(self._days(tale))
            ),
            PLACE, ("story.css", "take.js", "zone.js"), has_feed=True,
            subject=tale, modified=last_change(tale.entries),
        )  # fmt: skip

    def _title(self, tale: Tale) -> str:
        return tale.story.title.in_language(self.language.code)

    def _counted(self, tale: Tale) -> str:
        return self.language.counted("count.entries", len(tale.entries))

    def _years(self, tale: Tale) -> str:
        first, last = tale.first.year, tale.last.year
        return first if first == last else f"{first} – {last}"

    def _span(self, tale: Tale) -> str:
        first, last = (self.language.date(one.event.when.started) for one in (tale.first, tale.last))
        return first if first == last else self.language.word("stories.span").format(first=first, last=last)

    def _days(self, tale: Tale) -> Iterator[dict[str, Any]]:
        """Yield the entries under their dates; a date that comes back later begins anew."""
        steps = zip((None, *tale.entries), tale.entries, strict=False)
        for date, listed in groupby(steps, key=lambda step: self.language.date(step[1].event.when.started)):
            yield {"date": date, "steps": [self._step(before, entry) for before, entry in listed]}

    def _step(self, before: Entry | None, entry: Entry) -> dict[str, Any]:
        started = entry.event.when.started
        has_minute = started.precision is Precision.MINUTE
        wait = Duration.between(before.event.when.started, started) if before else None
        later = self.language.later(wait) if wait and wait.minutes > 0 else ""
        return {
            "id": entry.id,
            "brief": self.rows.brief(entry),
            "summary": entry.event.summary.in_language(self.language.code),
            "clock": minute(started, self.language) if has_minute else "",
            "later": later,
        }


def opening(text: str) -> str:
    """Return the first sentence of a text."""
    found = _SENTENCE.match(text)
    return found.group() if found else text
