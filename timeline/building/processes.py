"""Work done in several processes at once, each a copy of this one: nothing is handed over or read twice."""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import TypeAlias

from timeline.language.messages import Refusal

Task: TypeAlias = Callable[[], None]

# A copy of a process in which other threads run can lock up, and macOS runs some of its own (bpo-33725).
_CAN_COPY = hasattr(os, "fork") and sys.platform != "darwin"

_REQUESTS = {signal.SIGINT, signal.SIGTERM}


def run(tasks: Sequence[Task], waiting: Task) -> None:
    """Do all tasks and call ``waiting`` now and then meanwhile; raises what one of them raised.

    The last one is done in this process, each other in a process of its own. Where the system cannot copy a
    process safely, all are done here, one after the other.
    """
    *others, own = tasks
    if not _CAN_COPY or threading.active_count() > 1:
        for task in tasks:
            task()
        return
    gc.freeze()  # no copy walks over what it has in common with the others, or it would be copied after all
    children: list[_Child] = []
    try:
        with _uninterrupted():  # or a child would be begun that nobody knows of, or end by the parent's rules
            children += [_Child(task) for task in others]
        own()
        for child in children:
            child.wait(waiting)
    finally:
        for child in children:
            child.stop()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Let requests to end wait."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _REQUESTS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Child:
    """A process with one task."""

    def __init__(self, task: Task) -> None:
        context = multiprocessing.get_context("fork")
        self._failure, ours = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(task, ours), daemon=True)
        self._process.start()
        ours.close()

    def wait(self, waiting: Task) -> None:
        """Wait until the task is done; raises what it raised."""
        while not self._failure.poll(0.1):
            waiting()
        try:
            failure = self._failure.recv()
        except EOFError:
            raise Refusal("refused.ended") from None
        if failure is not None:
            raise failure

    def stop(self) -> None:
        """End the process if it still runs."""
        self._process.kill()
        self._process.join()


def _do(task: Task, outcome: Connection) -> None:
    """Do a task in a process of its own and send what it raised; an interrupt is the parent's matter."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _REQUESTS)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        task()
    except Exception as failure:  # noqa: BLE001 - the parent raises it again
        outcome.send(failure)
    else:
        outcome.send(None)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
