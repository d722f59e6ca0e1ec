"""The plugin: MkDocs reads the configuration and renders the pages by hand, and this program does all else."""

import gc
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Literal

import click
from jinja2 import DictLoader, Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext
from mkdocs.utils.yaml import yaml_load

from timeline.building import material as wishes
from timeline.building.built import Built
from timeline.building.faults import refusal_of
from timeline.building.interrupts import end_like_an_interrupt
from timeline.building.mkdocs import by_hand
from timeline.building.mkdocs.on_demand import OnDemand
from timeline.building.mkdocs.refusals import refusals
from timeline.building.mkdocs.watching import Watching
from timeline.building.ports import refuse_taken
from timeline.building.preflight import Options, prepare
from timeline.building.preview import Pages
from timeline.building.serving import Serving
from timeline.building.staging import Staging
from timeline.building.writing import publish
from timeline.language.messages import Refusal, asked, message, use_utf8
from timeline.site.assets import STYLES
from timeline.site.prose import markdown
from timeline.site.prose.page import Rendered, prose_page
from timeline.values.bilingual import LANGUAGES

THEME = "material"

# A record and its pages are many objects that stay: to look through them after each 700 new ones, as Python does by
# itself, is a quarter of a build.
_COLLECTED_AFTER = 100_000

log = logging.getLogger("mkdocs.plugins.timeline")


class TimelineConfig(Config):
    """The plugin's options in mkdocs.yml; what they hold is checked by the program, in the language asked for."""

    events = c.Dir(default="events")
    assets = c.Dir(default="site_src/assets")
    languages = c.Type(list, default=list(LANGUAGES))
    site = c.Type(dict, default={})


class TimelinePlugin(BasePlugin[TimelineConfig]):
    """Checks the record, lets MkDocs render the pages by hand, writes all others, and publishes the whole."""

    def __init__(self) -> None:
        self.events: Path | None = None  # takes the place of the option, as often as the configuration is read
        self._serving = self._is_served = False
        self._served = Serving(_say, log.warning)
        self._staging: Staging | None = None
        self.built: Built | None = None
        self._by_hand: Pages = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served, and so reload themselves."""
        use_utf8()
        gc.set_threshold(_COLLECTED_AFTER)
        end_like_an_interrupt()
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check everything before anything is written, and have MkDocs write aside."""
        with _aborting():
            _check(config)
            if self._serving:
                self._serve(config)
            else:
                self._stage(config)
        config.theme.static_templates.clear()
        config.mdx_configs = markdown.options(config.markdown_extensions, config.mdx_configs)
        return config

    def _serve(self, config: MkDocsConfig) -> None:
        if not self._is_served:
            refuse_taken(*config.dev_addr)
        options = self.options(config)
        self._folders = options.folders
        self._served.update(options, Path(config.site_dir))
        self._site = self._served.preview.site

    def _stage(self, config: MkDocsConfig) -> None:
        self._staging = Staging(Path(config.site_dir))
        self._site, self._checked = prepare(self.options(config), self._staging.target, log.warning)
        if self._staging.open():
            log.warning(message(asked(), "restored", folder=self._staging.target))
        config.site_dir = str(self._staging.site)

    def options(self, config: MkDocsConfig) -> Options:
        """Return what a configuration says of a build."""
        events = self.events or Path(self.config.events)
        return Options(
            Path(config.config_file_path) if config.config_file_path else None,
            events,
            Path(config.docs_dir),
            Path(self.config.assets),
            Path(config.theme.custom_dir) if config.theme.custom_dir else None,
            self.config.languages,
            wishes.with_repository(self.config.site, config.repo_url),
            config.site_url or "",
            guarded=not self._serving,
            look=wishes.look(_said(config), Path(self.config.assets), (Path(config.docs_dir), events)),
        )

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Leave out what MkDocs must not publish: the theme's own files, and pages of languages the site has not."""
        folders = tuple(f"{code}/" for code in self._site.codes)
        for file in list(files):
            if file.src_dir != config.docs_dir or not file.src_uri.startswith(folders):
                files.remove(file)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Have MkDocs put into its page what is a whole page already."""
        with _aborting():
            by_hand.refuse_wrong(files.documentation_pages())
        env.loader = DictLoader({by_hand.ONLY: "{{ page.html }}"})
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        """Give a page written by hand the same shell as the generated ones."""
        code, _, path = page.url.partition("/")
        shell = self._site.shells[code]  # type: ignore[index] # other folders are left out
        texts = str(page.title), str(page.meta.get("description", "")), page.content or "", page.edit_url or ""
        prose = prose_page(Rendered(path, *texts), shell.language, shell.look)
        _write(Path(config.site_dir, self._site.files, STYLES, prose.sheet.path), prose.sheet.content)
        made = prose.page
        self._by_hand[shell.language.code, path] = made
        html = self._served.preview.html(shell.language.code, made) if self._serving else shell.html(made)
        page.html = html  # type: ignore[attr-defined]
        return context

    @event_priority(-100)  # what other plugins write belongs to the site too
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write all that MkDocs has not, and publish it when it is whole; what is served waits to be asked for."""
        if self._serving:
            self._served.preview.by_hand, self._by_hand = self._by_hand, {}
            self._end_of_update(Path(config.site_dir))
        if self._staging is None:
            return
        with _aborting():
            if config.strict and _has_warned():
                raise Refusal("refused.strict")
            options = self.options(config)
            publish(self._site, self._staging, options.kept)
        self.built = Built(self._staging.target, self._site.size, self._checked, options.events)
        config.site_dir = str(self._staging.target)
        self._staging = None

    def _end_of_update(self, folder: Path) -> None:
        """Say what was done after a change."""
        self._put_lost(folder)
        if self._is_served:
            self._served.say_what_was_read()
        self._is_served = True

    def _put_lost(self, folder: Path) -> None:
        """Put aside the page that the server sends where there is none."""
        lost = self._served.preview.file("404.html")
        (folder / "404.html").write_bytes(lost or b"")

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half built behind."""
        self.on_shutdown()

    def on_shutdown(self) -> None:
        """Leave nothing half built behind when the build is interrupted, which is no error."""
        if self._staging:
            self._staging.discard()
            self._staging = None

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when an event, an asset or a block of the shell changes; MkDocs itself sees to the pages."""
        folders = self._watched = self._folders
        _watch(server, [config.docs_dir, config.config_file_path, *config.theme.dirs], folders)
        demanded = OnDemand(server.serve_request, Path(server.root), server.mount_path, lambda: self._served.preview)
        server.set_app(demanded)
        server.builder = partial(self._rebuild, server, demanded, server.builder, config.config_file_path)
        _say(message(asked(), "serve.serving", address=server.url))
        _say(message(asked(), "serve.watching", folders=" ".join(map(_shortly, folders))))
        return server

    def _rebuild(self, server: LiveReloadServer, demanded: OnDemand, build: Callable[[], None], file: str) -> None:
        """Have MkDocs build again; where it cannot, the site of before stays, with what is wrong above each page."""
        with demanded.renewing():
            try:
                with refusals(Path(file)):
                    build()
            except Refusal as refusal:
                self._keep(refusal, server)
            except Exception as error:  # were it raised, the server would never again answer a request
                log.exception("The site could not be built")
                self._keep(Refusal("refused.mkdocs", reason=f"{type(error).__name__}: {error}"), server)
        self._watch_more(server)

    def _keep(self, refusal: Refusal, server: LiveReloadServer) -> None:
        """Show the site of before, with what is wrong above each page."""
        self._served.refuse(refusal)
        for page in Path(server.root).rglob("*.html"):
            page.unlink()
        self._put_lost(Path(server.root))

    def _watch_more(self, server: LiveReloadServer) -> None:
        """Watch folders that the configuration has come to name."""
        for folder in self._folders:
            if folder not in self._watched:
                server.watch(str(folder))
        self._watched = self._folders


