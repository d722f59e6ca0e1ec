"""A request to end, by whichever signal, is an interrupt: what was begun is cleared away, and one line is said."""

import signal
import threading
from types import FrameType
from typing import NoReturn


def end_like_an_interrupt() -> None:
    """Let the signal of a service manager do what Ctrl-C does, and Ctrl-C too where it was to be ignored."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, _interrupt)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
