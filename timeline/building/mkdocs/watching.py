"""Watches files by the system's own notices, where MkDocs looks at all of them twice a second."""

import logging
from typing import Any

from watchdog.events import FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent
from watchdog.observers import Observer

# It warns of changes that come while it is being ended.
logging.getLogger("watchdog").setLevel(logging.ERROR)

# To open and to read a file is no change of it, and a server does so itself.
_CHANGES = [FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent]


class Watching(Observer):  # type: ignore[misc, valid-type] # which class this is depends on the system
    """An observer that notices changes and nothing else."""

    def schedule(self, handler: Any, path: str, *, recursive: bool = False, **more: Any) -> Any:
        """Watch a path for changes."""
        return super().schedule(handler, path, recursive=recursive, event_filter=_CHANGES, **more)
