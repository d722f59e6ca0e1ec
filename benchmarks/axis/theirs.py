"""A page that shows the events of a chronicle with vis-timeline, as its first example does: nothing else is on it."""

import json
import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

from devtools import npm
from timeline.chronicle.chronicle import Chronicle, Entry

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules" / "vis-timeline"
PROGRAM = PACKAGE / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
STYLE = PACKAGE / "styles" / "vis-timeline-graph2d.min.css"

_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>vis-timeline</title>
<link rel="stylesheet" href="vis.css"><script src="vis.js"></script></head>
<body><div id="timeline"></div><script src="page.js"></script></body></html>
"""
_SCRIPT = """const items = new vis.DataSet({items});
new vis.Timeline(document.getElementById("timeline"), items, {{}});
"""


def write_page(folder: Path, chronicle: Chronicle) -> None:
    """Write the page and what it needs into a folder."""
    npm.install(HERE)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(PROGRAM, folder / "vis.js")
    shutil.copy(STYLE, folder / "vis.css")
    items = [_item(entry) for entry in chronicle.entries]
    (folder / "page.js").write_text(_SCRIPT.format(items=json.dumps(items, ensure_ascii=False)), encoding="utf-8")
    (folder / "index.html").write_text(_PAGE, encoding="utf-8")


def _item(entry: Entry) -> dict[str, Any]:
    start, duration = entry.event.when.started.start, entry.event.when.duration
    item = {"id": entry.id, "content": entry.event.title.en, "start": start.isoformat()}
    return item | ({"end": (start + timedelta(minutes=duration.minutes)).isoformat()} if duration else {})
