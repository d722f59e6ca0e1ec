"""What a server keeps between two saves: what was read of files, and the site that it shows."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from timeline.building.preflight import Options, Warn, checked_record, settled, site_of, warn_of_names
from timeline.building.preview import Preview
from timeline.language.messages import Refusal, asked, message
from timeline.reading.kept import Kept

Say: TypeAlias = Callable[[str], None]

_MOST_NAMED = 3


class Serving:
    """Reads again what has changed, and shows the last sound site with what is wrong since."""

    def __init__(self, say: Say, warn: Warn) -> None:
        self._say, self._warn, self._kept = say, warn, Kept()
        self._warned: set[str] = set()
        self._shown: Preview | None = None
        self._began = 0.0
        self._options: Options | None = None

    @property
    def preview(self) -> Preview:
        """The site as it is shown now."""
        if self._shown is None:
            raise RuntimeError("nothing is served yet")
        return self._shown

    def update(self, options: Options, target: Path) -> None:
        """Show what is sound now; raises Refusal where nothing can be shown yet."""
        self._began = time.monotonic()
        self._kept.fresh.clear()
        self._options = options
        try:
            self._shown = self._read(options, target)
        except Refusal as refusal:
            if self._shown is None:
                raise
            self.refuse(refusal)

    def refuse(self, refusal: Refusal) -> None:
        """Say what is wrong beside the record, and show it above the site of before."""
        self._say(str(refusal))
        self._shown = Preview(self.preview.site, refusal=str(refusal), by_hand=self.preview.by_hand)

    def _read(self, options: Options, target: Path) -> Preview:
        codes, settings = settled(options, target)
        by_hand = self._shown.by_hand if self._shown else None
        checked = checked_record(options.events, self._kept)
        if not checked.errors:
            site = site_of(options, codes, settings, checked.record)
            warn_of_names(site, options, self._warn_once)
            return Preview(site, by_hand=by_hand)
        before = self._shown.site if self._shown else site_of(options, codes, settings, checked.record.without_events())
        return Preview(before, checked.errors, by_hand=by_hand)

    def _warn_once(self, warning: str) -> None:
        if warning not in self._warned:
            self._warned.add(warning)
            self._warn(warning)

    def say_what_was_read(self) -> None:
        """Say which files of the record were read anew, and how long everything took, unless that was in vain."""
        if self.preview.refusal:
            return
        seconds = f"{time.monotonic() - self._began:.1f}"
        named = [self._name(path) for path in self._kept.fresh]
        shown = " ".join(named[:_MOST_NAMED]) + (" …" if len(named) > _MOST_NAMED else "")
        key = "serve.read" if named else "serve.made"
        self._say(message(asked(), key, files=len(named), named=shown, seconds=seconds))

    def _name(self, path: Path) -> str:
        events = self._options.events.parent if self._options else path.parent
        return path.relative_to(events).as_posix() if path.is_relative_to(events) else path.name
