"""Take what the check prints and what is drawn now as what is expected: ``python -m tests.accept``.

Read the difference before a commit, and look at the drawings.
"""

import tempfile
from pathlib import Path

from tests import drawings
from tests.golden import BAD, cases, check, lay
from timeline.values.bilingual import LANGUAGES


def main() -> None:
    """Write ``expected.txt`` of every bad case, and every drawing, anew."""
    for case in cases(BAD):
        with tempfile.TemporaryDirectory() as folder:
            printed = check(lay(case, Path(folder) / "events")).stdout
        (case / "expected.txt").write_text(printed, "utf-8", newline="\n")
    drawings.GOLDEN.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        found = drawings.chronicle(Path(folder))
    for name in drawings.PAGES:
        for code in LANGUAGES:
            text = drawings.drawn(found, name, code)
            (drawings.GOLDEN / f"{name}-{code}.svg").write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
