"""What commands say to a person: in the language asked for, as UTF-8, and no matter where it is written to."""

import io
import os
import sys

from timeline.language import Language, of_commands
from timeline.values.bilingual import LANGUAGES, LanguageCode

VARIABLE = "TIMELINE_LANGUAGE"


class Refusal(Exception):
    """What was asked for cannot be done.

    ``key`` names the message in the catalogue of the commands, ``values`` fill its blanks: a number is counted
    by the words that bear the blank's name, of several things each stands on a line, and all else is shown as it is.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def said(self, code: LanguageCode) -> str:
        """Return the message in one language."""
        return message(code, self.key, **self.values)

    def __str__(self) -> str:
        return self.said(asked())


def message(code: LanguageCode, key: str, /, **values: object) -> str:
    """Return a message of the commands in one language, with its blanks filled as a Refusal's are."""
    words = of_commands(code)
    return words.word(key).format(**{name: _shown(name, value, words) for name, value in values.items()})


def _shown(name: str, value: object, words: Language) -> str:
    if isinstance(value, int):
        return words.counted(f"count.{name}", value)
    if isinstance(value, tuple):
        return "\n".join(f"  {_shown(name, one, words)}" for one in value)
    return words.quoted(str(value), 1000)


def asked() -> LanguageCode:
    """Return the language that the environment asks for, or English where it asks for none that there is."""
    wanted = os.environ.get(VARIABLE)
    return next((code for code in LANGUAGES if code == wanted), "en")


def use_utf8() -> None:
    """Write UTF-8 to the standard streams, whatever the environment says: texts in two scripts fit nothing smaller."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
