"""What mkdocs.yml says in Material's terms: honoured, or refused with one line that says what to do instead.

``docs/settings.md`` has the table. Only what is written is looked at: a default of Material's asks for nothing.
"""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias, get_args

from timeline.language.messages import Refusal, asked, message
from timeline.site.colours import Token
from timeline.site.look import SIGNS, Look, OwnFile, Social, is_icon

Said: TypeAlias = Mapping[str, Any]

# Features of Material that pages by hand have when they are asked for.
FEATURES = frozenset(
    {"content.action.edit", "content.code.annotate", "content.code.copy", "content.tabs.link", "content.tooltips"}
)

# Why other settings are refused, by the keys of the messages. A name with a dot at its end stands for all below it.
REFUSED: Mapping[str, str] = {
    "theme.language": "languages",
    "theme.direction": "languages",
    "theme.locale": "languages",
    "theme.font": "font",
    "theme.features.navigation.": "places",
    "theme.features.header.": "places",
    "theme.features.toc.": "places",
    "theme.features.announce.": "blocks",
    "theme.features.search.": "search",
    "theme.features.": "feature",
    "theme.": "theme",
    "extra.alternate": "languages",
    "extra.analytics": "watched",
    "extra.consent": "watched",
    "extra.": "extra",
    "edit_uri_template": "edit",
    "repo_name": "social",
    "site_author": "texts",
    "site_description": "texts",
    "plugins.search": "search",
    "plugins.material/search": "search",
    "markdown_extensions.pymdownx.arithmatex": "mathematics",
}

# What MkDocs itself or the plugin makes of a theme.
_OF_THE_THEME = frozenset({"name", "custom_dir", "palette", "logo", "favicon", "icon", "font", "features"})

_SCHEMES: Mapping[str, Any] = {"default": "light", "slate": "dark"}
_TOP = ("edit_uri_template", "repo_name", "site_author", "site_description")


