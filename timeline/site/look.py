"""How a site looks beside its colours and texts: its signs, its schemes, links in the footer, files of its own."""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TypeAlias

from markupsafe import Markup

from timeline.material.icons import INTERFACE, icon, there_is
from timeline.site.colours import Token

Scheme: TypeAlias = Literal["light", "dark"]

FAVICON = "icon.svg"

# What an icon may stand for: in the interface, or beside the name of the site.
SIGNS = ("logo", *INTERFACE)

is_icon = there_is
"""Whether a name is one of an icon in Material's sets."""


@dataclass(frozen=True)
class Social:
    """A link in the footer, by its icon in Material's sets and its name."""

    icon: str
    link: str
    name: str


@dataclass(frozen=True)
class OwnFile:
    """A style sheet or a script of the site's own, by its path in the site, with what its text must hash to."""

    path: str
    integrity: str

    @classmethod
    def read(cls, path: str, file: Path) -> "OwnFile":
        """Return a file with its hash (Subresource Integrity)."""
        return cls(path, f"sha256-{base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()}")


@dataclass(frozen=True)
class Look:
    """What a site sets in Material's terms.

    ``scheme`` is the only one of light and dark, where the reader has no choice. ``primary`` and ``accent`` are colours
    of the site, by name. ``logo`` is the path of a picture in the site. ``icons`` are names in Material's sets by what
    they stand for, those of admonitions behind ``admonition.``. ``edit`` is the address below which files of
    the record are edited.
    """

    scheme: Scheme | None = None
    primary: Token = "ink"
    accent: Token = "ink"
    logo: str = ""
    favicon: str = FAVICON
    icons: Mapping[str, str] = field(default_factory=dict)
    features: frozenset[str] = frozenset()
    social: tuple[Social, ...] = ()
    copyright: str = ""
    edit: str = ""
    styles: tuple[OwnFile, ...] = ()
    scripts: tuple[OwnFile, ...] = ()

    @property
    def admonitions(self) -> dict[str, str]:
        """The icons of admonitions, by their kind."""
        named = ((key.partition("."), name) for key, name in self.icons.items())
        return {kind: name for (group, _, kind), name in named if group == "admonition"}

    @property
    def has_signs(self) -> bool:
        """Whether a page has icons that the site adds to its shell."""
        return bool(self.social) or "logo" in self.icons

    def icon(self, name: str) -> Markup:
        """Return an icon of the interface, the site's own where it has one."""
        return icon(self.icons.get(name, name))


PLAIN = Look()
"""How a site looks that sets nothing."""
