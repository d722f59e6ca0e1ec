"""The pages of stories: the list of them, and each told in chapters, entry by entry, between the lines of two sides."""

from collections.abc import Iterator
from itertools import pairwise, repeat
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry, Tale
from timeline.chronicle.replay import replay_of
from timeline.chronicle.sides import sides
from timeline.chronicle.telling import Count, Part, counts_of, parts_of
from timeline.language import Language
from timeline.record.story import Counter
from timeline.site.drawing import story_strip
from timeline.site.drawing.small_axis import SmallAxis
from timeline.site.pages.replay import PLACE, ReplayPages, path_of, replay_path
from timeline.site.parts import scripts
from timeline.site.parts.briefs import Rows
from timeline.site.parts.html import render
from timeline.site.parts.page import Page
from timeline.site.parts.reading import minutes_to_read, opening
from timeline.site.parts.story_steps import StorySteps, Told
from timeline.site.parts.taking import Taking
from timeline.site.parts.within_story import within
from timeline.site.publication import last_change
from timeline.values.dates import Duration, Precision

HOME = "../../"

# On phones a story of more entries than these leaves out what the words are about.
LONG = 30
FILES = ("story.css", "telling.css", "take.js", "telling.js", "clocks.js")


class StoryPages:
    """Writes the pages of all stories of a chronicle in one language."""

    def __init__(self, chronicle: Chronicle, language: Language, rows: Rows, taking: Taking) -> None:
        self.chronicle, self.language, self.rows, self._taking = chronicle, language, rows, taking
        self._axis = SmallAxis(chronicle, language, rows)
        self._steps = StorySteps(chronicle, language, rows, HOME)
        self._replays = ReplayPages(chronicle, language, rows, self._axis)
        found = sides(chronicle.vocabulary, language.code)
        self._sides = found if len(found) == 2 else ()

    def pages(self) -> Iterator[Page]:
        """Yield the list of stories, then a page for each, and one more for each that can be replayed."""
        title, description = self.language.word("stories.title"), self.language.word("stories.description")
        yield Page(PLACE, "stories", title, description, self._list, PLACE, ("story.css",))
        tales = self.chronicle.stories
        for before, tale, after in zip((None, *tales), tales, (*tales[1:], None), strict=False):
            yield self._page(before, tale, after)
            if replay := replay_of(tale):
                yield self._replays.page(replay)

    def _list(self) -> str:
        listed = [self._listed(tale) for tale in sorted(self.chronicle.stories, key=lambda t: not t.story.start_here)]
        return render("stories.html", self.language, home="../", tales=listed)

    def _listed(self, tale: Tale) -> dict[str, Any]:
        drawn = [[self._steps.drawn(entry) for entry in part.entries] for part in parts_of(tale)]
        return {
            "path": path_of(tale),
            "years": self._years(tale),
            "start_here": tale.story.start_here,
            "replay": replay_path(tale),
            "picture": story_strip.level(drawn, f"level-{tale.id}", self.language) if self._sides else "",
            **self._said(tale),
        }

    def _said(self, tale: Tale) -> dict[str, str]:
        """Return what a story's page and the list of all say of it alike."""
        counted = self.language.counted
        chapters = len(tale.story.chapters)
        return {
            "title": self._title(tale),
            "teaser": self._teaser(tale),
            "counted": counted("count.entries", len(tale.entries)),
            "chapters": counted("stories.chapters", chapters) if chapters else "",
            "reading": counted("stories.minutes", minutes_to_read(self._read(tale))),
        }

    def _page(self, before: Tale | None, tale: Tale, after: Tale | None) -> Page:
        neighbours = zip(("before", "after"), (before, after), strict=True)
        near = {key: {"path": path_of(t), "title": self._title(t)} if t else None for key, t in neighbours}
        return Page(
            path_of(tale), "story", self._title(tale), self._teaser(tale),
            lambda: render("story.html", self.language, home=HOME, **self._context(tale), **near),
            PLACE, FILES, has_feed=True, subject=tale, modified=last_change(tale.entries), framed=True,
        )  # fmt: skip

    def _context(self, tale: Tale) -> dict[str, Any]:
        introduction = tale.story.introduction.in_language(self.language.code)
        counters = [self._counter(*each, tale) for each in enumerate(tale.story.counters)]
        return {
            **self._said(tale),
            "span": self._span(tale.entries),
            "long": len(tale.entries) > LONG,
            "introduction": introduction,
            "timed": any(entry.event.when.started.precision is Precision.MINUTE for entry in tale.entries),
            "replay": replay_path(tale),
            "taken": self._taking.page(tale.id, self._title(tale), path_of(tale), "story"),
            "words": scripts.words(self.language, "take", "zone", "time"),
            "sides": self._sides,
            "axis": self._axis.of_story(tale),
            "counters": counters,
            "told": list(self._parts(tale, counters)),
            "here": f"#{within(tale)}",
            "progress": story_strip.progress([len(part.entries) for part in parts_of(tale)], self.language),
        }

    def _parts(self, tale: Tale, counters: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Yield the chapters of a story, each with its entries, its piece of the strip and what counters stand at."""
        every, told = parts_of(tale), self._told(tale)
        numbers = zip(*(one["values"] for one in counters), strict=True) if counters else repeat(())
        for part in every:
            steps = [self._steps.step(next(told)) | {"counts": next(numbers)} for _ in part.entries]
            yield {"number": part.number, "steps": steps, **self._chapter(part, len(every)), "strip": self._strip(part)}

    def _chapter(self, part: Part, of: int) -> dict[str, str]:
        if part.chapter is None:
            return {"title": "", "text": "", "place": "", "span": ""}
        code, number = self.language.code, self.language.number
        return {
            "title": part.chapter.title.in_language(code),
            "text": part.chapter.text.in_language(code),
            "place": self.language.word("stories.chapter").format(number=number(part.number), of=number(of)),
            "span": self._span(part.entries),
        }

    def _span(self, entries: tuple[Entry, ...]) -> str:
        """Write from when to when some entries go, by those whose day is known, if there are any."""
        every = sorted((entry.event.when.started for entry in entries), key=lambda moment: moment.sort_key)
        dated = [moment for moment in every if moment.precision >= Precision.DAY] or every
        return self.language.span(dated[0], dated[-1])

    def _strip(self, part: Part) -> str:
        drawn = [self._steps.drawn(entry) for entry in part.entries]
        return story_strip.upright(drawn, f"strip-{part.number}", self.language) if self._sides else ""

    def _counter(self, number: int, counter: Counter, tale: Tale) -> dict[str, Any]:
        values, code = [self._written(counter, count) for count in counts_of(counter, tale)], self.language.code
        return {
            "number": number,
            "label": counter.label.in_language(code),
            "short": counter.short.in_language(code) if counter.short else "",
            "values": values,
            "first": values[0],
            "last": values[-1],
        }

    def _written(self, counter: Counter, count: Count) -> str:
        if counter.counts == "down":
            return self.language.duration(Duration(count.value, count.exact))
        return self.language.number(count.value)

    def _read(self, tale: Tale) -> Iterator[str]:
        """Yield the texts of a story's page."""
        code = self.language.code
        yield self._teaser(tale)
        for chapter in tale.story.chapters:
            yield from (chapter.title.in_language(code), chapter.text.in_language(code))
        for told in self._told(tale):
            yield from self._steps.read(told)

    def _told(self, tale: Tale) -> Iterator[Told]:
        before: tuple[Entry | None, ...] = (None, *tale.entries)
        yield from (Told(entry, earlier) for earlier, entry in pairwise(before) if entry)

    def _title(self, tale: Tale) -> str:
        return tale.story.title.in_language(self.language.code)

    def _teaser(self, tale: Tale) -> str:
        """Return a story in one sentence: its own, or the first of its introduction."""
        code, story = self.language.code, tale.story
        return story.teaser.in_language(code) if story.teaser else opening(story.introduction.in_language(code))

    def _years(self, tale: Tale) -> str:
        first, last = tale.first.year, tale.last.year
        return first if first == last else f"{first} – {last}"
