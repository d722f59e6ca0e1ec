"""The same pages as plain Markdown files with HTML in them, for any other builder."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.site.parts.page import Artifact, Page


def exported(pages: Iterable[Page], language: str) -> Iterator[Artifact]:
    """Yield a Markdown file for each page: its title and description as YAML front matter, then its HTML.

    Blank lines are taken out of the HTML: in CommonMark one of them would end it.
    """
    for page in pages:
        front = {"title": page.title, "description": page.description}
        lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items())
        body = "\n".join(line for line in page.body().split("\n") if line.strip())
        path = f"{language}/{page.path.rstrip('/') or 'index'}.md"
        yield Artifact(path, "\n".join(["---", *lines, "---", "", body, ""]).encode())


def prose(folder: Path, language: str) -> Iterator[Artifact]:
    """Yield the pages that are written by hand, as they are."""
    for path in sorted((folder / language).rglob("*.md")):
        yield Artifact(f"{language}/{path.relative_to(folder / language).as_posix()}", path.read_bytes())
