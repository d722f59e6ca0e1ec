"""An entry's place in its stories: what comes before and after it there.

A story's page leads to its entries with the name of the story behind the address, and the style sheet shows the pager
of that story then instead of the one by company. So it works without script, and the address stays one page's.
"""

from collections.abc import Iterator
from typing import Any

from timeline.chronicle.chronicle import Chronicle, Entry, Tale
from timeline.language import Language
from timeline.site.parts.briefs import Rows
from timeline.site.parts.distance import distance


def within(tale: Tale) -> str:
    """Return the id that an entry's page has for its place in a story."""
    return f"in-{tale.id}"


def places(entry: Entry, chronicle: Chronicle, language: Language, rows: Rows) -> Iterator[dict[str, Any]]:
    """Yield an entry's place in each of its stories, with the entries before and after it."""
    for tale in chronicle.told_in(entry):
        at, number = tale.entries.index(entry), language.number
        before = tale.entries[at - 1] if at else None
        after = tale.entries[at + 1] if at + 1 < len(tale.entries) else None
        title = tale.story.title.in_language(language.code)
        words = {"number": number(at + 1), "of": number(len(tale.entries)), "story": language.nested(title)}
        yield {
            "id": within(tale),
            "path": f"stories/{tale.id}/#{entry.id}",
            "place": language.word("stories.in_story").format(**words),
            "before": rows.brief(before) if before else None,
            "after": rows.brief(after) if after else None,
            "later": distance(entry.event.when.started, after.event.when.started, language) if after else "",
        }
