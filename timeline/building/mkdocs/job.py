"""One language's part of a build, and the child process that does the other language's part.

MkDocs builds one site at a time and keeps plugins between configurations, so two builds cannot share a process.
The parent checks the record, then hands the chronicle over, so that nothing is read twice.
"""

import pickle
import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from mkdocs.commands.build import build
from mkdocs.config import load_config

from timeline.building.site import Broken
from timeline.building.staging import Staging
from timeline.chronicle.chronicle import Chronicle
from timeline.site.settings import Settings
from timeline.values.bilingual import LanguageCode


@dataclass(frozen=True)
class Job:
    """What a language's build needs: what to write, where to, and how MkDocs was called."""

    language: LanguageCode
    staging: Staging
    chronicle: Chronicle
    settings: Settings
    broken: Broken | None
    serving: bool
    config_file: str
    site_url: str | None
    strict: bool

    def for_language(self, language: LanguageCode) -> Self:
        """Return the same job for another language."""
        return replace(self, language=language)


class Child:
    """The process that builds the other language."""

    def __init__(self, job: Job) -> None:
        handover = job.staging.beside(f"{job.language}.job")
        handover.write_bytes(pickle.dumps(job, pickle.HIGHEST_PROTOCOL))
        command = [sys.executable, "-m", __name__, str(handover)]
        self._process = subprocess.Popen(command, stdin=subprocess.DEVNULL)

    def succeeded(self) -> bool:
        """Wait for the process and say whether it went well."""
        return self._process.wait() == 0

    def stop(self) -> None:
        """End the process if it still runs."""
        self._process.kill()
        self._process.wait()


def main(handover: str) -> None:
    """Build one language as the parent process laid down in a file that it wrote itself."""
    job: Job = pickle.loads(Path(handover).read_bytes())  # noqa: S301 - written by the parent a moment ago
    site_dir = str(job.staging.site / job.language)
    config = load_config(config_file=job.config_file, site_dir=site_dir, site_url=job.site_url, strict=job.strict)
    plugin = config.plugins["timeline"]
    plugin.take(job)  # type: ignore[attr-defined]
    build(config)


if __name__ == "__main__":
    main(sys.argv[1])
