"""Scripts with short names for what only they know: a third less for who reads, and the same program.

The library that does it, tdewolff/minify, is written in Go, whose runtime does not survive a fork of the process that
has it: it works in a process of its own. Where it cannot be installed, scripts stay as they are.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec

_PROGRAM = """
import json, sys, minify
json.dump([minify.string("application/javascript", one) for one in json.load(sys.stdin)], sys.stdout)
"""


def minified(scripts: Iterable[str]) -> list[str]:
    """Return scripts in fewer bytes; they are modules, or scripts whose outermost names may stand in other files."""
    return list(_minified(tuple(scripts)))


@lru_cache(maxsize=8)
def _minified(scripts: tuple[str, ...]) -> tuple[str, ...]:
    if find_spec("minify") is None:
        return scripts
    command = [sys.executable, "-I", "-c", _PROGRAM]
    done = subprocess.run(command, input=json.dumps(scripts), capture_output=True, text=True, check=True)
    return tuple(json.loads(done.stdout))
