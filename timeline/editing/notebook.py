"""A small file that remembers what was found out, line by line, so that a run that was killed goes on where it was."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from timeline.editing import files


@dataclass(slots=True)
class Notebook:
    """Notes by address, the newest last; each is one line of JSON, and a line that was cut off counts for nothing."""

    path: Path
    _notes: dict[str, list[dict[str, Any]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        for note in self._lines():
            self._notes.setdefault(note["url"], []).append(note)

    def _lines(self) -> Iterator[dict[str, Any]]:
        if not self.path.is_file():
            return
        for line in self.path.read_text("utf-8", "replace").splitlines():
            try:
                note = json.loads(line)
            except ValueError:
                continue
            if isinstance(note, dict) and isinstance(note.get("url"), str) and isinstance(note.get("day"), str):
                yield note

    def of(self, address: str) -> list[dict[str, Any]]:
        """Return the notes on an address, the newest last."""
        return self._notes.get(address, [])

    def add(self, address: str, day: str, **what: Any) -> None:
        """Write a note down at once."""
        note = {"url": address, "day": day, **what}
        self._notes.setdefault(address, []).append(note)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        cut_off = self.path.is_file() and self.path.stat().st_size and not self.path.read_bytes().endswith(b"\n")
        with self.path.open("a", encoding="utf-8") as file:
            file.write(("\n" if cut_off else "") + json.dumps(note, ensure_ascii=False) + "\n")

    def keep(self, addresses: set[str], notes: int = 4) -> None:
        """Forget the addresses that are no longer asked about, and all but the newest notes on the others."""
        kept = [note for url, found in self._notes.items() if url in addresses for note in found[-notes:]]
        files.replace(self.path, "".join(json.dumps(note, ensure_ascii=False) + "\n" for note in kept))
