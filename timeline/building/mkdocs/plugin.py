"""The plugin: the hooks of a MkDocs build, each one a few lines on the pieces beside it."""

from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from timeline.building import site
from timeline.building.mkdocs.job import Child, Job
from timeline.building.mkdocs.pages import GeneratedPage, add_page, is_redirect
from timeline.building.mkdocs.plan import plan, warned
from timeline.building.progress import Counter
from timeline.building.staging import Staging
from timeline.language import language
from timeline.messages import Refusal, use_utf8
from timeline.site.parts.page import Page
from timeline.site.parts.prose import prose_page
from timeline.site.parts.shell import Press, content_policy
from timeline.values.bilingual import LANGUAGES


class TimelineConfig(Config):
    """The plugin's options in mkdocs.yml."""

    events = c.Dir(exists=True, default="events")
    assets = c.Dir(exists=True, default="site_src/assets")
    languages = c.ListOfItems(c.Choice(LANGUAGES), default=list(LANGUAGES))
    site = c.Type(dict)


class TimelinePlugin(BasePlugin[TimelineConfig]):
    """Checks the record, writes its pages in both languages, and puts the new site in the old one's place."""

    def __init__(self) -> None:
        self._serving = False
        self._taken: Job | None = None
        self._staging: Staging | None = None
        self._children: list[Child] = []

    def take(self, job: Job) -> None:
        """Do another process's job instead of planning one."""
        self._taken = job

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served, and so reload themselves."""
        use_utf8()
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the record before anything is written, and begin the other languages' builds."""
        if self._taken:
            self._job = self._taken
        else:
            self._staging = Staging(Path(config.site_dir))
            try:
                self._job = plan(config, self.config, self._staging, serving=self._serving)
            except Refusal as refusal:
                raise Abort(str(refusal)) from None
            self._children = [Child(self._job.for_language(code)) for code in self.config.languages[1:]]
        own = language(self._job.language)
        config.docs_dir = str(Path(config.docs_dir) / own.code)
        config.site_dir = str(self._job.staging.site / own.code)
        config.theme["language"] = own.code
        config.theme.static_templates.clear()
        self._site = site.frame_of(self._job.settings, own, self._job.chronicle, config.site_url or "")
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the generated pages; the theme's own assets are not used and not copied."""
        for file in [file for file in files if not file.is_documentation_page()]:
            files.remove(file)
        for page in site.pages(self._job.chronicle, self._site, self._job.settings, self._job.broken):
            add_page(page, files, config, self._print)
        return files

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Find out under which policy the theme's own scripts run, and set up the press."""
        template = env.get_template("main.html")
        if not self._job.serving:  # a served page runs the server's own inline script
            sample = template.render(self._site.context(Page("", "", "", "", str)))
            self._site = self._site.with_policy(content_policy(sample))
        self._press = Press(self._site, template.render)
        self._progress = Counter(len(files.documentation_pages()))
        pages = (file for file in files.documentation_pages() if not is_redirect(file))
        self._paths = sorted(file.url.removeprefix("./") for file in pages)
        return env

    def _print(self, page: Page) -> str:
        self._progress.count()
        return self._press.print(page)

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Any
    ) -> TemplateContext:
        """Give a page written by hand the same frame as the generated ones."""
        if not isinstance(page, GeneratedPage):
            texts = str(page.title), str(page.meta.get("description", "")), page.content or ""
            prose = prose_page(page.url, *texts, self._site.language)
            context.update(self._site.context(prose))  # type: ignore[typeddict-item]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what belongs to the whole site, and publish it when every language is whole."""
        if self._staging is None:
            return
        self._progress.finish()
        outcomes = [child.succeeded() for child in self._children]
        if not all(outcomes):
            raise Abort(str(Refusal("refused.half")))
        if config.strict and warned():
            raise Abort(str(Refusal("refused.strict")))
        shared = site.Shared(self._job.chronicle, self._site, self._job.settings, self._press.theme)
        self._staging.write(site.artifacts(shared, self._paths, Path(self.config.assets), self._job.broken))
        self._staging.publish()
        self._staging = None

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half built behind."""
        self.on_shutdown()

    def on_shutdown(self) -> None:
        """Leave nothing half built behind when the build is interrupted, which is no error."""
        for child in self._children:
            child.stop()
        if self._staging:
            self._staging.discard()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Build again when an event, a page, an asset or the theme changes."""
        pages = str(Path(config.docs_dir).parent)
        for folder in (self.config.events, self.config.assets, config.theme.dirs[0], pages):
            server.watch(folder)
        return server
