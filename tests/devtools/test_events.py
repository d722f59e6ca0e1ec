"""The records that are generated to be measured."""

from pathlib import Path

from devtools.events import write_record
from timeline.checking.result import check


def test_clean(tmp_path: Path) -> None:
    """The check has nothing to say of a generated record, so that what is measured is what contributors' files cost."""
    checked = check(write_record(tmp_path, 60))
    assert ((), 60) == (tuple(checked.problems), len(checked.record.files))
