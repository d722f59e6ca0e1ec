"""What MkDocs refuses, said in one line in the language asked for."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.exceptions import MkDocsException

from timeline.building import faults
from timeline.building.preflight import line_of
from timeline.language.messages import Refusal
from timeline.reading.reader import read

_MOST_BYTES = 1 << 20


@contextmanager
def refusals(file: Path | None) -> Iterator[None]:
    """Raise as a Refusal what MkDocs and the system refuse; ``file`` is the configuration."""
    kept = _Kept()
    logger = logging.getLogger("mkdocs.config")
    logger.filters.insert(0, kept)  # a server is within such a context all the time
    try:
        yield
    except OSError as error:
        raise faults.refusal_of(error) from None
    except UnicodeDecodeError:
        raise Refusal("refused.not_utf8") from None
    except MkDocsException as error:
        raise _refusal_of(error, file, kept.lines) from None
    finally:
        logger.removeFilter(kept)


def _refusal_of(error: MkDocsException, file: Path | None, wrong: list[str]) -> Refusal:
    if isinstance(error.__cause__, Refusal):
        return error.__cause__
    unreadable = _unreadable(file) if file else None
    if unreadable:
        return Refusal("refused.unreadable", line=unreadable)
    if wrong:
        return Refusal("refused.configuration", file=file or "mkdocs.yml", reason="; ".join(wrong))
    return Refusal("refused.mkdocs", reason=error.format_message().partition("\n")[0])


def _unreadable(file: Path) -> str | None:
    """Say where the configuration is no YAML."""
    try:
        _, tree, problems = read(file.name, file.read_bytes(), _MOST_BYTES)
    except OSError:
        return None
    return line_of(problems[-1]) if tree is None and problems else None  # the last is what stopped the reader


class _Kept(logging.Filter):
    """Keeps what MkDocs finds wrong in the configuration, which is said in one line at last."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep an error, and let warnings pass."""
        if record.levelno < logging.ERROR:
            return True
        self.lines.append(record.getMessage())
        return False
