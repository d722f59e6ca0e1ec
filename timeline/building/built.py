"""What came of a build."""

from dataclasses import dataclass
from pathlib import Path

from timeline.checking.result import Checked


@dataclass(frozen=True)
class Built:
    """A site that was built: where it is, how many pages it has, and what the check said of the record."""

    folder: Path
    pages: int
    checked: Checked
    events: Path
