"""What editors, merges and systems leave behind in a folder, and nobody means as a file of the record."""

import re

_LEFTOVER = re.compile(
    r"""
      \..*                                             # hidden: .DS_Store, .gitkeep, .name.swp, .~lock.name#
    | .*~ | \#.*\# | ~\$.*                             # backups and drafts of editors and of office programs
    | .*\.(?:sw[a-p] | orig | rej | bak | tmp | save | old)  # of Vim, of merges and patches, of whoever was careful
    | .*___jb_(?:tmp|old)___                           # of JetBrains' editors
    | 4913                                             # Vim asks by this file whether it may write here
    | (?:eh)?thumbs\.db | desktop\.ini | Icon\r        # of Windows and macOS
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)


def is_leftover(name: str) -> bool:
    """Say whether a file of this name is to be passed over in silence."""
    return _LEFTOVER.fullmatch(name) is not None
