"""Take what the check prints now as what is expected: ``python -m tests.accept``.

Read the difference before a commit.
"""

import tempfile
from pathlib import Path

from tests.golden import BAD, cases, check, lay


def main() -> None:
    """Write ``expected.txt`` of every bad case anew."""
    for case in cases(BAD):
        with tempfile.TemporaryDirectory() as folder:
            printed = check(lay(case, Path(folder) / "events")).stdout
        (case / "expected.txt").write_text(printed, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
