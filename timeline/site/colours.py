"""The colours of a site, by light and by dark: what the package has, and what a site sets in their place.

Every colour of the style sheets is one of these, as a custom property of its name.
"""

import re
from collections.abc import Mapping
from typing import Annotated, Literal, TypeAlias, get_args

from pydantic import AfterValidator, ConfigDict
from pydantic.dataclasses import dataclass

from timeline.values.fields import refuse

Token: TypeAlias = Literal[
    "bg", "surface", "ink", "ink-2", "edge", "line", "lane-1", "lane-1-tint", "lane-2", "lane-2-tint",
]  # fmt: skip


def _hexadecimal(text: str) -> str:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        raise refuse("M106", found=text, allowed=("#rrggbb",))
    return text


Hex: TypeAlias = Annotated[str, AfterValidator(_hexadecimal)]


@dataclass(frozen=True, config=ConfigDict(extra="forbid"))
class Colour:
    """A colour on a light ground and on a dark one, each as six hexadecimal digits behind a #."""

    light: Hex
    dark: Hex


Colours: TypeAlias = Mapping[Token, Colour]

DEFAULTS: Colours = {
    "bg": Colour("#f5f7f6", "#0f1315"),
    "surface": Colour("#ffffff", "#171d20"),
    "ink": Colour("#14181b", "#edf0f0"),
    "ink-2": Colour("#4b555c", "#a7b1b6"),
    "edge": Colour("#7b858b", "#748089"),
    "line": Colour("#c9d0d2", "#30393e"),
    "lane-1": Colour("#146269", "#6fc6cb"),
    "lane-1-tint": Colour("#deeff0", "#132d30"),
    "lane-2": Colour("#86326a", "#eaa3cf"),
    "lane-2-tint": Colour("#f8e6f1", "#3a1b2f"),
}


def whole(own: Colours) -> Colours:
    """Return a colour for every token: a site's own where it has one."""
    return {**DEFAULTS, **own}


def sheet(own: Colours) -> str:
    """Return the style sheet that sets all colours; a page that is printed is light whatever the reader chose."""
    colours = whole(own)

    def block(scheme: Literal["light", "dark"]) -> str:
        values = "".join(f"--{token}:{getattr(colours[token], scheme)};" for token in get_args(Token))
        return f"{{{values}color-scheme:{scheme}}}"

    dark = block("dark")
    return (
        f":root{block('light')}\n"
        f'@media screen{{[data-theme="dark"]{dark}}}\n'
        f'@media screen and (prefers-color-scheme:dark){{:root:not([data-theme="light"]){dark}}}\n'
    )
