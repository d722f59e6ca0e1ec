"""Feeds in JSON Feed 1.1 (jsonfeed.org); the next page of a feed holds the entries that come after its own."""

import json
from collections.abc import Iterator
from typing import Any

from timeline.site.data.feeds.channels import LATEST, Channel, Channels
from timeline.site.data.feeds.items import Item
from timeline.site.icons import LARGE as ICON
from timeline.site.parts.page import Artifact

VERSION = "https://jsonfeed.org/version/1.1"


def files(channels: Channels, channel: Channel) -> Iterator[Artifact]:
    """Yield a feed and, where all of it is kept, its further pages."""
    pages = [channel.items[at : at + LATEST] for at in range(0, len(channel.items), LATEST)] or [()]
    base, code = channels.base, channels.language.code
    for number, items in enumerate(pages if channel.archived else pages[:1], 1):
        last = not channel.archived or number == len(pages)
        feed: dict[str, Any] = {
            "version": VERSION,
            "title": channel.title,
            "description": channels.publication.settings.description.in_language(code),
            "home_page_url": f"{base}{channel.page}",
            "feed_url": f"{base}{_path(channel, number)}",
            **({} if last else {"next_url": f"{base}{_path(channel, number + 1)}"}),
            "language": code,
            **({"icon": f"{channels.publication.root}{ICON}"} if channels.publication.icons else {}),
            "authors": [{"name": channels.name}],
            "items": [_item(item) for item in items],
        }
        yield Artifact(f"{code}/{_path(channel, number)}", json.dumps(feed, ensure_ascii=False).encode())


def _path(channel: Channel, number: int) -> str:
    return f"{channel.path}.json" if number == 1 else f"{channel.path}-page-{number}.json"


def _item(item: Item) -> dict[str, Any]:
    return {
        "id": item.id,
        "url": item.address,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.content,
        "date_published": item.published,
        "date_modified": item.updated,
        "tags": [name for _, _, name in item.categories],
        "language": item.language.code,
        "_event": {"about": item.explained, "happened": item.happened},
    }
