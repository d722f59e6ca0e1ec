"""All that programs, calendars and readers of feeds take with them, written from the one chronicle."""

from collections.abc import Iterator
from typing import Any

from timeline.site.data import table_files
from timeline.site.data.api import openapi
from timeline.site.data.api.documents import Api
from timeline.site.data.calendars import Calendars
from timeline.site.data.feeds import atom, json_feed
from timeline.site.data.feeds.channels import Channels
from timeline.site.data.tables import tables
from timeline.site.parts.page import Artifact
from timeline.site.publication import Publication


def artifacts(publication: Publication) -> Iterator[Artifact]:
    """Yield the data and, for a site whose address is known, its feeds and calendars, which name it."""
    api = Api(publication)
    yield from api.artifacts()
    yield from openapi.artifacts(publication)
    listed = tuple(api.events.values())
    codes = tuple(own.code for own in publication.languages)
    yield from table_files.files(tables(listed, codes), listed, _about(api))
    if publication.url:
        for own in publication.languages:
            channels = Channels(publication, own)
            for channel in channels.all():
                yield from atom.files(channels, channel)
                yield from json_feed.files(channels, channel)
            yield from Calendars(publication, own).files()


def _about(api: Api) -> dict[str, Any]:
    """Return what the Data Package says of itself."""
    publication = api.publication
    code, license_ = publication.languages[0].code, publication.settings.license
    licensed = {"name": license_.identifier, "title": license_.name, "path": license_.url} if license_ else {}
    return {
        "name": "timeline",
        "title": publication.settings.name.in_language(code),
        "description": publication.settings.description.in_language(code),
        "version": api.version,
        **({"homepage": publication.root} if publication.url else {}),
        **({"created": f"{publication.updated}T00:00:00Z"} if publication.updated else {}),
        **({"licenses": [licensed]} if licensed else {}),
    }
