"""A frame: a part of a page in a page of its own, which may be framed by anybody, and does nothing else.

Its links are those of the page that it is a part of, whose address is its base, and open beside what frames it.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from timeline.language import Language
from timeline.site.parts.framing import FOLDER, HEIGHTS, WIDTH, Framing
from timeline.site.parts.html import environment
from timeline.site.parts.page import Artifact
from timeline.site.parts.shell import content_policy
from timeline.site.publication import Publication


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame by its path, and the path of the page that it is a part of, both below their language's folder.

    ``kind`` is one of ``HEIGHTS``; ``body`` makes the HTML of what it shows when it is wanted, with scripts and
    styles of some names; ``fragment`` leads to it on the page.
    """

    path: str
    of: str
    kind: str
    title: str
    body: Callable[[], str]
    files: tuple[str, ...] = ()
    fragment: str = ""


@dataclass(frozen=True)
class Frames:
    """Writes frames in one language; ``files`` is the folder of the build's styles and scripts.

    What is not ``guarded`` has no policy.
    """

    publication: Publication
    language: Language
    files: str
    guarded: bool = True
    policy: str = ""

    def artifacts(self, frame: Frame) -> Iterator[Artifact]:
        """Yield a frame and, where its address is known, what says to programs how it is framed (oEmbed 1.0)."""
        own = replace(self, policy=self._strictest) if self.guarded else self
        folder = f"{FOLDER}/{self.language.code}/{frame.path}"
        yield Artifact(f"{folder}index.html", own.html(frame).encode())
        if self.publication.url:
            yield Artifact(f"{folder}oembed.json", json.dumps(self._described(frame), ensure_ascii=False).encode())

    def html(self, frame: Frame) -> str:
        """Return the whole HTML of a frame."""
        up = "../" * (frame.path.count("/") + 2)
        content = Markup(frame.body())  # noqa: S704 - it was made by templates
        return environment(self.language).get_template("embed.html").render(
            site=self, name=self._name, frame=frame, content=content, base=f"{up}{self.language.code}/{frame.of}",
            root="../" * (frame.of.count("/") + 1), own=self._framing.address(frame.path),
            canonical=self.publication.address(self.language, frame.of) if self.publication.url else "",
        )  # fmt: skip

    @cached_property
    def _strictest(self) -> str:
        empty = Frame("", "", "event", "", str)
        return content_policy(replace(self, guarded=False).html(empty)).replace("base-uri 'none'", "base-uri 'self'")

    @cached_property
    def _framing(self) -> Framing:
        return Framing(self.publication, self.language)

    @cached_property
    def _name(self) -> str:
        return self.publication.settings.name.in_language(self.language.code)

    def _described(self, frame: Frame) -> dict[str, Any]:
        return {
            "version": "1.0",
            "type": "rich",
            "title": frame.title,
            "provider_name": self._name,
            "provider_url": self.publication.address(self.language),
            "width": WIDTH,
            "height": HEIGHTS[frame.kind],
            "html": self._framing.line(frame.path, frame.title, frame.kind),
        }