class Wishes:
    """What a configuration says, read once; ``lines`` are the refusals."""

    def __init__(self, said: Said, assets: Path) -> None:
        self.lines: list[str] = []
        self._assets = assets
        self._said = said
        theme, extra = said.get("theme"), said.get("extra")
        self._theme: Said = theme if isinstance(theme, Mapping) else {}
        self._extra: Said = extra if isinstance(extra, Mapping) else {}

    def look(self) -> Look:
        """Return what is honoured; what is not is in ``lines``."""
        for name in (*self._names(), *(name for name in _TOP if self._said.get(name))):
            self._refuse(name)
        primary, accent = (self._colour(name) for name in ("primary", "accent"))
        return Look(
            scheme=self._scheme(),
            primary=primary,
            accent=accent,
            logo=self._file("theme.logo", self._theme.get("logo"), (".svg", ".png")),
            favicon=self._file("theme.favicon", self._theme.get("favicon"), (".svg",)).removeprefix("assets/")
            or Look.favicon,
            icons=dict(self._icons()),
            features=FEATURES & frozenset(self._theme.get("features") or ()),
            social=tuple(self._social()),
            copyright=str(self._said.get("copyright") or ""),
            styles=tuple(self._own_files("extra_css", ".css")),
            scripts=tuple(self._own_files("extra_javascript", ".js")),
        )

    def _names(self) -> Iterator[str]:
        """Yield the names of settings that nothing here or in MkDocs knows what to do with."""
        yield from (f"theme.{key}" for key in self._theme if key not in _OF_THE_THEME)
        yield from (f"extra.{key}" for key in self._extra if key not in ("social", "generator"))
        if self._theme.get("font"):
            yield "theme.font"
        if self._extra.get("generator"):
            yield "extra.generator"
        yield from (f"theme.features.{one}" for one in self._theme.get("features") or () if one not in FEATURES)
        for group in ("plugins", "markdown_extensions"):
            listed = self._said.get(group) or ()
            names = [next(iter(one), "") if isinstance(one, Mapping) else one for one in listed]
            yield from (f"{group}.{name}" for name in names if f"{group}.{name}" in REFUSED)

    def _refuse(self, name: str, reason: str = "", **values: object) -> None:
        nearest = max((one for one in REFUSED if name == one or (one[-1] == "." and name.startswith(one))), key=len)
        key = reason or REFUSED[nearest]
        self.lines.append(message(asked(), f"material.{key}", setting=name, **values))

    def _palettes(self) -> list[Said]:
        palette = self._theme.get("palette") or []
        return [one for one in (palette if isinstance(palette, list) else [palette]) if isinstance(one, Mapping)]

    def _scheme(self) -> Any:
        """Return the only scheme of the site; both are there unless one alone is named."""
        schemes = {str(one.get("scheme", "default")) for one in self._palettes() if "scheme" in one}
        for unknown in sorted(schemes - _SCHEMES.keys()):
            self._say("scheme", "theme.palette.scheme", found=unknown, allowed=", ".join(_SCHEMES))
        for one in self._palettes():
            toggle = one.get("toggle")
            if isinstance(toggle, Mapping) and "name" in toggle:
                self._say("toggle", "theme.palette.toggle.name")
        return _SCHEMES.get(schemes.pop()) if len(schemes) == 1 else None

    def _colour(self, name: str) -> Any:
        """Return the colour of the site that a palette names."""
        named = {str(one[name]) for one in self._palettes() if name in one}
        for unknown in sorted(named - set(get_args(Token))):
            self._say("colour", f"theme.palette.{name}", found=unknown, allowed=", ".join(get_args(Token)))
        return next(iter(sorted(named & set(get_args(Token)))), "ink")

    def _icons(self) -> Iterator[tuple[str, str]]:
        icons = self._theme.get("icon") or {}
        admonitions = icons.get("admonition") or {}
        named = {key: str(value) for key, value in icons.items() if key != "admonition"}
        named |= {f"admonition.{kind}": str(value) for kind, value in admonitions.items()}
        toggles = [one["toggle"]["icon"] for one in self._palettes() if "icon" in (one.get("toggle") or {})]
        named |= {"theme": str(toggles[0])} if toggles else {}
        for key, name in named.items():
            if key not in SIGNS and not key.startswith("admonition."):
                self._say("icon", f"theme.icon.{key}", allowed=", ".join((*SIGNS, "admonition.…")))
            elif not is_icon(name):
                self._say("no_icon", f"theme.icon.{key}", found=name)
            else:
                yield key, name

    def _social(self) -> Iterator[Social]:
        for n, one in enumerate(self._extra.get("social") or ()):
            icon, link = str(one.get("icon", "")), str(one.get("link", ""))
            if not is_icon(icon):
                self._say("no_icon", f"extra.social.{n}.icon", found=icon)
            elif not link.startswith(("https://", "mailto:")) or not one.get("name"):
                self._say("link", f"extra.social.{n}")
            else:
                yield Social(icon, link, str(one["name"]))

    def _own_files(self, setting: str, suffix: str) -> Iterator[OwnFile]:
        for one in self._said.get(setting) or ():
            path = self._file(setting, str(one.get("path", "") if isinstance(one, Mapping) else one), (suffix,))
            if path:
                yield OwnFile.read(path, self._assets / path.removeprefix("assets/"))

    def _file(self, setting: str, path: object, suffixes: tuple[str, ...]) -> str:
        """Return the path in the site of a file that a setting names; nothing where there is none such."""
        if not path:
            return ""
        name = str(path)
        file = self._assets / name.removeprefix("assets/")
        if not name.startswith("assets/") or ".." in name or not name.endswith(suffixes) or not file.is_file():
            self._say("file", setting, found=name, folder=self._assets, allowed=", ".join(suffixes))
            return ""
        return name

    def edit(self, folders: tuple[Path, Path]) -> str:
        """Return the address below which files of the record are edited, as ``edit_uri`` has it for those of pages."""
        uri, repository = (str(self._said.get(name) or "") for name in ("edit_uri", "repo_url"))
        if not uri:
            return ""
        root = Path(os.path.commonpath([folder.resolve() for folder in folders]))
        pages, events = (folder.resolve().relative_to(root).as_posix() for folder in folders)
        start = uri.rstrip("/").removesuffix(pages)
        if "://" not in start:
            start = f"{repository.rstrip('/')}/{start.lstrip('/')}"
        if not repository or not uri.rstrip("/").endswith(f"/{pages}"):
            self._say("edit", "edit_uri")
        return f"{start}{events}/"

    def _say(self, reason: str, setting: str, **values: object) -> None:
        self.lines.append(message(asked(), f"material.{reason}", setting=setting, **values))


def look(said: Said, assets: Path, folders: tuple[Path, Path]) -> Look:
    """Return how a site looks by what its configuration says.

    Args:
        said: The configuration, as far as it is written.
        assets: The folder of the site's own files.
        folders: Those of the pages by hand and of the record.

    Raises:
        Refusal: It asks for what the site does in another way; there is a line for each such setting.
    """
    wishes = Wishes(said, assets)
    made = replace(wishes.look(), edit=wishes.edit(folders))
    if wishes.lines:
        raise Refusal("refused.material", lines=tuple(wishes.lines))
    return made


def with_repository(site: dict[str, Any], url: str | None) -> dict[str, Any]:
    """Return the settings of a site with the address of its repository, if that stands in MkDocs' own place."""
    own = site.get("repository")
    if own and url and str(own).rstrip("/") != url.rstrip("/"):
        line = message(asked(), "material.repository", setting="repo_url", found=url, own=own)
        raise Refusal("refused.material", lines=(line,))
    return site if own or not url else {**site, "repository": url}
