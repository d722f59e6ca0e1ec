"""What a record's site gives to programs, made without a build and kept by path."""

from pathlib import Path

from tests import direct
from timeline.chronicle.chronicle import Chronicle
from timeline.language import languages
from timeline.site.data import take_away
from timeline.site.publication import Publication
from timeline.site.settings import Settings

ADDRESS = "https://site.example/record/"


def publication(chronicle: Chronicle, url: str = ADDRESS, settings: Settings | None = None) -> Publication:
    """Return a chronicle as the project's own site would publish it at another address."""
    return Publication(chronicle, settings or direct.settings(), languages(), url)


def files(chronicle: Chronicle, url: str = ADDRESS, settings: Settings | None = None) -> dict[str, bytes]:
    """Return every file that is published of a chronicle, by its path."""
    made = take_away.artifacts(publication(chronicle, url, settings))
    return {artifact.path: artifact.content for artifact in made}


def laid(files: dict[str, bytes], folder: Path) -> Path:
    """Write published files into a folder."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder
