"""Work in several processes ends with the one that asked for it, whenever a request to end comes."""

import subprocess
import sys

import pytest

# Asks itself to end as soon as the first child is begun, and says how many are left when the request is heard.
ASKED = """
import os, signal, time
from pathlib import Path
from timeline.building import interrupts, processes

def ask():
    if not asked:
        asked.append(os.kill(os.getpid(), signal.{name}))

def wait():
    time.sleep(60)

asked = []
interrupts.end_like_an_interrupt()
signal.signal(signal.SIGINT, signal.default_int_handler)
os.register_at_fork(after_in_parent=ask)
try:
    processes.run([wait, wait, wait], print)
except KeyboardInterrupt:
    print(len(asked), Path(f"/proc/self/task/{{os.getpid()}}/children").read_text().split())
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_asked_to_end_at_the_start(name: str) -> None:
    """No child lives on that was being begun when the request came."""
    command = [sys.executable, "-c", ASKED.format(name=name)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert ("1 []\n", "") == (done.stdout, done.stderr)
