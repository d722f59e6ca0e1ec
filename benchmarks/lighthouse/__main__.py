"""Has Lighthouse judge a page of each main type, in both languages, as a phone and a desk see them; needs npm."""

import gzip
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from devtools import npm
from devtools.chromium import OPTIONS, executable, hosted
from timeline.values.bilingual import LANGUAGES

HERE = Path(__file__).parent
WORK = HERE.parent / ".work" / "lighthouse"
PROGRAM = HERE / "node_modules" / ".bin" / "lighthouse"

PAGES = ("", "events/2024-03-05-meta-login-outage/", "timeline/", "stories/cage-fight/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
LEAST = dict.fromkeys(CATEGORIES, 100) | {"performance": 98}
MOST_SHIFT = 0
PACKED = (".woff2", ".png")  # what servers do not compress again


@dataclass(frozen=True, slots=True)
class Verdict:
    """What Lighthouse says of a page: a score from 0 to 100 for each category, how much it moves, and what is wrong."""

    scores: dict[str, int]
    shift: float
    wrong: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether all scores are high enough and nothing moves."""
        return self.shift <= MOST_SHIFT and all(score >= LEAST[name] for name, score in self.scores.items())


def main() -> None:
    """Build the site, have it judged, and print a line for each page and each device."""
    npm.install(HERE)
    subprocess.run([sys.executable, "-m", "timeline", "build", "--site-dir", WORK / "timeline"], check=True)
    with hosted(WORK, _Host) as address:
        for device in ("desktop", "mobile"):
            for path in (f"{code}/{page}" for code in LANGUAGES for page in PAGES):
                verdict = judged(f"{address}{path}", device)
                told = ", ".join(f"{name} {score}" for name, score in verdict.scores.items())
                end = "holds" if verdict.holds else "MISSED"
                print(f"{device:<8} {path:<42} {told}, shift {verdict.shift:.3f}  {end}", flush=True)
                if not verdict.holds:
                    print(f"  wrong: {', '.join(verdict.wrong)}", flush=True)


def judged(url: str, device: str) -> Verdict:
    """Return what Lighthouse says of an address."""
    command = [
        *(str(PROGRAM), url, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"),
        f"--chrome-flags=--headless {' '.join(OPTIONS)}",
        *(["--preset=desktop"] if device == "desktop" else []),
    ]
    browser = executable()
    environment = os.environ | ({"CHROME_PATH": browser} if browser else {})
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    report: dict[str, Any] = json.loads(done.stdout)
    scores = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}
    counted = (one for name in CATEGORIES for one in report["categories"][name]["auditRefs"] if one["weight"])
    wrong = (one["id"] for one in counted if (report["audits"][one["id"]]["score"] or 0) < 1)
    shift = report["audits"]["cumulative-layout-shift"]["numericValue"]
    return Verdict(scores, shift, tuple(dict.fromkeys(wrong)))


class _Host(SimpleHTTPRequestHandler):
    """Compresses what it sends and lets browsers keep it for ten minutes, as GitHub Pages does."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_: object) -> None:
        """Be quiet."""

    def do_GET(self) -> None:
        """Send a file."""
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        content = file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Cache-Control", "max-age=600")
        if file.suffix not in PACKED:
            content = gzip.compress(content, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


if __name__ == "__main__":
    main()