@contextmanager
def _aborting() -> Iterator[None]:
    """End a build of MkDocs with one line where this program or the system refuses something."""
    try:
        yield
    except (Refusal, OSError) as error:
        refusal = error if isinstance(error, Refusal) else refusal_of(error)
        raise Abort(str(refusal)) from refusal


def _watch(server: LiveReloadServer, before: Iterable[str], folders: Iterable[Path]) -> None:
    """Have the system tell of changes: in what MkDocs watches already, and in the folders that are read."""
    watched: list[str] = []
    for path in before:
        with suppress(KeyError):  # MkDocs does not watch it
            server.unwatch(path)
            watched.append(path)
    server.observer = Watching()
    for path in (*watched, *map(str, folders)):
        server.watch(path)


def _check(config: MkDocsConfig) -> None:
    if config.theme.name != THEME:
        raise Refusal("refused.theme", found=config.theme.name, theme=THEME)
    if not config.use_directory_urls:
        raise Refusal("refused.flat", setting="use_directory_urls: false", option="--no-directory-urls")


def _said(config: MkDocsConfig) -> dict[str, Any]:
    """Return what the configuration says in so many words, without what MkDocs and the theme add to it."""
    if not config.config_file_path:
        return {}
    with Path(config.config_file_path).open("rb") as file:
        return yaml_load(file)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _say(line: str) -> None:
    click.echo(line, err=True)


def _shortly(path: Path) -> str:
    """Name a path from where the command was given, if it is below."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _has_warned() -> bool:
    """Say whether MkDocs has warned of something in this build; it counts only when all is published."""
    handlers = logging.getLogger("mkdocs").handlers
    return any(handler.get_counts() for handler in handlers if isinstance(handler, CountHandler))
