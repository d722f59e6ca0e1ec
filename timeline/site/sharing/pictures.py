"""Which picture a page has, where it lies, and what it says in words."""

import hashlib
import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

import PIL
import resvg_py
from PIL import Image

from timeline.chronicle.chronicle import Entry, Tale
from timeline.language import Language
from timeline.site.parts.page import Page
from timeline.site.publication import Publication
from timeline.site.sharing import claims, outages, overviews, typesetting, words
from timeline.site.sharing.lanes import Lanes, sentences
from timeline.site.sharing.sheet import HEIGHT, WIDTH, Sheet

NAME = "share.png"
FIGURES = "figures/"

# Type and flat colours need no more; a picture is a third as large with so many.
COLOURS = 64

# What apps that show links take without hesitation; of what is larger the edges of letters get fewer shades.
MOST_BYTES, FEWER_COLOURS = 60 * 1024, 16


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture: its path below its language's folder, what it says in words, and what draws it, in SVG."""

    path: str
    alt: str
    draw: Callable[[], Sheet]
    width: int = WIDTH
    height: int = HEIGHT


class Pictures:
    """The pictures of a publication in one language; pages without one of their own have the site's."""

    def __init__(self, publication: Publication, language: Language) -> None:
        self._lanes = Lanes(publication, language)

    def all(self, pages: Iterable[Page]) -> Iterator[Picture]:
        """Yield every picture of some pages once."""
        yield from {picture.path: picture for picture in map(self.of, pages)}.values()

    def of(self, page: Page) -> Picture:
        """Return the picture of a page."""
        lanes, path = self._lanes, f"{page.path}{NAME}"
        match page.subject:
            case Entry() as entry:
                layout = claims if entry.event.is_debunked else outages if entry.event.outage else words
                return Picture(path, layout.said(entry, lanes), partial(layout.draw, entry, lanes))
            case Tale() as tale:
                return Picture(path, overviews.story_said(tale, lanes), partial(overviews.story, tale, lanes))
            case (table, one):
                said = overviews.subject_said(table, one, lanes)
                return Picture(path, said, partial(overviews.subject, table, one, lanes))
            case None if page.path == FIGURES:
                return Picture(path, overviews.figures_said(lanes), partial(overviews.figures, lanes))
            case None:
                return self._home

    @cached_property
    def _home(self) -> Picture:
        settings, code = self._lanes.publication.settings, self._lanes.language.code
        title = settings.headline.in_language(code) if settings.headline else self._lanes.name
        description = settings.description.in_language(code)
        said = sentences((title, description))
        return Picture(NAME, said, partial(overviews.home, self._lanes, title, description))


class Press:
    """Makes pictures of drawings."""

    @cached_property
    def _fonts(self) -> list[str]:
        return typesetting.files()

    @cached_property
    def edition(self) -> str:
        """A name for all but the drawing that a picture is made of: the fonts, and what draws and writes."""
        digest = hashlib.sha256(f"{resvg_py.__version__} {PIL.__version__} {COLOURS}".encode())
        for font in self._fonts:
            digest.update(Path(font).read_bytes())
        return digest.hexdigest()

    def png(self, svg: str) -> bytes:
        """Return a drawing as a picture of few colours."""
        drawn = resvg_py.svg_to_bytes(svg_string=svg, font_files=self._fonts, skip_system_fonts=True)
        with Image.open(io.BytesIO(drawn)) as picture:
            whole = picture.convert("RGB")
        content = _written(whole, COLOURS)
        return content if len(content) <= MOST_BYTES else _written(whole, FEWER_COLOURS)


def _written(picture: Image.Image, colours: int) -> bytes:
    few = picture.quantize(colours, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    content = io.BytesIO()
    few.save(content, "PNG", optimize=True)
    return content.getvalue()
