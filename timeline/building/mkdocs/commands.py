"""Building, serving and exporting from the command line, by MkDocs and the one configuration."""

import os
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from timeline.building.built import Built
from timeline.building.mkdocs.plugin import TimelinePlugin
from timeline.building.mkdocs.refusals import refusals
from timeline.building.preflight import Options
from timeline.language.messages import Refusal
from timeline.site.settings import PLUGIN

# Material announces its successor on every start; the project has decided already.
_QUIET = {"NO_MKDOCS_2_WARNING": "1"}


def build(config_file: Path, events: Path | None, site_dir: Path | None) -> Built:
    """Build the site and say what came of it; raises Refusal where it cannot be built."""
    config, plugin = _configured(config_file, events, **({"site_dir": str(site_dir.absolute())} if site_dir else {}))
    config.plugins.on_startup(command="build", dirty=False)
    try:
        with refusals(config_file):
            mkdocs_build(config)
    except KeyboardInterrupt:
        raise Refusal("refused.interrupted") from None
    finally:
        config.plugins.on_shutdown()
    if plugin.built is None:
        raise RuntimeError("MkDocs has ended without a site")
    return plugin.built


def serve(config_file: Path, events: Path | None, address: str | None) -> None:
    """Serve the site and build it again when something changes, until interrupted."""
    _configured(config_file, events)  # MkDocs reads it again for each build, and keeps the plugin
    with refusals(config_file):
        if address:
            mkdocs_serve(config_file=str(config_file), dev_addr=address)
        else:
            mkdocs_serve(config_file=str(config_file))


def options(config_file: Path, events: Path | None) -> Options:
    """Return what the configuration says of a build, for another builder than MkDocs."""
    config, plugin = _configured(config_file, events)
    return plugin.options(config)


def _configured(config_file: Path, events: Path | None, **settings: str) -> tuple[MkDocsConfig, TimelinePlugin]:
    os.environ.update(_QUIET)
    with refusals(config_file):
        config = load_config(config_file=str(config_file), **settings)
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, TimelinePlugin):
        raise Refusal("refused.no_plugin", file=config_file, plugin=PLUGIN)
    plugin.events = events.resolve() if events else None
    return config, plugin
