"""Building, serving and exporting from the command line, by MkDocs and the one configuration."""

import os
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from timeline.site.settings import Settings

# Material announces its successor on every start; the project has decided already.
_QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def build(config_file: Path, events: Path | None, site_dir: Path | None) -> Path:
    """Build the site and return its folder; raises MkDocsException where it cannot be built."""
    _prepare(events)
    overrides = {"site_dir": str(site_dir.resolve())} if site_dir else {}
    config = load_config(config_file=str(config_file), **overrides)
    target = Path(config.site_dir)
    config.plugins.on_startup(command="build", dirty=False)
    try:
        mkdocs_build(config)
    finally:
        config.plugins.on_shutdown()
    return target


def serve(config_file: Path, events: Path | None, address: str | None) -> None:
    """Serve the site and build it again when something changes, until interrupted."""
    _prepare(events)
    if address:
        mkdocs_serve(config_file=str(config_file), dev_addr=address)
    else:
        mkdocs_serve(config_file=str(config_file))


def settings(config_file: Path) -> tuple[Settings, str, Path]:
    """Return the site's settings, its address and the folder of its pages written by hand."""
    _prepare(None)
    config = load_config(config_file=str(config_file))
    return Settings.read(config.plugins["timeline"].config["site"]), config.site_url or "", Path(config.docs_dir)


def _prepare(events: Path | None) -> None:
    os.environ.update(_QUIET)
    if events:
        os.environ["TIMELINE_EVENTS"] = str(events.resolve())


__all__ = ["MkDocsException", "build", "serve", "settings"]
