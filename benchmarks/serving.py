"""Measures how long it takes from saving an event's file until an open browser shows the new page."""

import re
import shutil
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from benchmarks.inputs import ROOT, write_inputs
from devtools.chromium import launched

WORK = Path(__file__).parent / ".work"
TIMES, LARGE = 10, 5000
_PATIENCE = 300


def main() -> None:
    """Measure the real record and a large one, and print the median and the longest of ten."""
    print("From saving an event to the new page in an open browser, ten times:")
    for name, folder, most in (("the real record", _real(), 1.0), (f"{LARGE} events", _large(), 2.5)):
        times = measured(folder)
        median = statistics.median(times)
        verdict = "holds" if median <= most else "MISSED"
        print(
            f"  {name}: median {median:.2f} s, longest {max(times):.2f} s, at most {most:.1f} s  {verdict}", flush=True
        )


def measured(folder: Path) -> list[float]:
    """Serve a project, change the title of its last event several times, and return how long each was on its way."""
    event = max(folder.glob("events/[12]*/*.yml"))
    text = event.read_text("utf-8")
    title = next(line for line in text.partition("\ntitle:\n")[2].splitlines() if line.startswith("  en: "))
    with _served(folder) as root, launched() as browser:
        page = browser.new_page()
        page.goto(f"{root}en/events/{event.stem}/")
        found = [_once(page, event, text.replace(title, f"  en: Saved {n} times"), n) for n in range(TIMES)]
    event.write_text(text, "utf-8")
    return found


def _once(page: Page, event: Path, text: str, number: int) -> float:
    """Save a file as editors do, and wait for what it says."""
    aside = event.with_suffix(".new")
    aside.write_text(text, "utf-8")
    began = time.perf_counter()
    aside.rename(event)
    page.get_by_role("heading", level=1, name=f"Saved {number} times").wait_for(timeout=_PATIENCE * 1000)
    taken = time.perf_counter() - began
    page.wait_for_timeout(1000)  # the page waits for the next change by itself
    return taken


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    command = [sys.executable, "-m", "timeline", "serve", "--address", f"127.0.0.1:{port}"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE, text=True) as process:
        late = threading.Timer(_PATIENCE, process.kill)  # then it says no more, and the next line fails
        late.start()
        said = iter(process.stderr) if process.stderr else iter(())
        root = next(found[0] for line in said if (found := re.search(r"http://[^\s\u2069;]+", line)))
        late.cancel()
        threading.Thread(target=lambda: [*said], daemon=True).start()  # a full pipe would stop the server
        try:
            yield root
        finally:
            process.terminate()


def _real() -> Path:
    folder = WORK / "real"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("events", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def _large() -> Path:
    folder = WORK / f"serving-{LARGE}"
    write_inputs(folder, LARGE)
    return folder


if __name__ == "__main__":
    main()
