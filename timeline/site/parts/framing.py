"""Where a part of a page can be framed, and the line by which another page does it."""

from dataclasses import dataclass

from markupsafe import Markup

from timeline.language import Language
from timeline.record.event import Event
from timeline.site.publication import Publication

FOLDER = "embed"

# The frame of the axis of all years.
AXIS = "axis/"

# In CSS pixels. A frame that is too low scrolls; one whose page listens to it is as high as it says.
WIDTH = 660
HEIGHTS = {"outage": 480, "event": 320, "quote": 320, "story": 440, "figure": 640, "axis": 900, "replay": 760}


@dataclass(frozen=True)
class Framing:
    """Frames of one language of a site."""

    publication: Publication
    language: Language

    def address(self, path: str) -> str:
        """Return the address of a frame by its path below its language's folder."""
        return f"{self.publication.root}{FOLDER}/{self.language.code}/{path}"

    def line(self, path: str, title: str, kind: str) -> str:
        """Return the line of HTML that frames it; nothing where the site's address is not known."""
        if not self.publication.url:
            return ""
        form = (
            '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy" '
            'style="max-width: {}px; border: 0; color-scheme: light dark"></iframe>'
        )
        return str(Markup(form).format(self.address(path), title, HEIGHTS[kind], WIDTH))  # noqa: S704 - as above


def framed(event: Event) -> str:
    """Return the kind of frame that an event is shown in."""
    return "outage" if event.outage and event.when.duration else "event"
