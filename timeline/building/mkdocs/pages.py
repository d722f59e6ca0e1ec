"""A generated page as MkDocs sees it: finished, with no Markdown step and no place in the navigation."""

from collections.abc import Callable
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage

from timeline.site.pages import redirects
from timeline.site.parts.page import Page

TEMPLATE = "stamp.html"


class GeneratedPage(MkDocsPage):
    """A page whose whole HTML is made by this project, when MkDocs comes to write it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig, stamp: Callable[[Page], str]) -> None:
        super().__init__(page.title, file, config)
        self.generated = page
        self._stamp = stamp
        self.meta = {"template": TEMPLATE}

    @property
    def stamped(self) -> str:
        """The whole HTML of the page."""
        return self._stamp(self.generated)

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown to read."""
        self.markdown = ""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """There is no Markdown to render."""
        self.content = ""

    def validate_anchor_links(self, *args: Any, **kwargs: Any) -> None:
        """Links of generated pages are made from the pages themselves."""


def is_redirect(file: File) -> bool:
    """Say whether a file is the page of a former id, which only leads on to another page."""
    return isinstance(file.page, GeneratedPage) and file.page.generated.shape == redirects.MOVED


def add_page(page: Page, files: Files, config: MkDocsConfig, stamp: Callable[[Page], str]) -> None:
    """Add a generated page to the files of a build."""
    uri = (page.path.rstrip("/") or "index") + ".md"
    file = File.generated(config, uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    GeneratedPage(page, file, config, stamp)
    files.append(file)
