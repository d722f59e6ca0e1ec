"""What other searches make of the same events: Material's own index, and Pagefind's."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from mkdocs.config import load_config
from mkdocs.utils import get_theme_dir

from benchmarks.search.pages import content, page, title
from timeline.chronicle.chronicle import Chronicle
from timeline.language import Language, languages

MATERIAL = Path(get_theme_dir("material")) / "assets" / "javascripts"

# How Material's search is set up: as it comes for a language, and with its stemmers of both turned on.
SETTINGS: dict[str, dict[str, object]] = {
    "material": {},
    "material-stemmed": {"lang": ["ar", "en"], "pipeline": ["stemmer"]},
}


def write_material(chronicle: Chronicle, folder: Path, name: str) -> str:
    """Write the index of Material's own search plugin for each language, and its worker; return the worker's name."""
    for part in ("workers", "lunr"):
        shutil.copytree(MATERIAL / part, folder / name / part, ignore=shutil.ignore_patterns("*.map"))
    (folder / "docs").mkdir(exist_ok=True)
    for language in languages():
        _write_index(chronicle, folder, language, folder / name / language.code, SETTINGS[name])
    return next((MATERIAL / "workers").glob("search.*.js")).name


def _write_index(
    chronicle: Chronicle, folder: Path, language: Language, site: Path, settings: dict[str, object]
) -> None:
    """Do as a build does: set the plugin up for the theme's language, hand it the pages, let it write."""
    configuration = load_config(
        config_file=None,
        site_name="search",
        docs_dir=str(folder / "docs"),
        site_dir=str(site),
        theme={"name": "material", "language": language.code},
        plugins=[{"material/search": settings}],
    )
    plugin: Any = configuration.plugins["material/search"]
    plugin.on_startup(command="build", dirty=False)
    plugin.on_config(configuration)
    for entry in chronicle.entries:
        html = content(entry, chronicle, language)
        one = SimpleNamespace(content=html, toc=[], meta={}, title=title(entry, language), url=f"events/{entry.id}/")
        plugin.search_index.add_entry_from_context(one)
    plugin.on_post_build(config=configuration)


def write_pagefind(chronicle: Chronicle, folder: Path) -> None:
    """Write a page for each event in each language, and the index that Pagefind makes of them by itself."""
    site = folder / "pagefind-site"
    for language in languages():
        for entry in chronicle.entries:
            path = site / language.code / "events" / entry.id / "index.html"
            path.parent.mkdir(parents=True)
            path.write_text(page(entry, chronicle, language), encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--quiet", "--site", str(site)]
    subprocess.run([*command, "--output-path", str(folder / "pagefind")], check=True)
    shutil.rmtree(site)
