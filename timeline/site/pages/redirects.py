"""Pages at former ids, each of which leads on to the entry that bears it now."""

from collections.abc import Iterator
from functools import partial

from timeline.chronicle.chronicle import Chronicle
from timeline.language import Language
from timeline.site.parts.html import render
from timeline.site.parts.page import Page

MOVED = "moved"  # the shape of pages that lead on to another one


def pages(chronicle: Chronicle, language: Language) -> Iterator[Page]:
    """Yield a page for each former id, which leads to the entry that bears it now."""
    for former, now in chronicle.moved.items():
        title = chronicle.by_id[now].event.title.in_language(language.code)
        href = f"../{now}/"
        # The script leads on to the same passage; what a browser does by itself forgets the fragment.
        refresh = f'<noscript><meta http-equiv="refresh" content="0; url={href}"></noscript>'
        head = f'{refresh}<meta name="robots" content="noindex">'
        body = render("moved.html", language, href=href, title=title)
        yield Page(
            f"events/{former}/",
            MOVED,
            title,
            language.word("moved.title"),
            partial(str, body),
            files=("moved.js",),
            head=head,
        )
