"""Runs a command and says what it cost: processor time of all its processes, wall time, and peak memory."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SAMPLE_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command cost: seconds, and bytes of memory held by all of its processes together at the peak."""

    cpu: float
    wall: float
    peak: int


def run(command: Sequence[str], folder: Path, **variables: str) -> Cost:
    """Run a command to its end; raises CalledProcessError with its output where it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONHASHSEED": "0"} | variables
    with (folder / "output.txt").open("w+b") as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
        peak = _Peak(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        peak.stop()
        if status:
            output.seek(0)
            sys.stderr.write(output.read().decode(errors="replace")[-2000:])
            raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), command)
    return Cost(usage.ru_utime + usage.ru_stime, wall, peak.bytes)


class _Peak:
    """Watches the memory of a process and its descendants; what they share is counted once, where the system tells."""

    def __init__(self, pid: int) -> None:
        self.bytes = 0
        self._pid, self._stopped = pid, threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    def stop(self) -> None:
        """End the watch."""
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.wait(_SAMPLE_SECONDS):
            self.bytes = max(self.bytes, sum(map(_held, _family(self._pid))))


def _family(pid: int) -> list[int]:
    """List a process and its descendants, where the system tells (Linux)."""
    found = [pid]
    for one in found:
        try:
            children = Path(f"/proc/{one}/task/{one}/children").read_text(encoding="ascii")
        except OSError:
            continue
        found += map(int, children.split())
    return found


def _held(pid: int) -> int:
    """Return a process's part of the memory: of a page that several share each has its share (PSS)."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) << 10 for line in lines if line.startswith("Pss:")), 0)
