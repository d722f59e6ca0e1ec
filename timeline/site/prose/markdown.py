"""What Material asks of the extensions of Markdown: it holds where a site does not set these options itself."""

from collections.abc import Iterable, Mapping
from typing import Any

from timeline.material.emoji import generator, index

OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "pymdownx.emoji": {"emoji_index": index, "emoji_generator": generator},
    "pymdownx.tabbed": {"alternate_style": True},
    "pymdownx.tasklist": {"custom_checkbox": True},
}


def options(extensions: Iterable[str], own: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the options of a site's extensions of Markdown, its own before those that Material asks for."""
    asked = {name: OPTIONS[name] for name in extensions if name in OPTIONS}
    return {**own, **{name: {**theirs, **own.get(name, {})} for name, theirs in asked.items()}}
