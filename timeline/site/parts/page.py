"""What a writer gives: pages of one language, and artifacts that are no pages."""

import posixpath
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from timeline.chronicle.chronicle import Entry, Tale


class UnsafePath(ValueError):
    """A path that would leave the site's folder or that some file system cannot hold."""


def _checked(path: str) -> str:
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or "\0" in path or any(part in (".", "..") for part in parts):
        raise UnsafePath(path)
    if path and ("" in parts[:-1] or posixpath.normpath(path) != path.rstrip("/")):
        raise UnsafePath(path)
    return path


# An entry, a story, or a term of the vocabulary by its table and its id.
Subject: TypeAlias = Entry | Tale | tuple[str, str]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of one language.

    ``path`` is relative to the language's folder and ends with ``/`` (the home page is ``""``); ``shape`` is the class
    of its body. ``body`` makes the finished HTML when it is wanted. ``place`` is the path of the place in the
    navigation that it belongs to, ``files`` are the names of the style sheets and scripts that it has beside those
    of every page, and ``has_feed`` says that feeds of its own lie beside it. ``subject`` is what the page is about, and
    ``modified`` the day (ISO 8601) on which what it tells changed last, where that is known; an article has a day on
    which it was ``published`` too. ``framed`` says that other people's pages can frame it.
    """

    path: str
    shape: str
    title: str
    description: str
    body: Callable[[], str]
    place: str = ""
    files: tuple[str, ...] = ()
    head: str = ""
    has_feed: bool = False
    subject: Subject | None = None
    modified: str = ""
    published: str = ""
    framed: bool = False

    def __post_init__(self) -> None:
        if _checked(self.path) and not self.path.endswith("/"):
            raise UnsafePath(self.path)

    @property
    def depth(self) -> int:
        """How many folders the page lies below its language's folder."""
        return self.path.count("/")


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site that is no page, by its path below the site's root."""

    path: str
    content: bytes

    def __post_init__(self) -> None:
        if not _checked(self.path) or self.path.endswith("/"):
            raise UnsafePath(self.path)
