"""The colours of a site: its own in place of the program's, checked, readable, and light on paper."""

from typing import Any, get_args

import pytest

from tests import direct
from timeline.site import colours
from timeline.site.assets import SHEET, program
from timeline.site.colours import DEFAULTS, Colour, Token
from timeline.site.settings import Settings, WrongSettings

# WCAG 2.2, 1.4.3: text on its ground.
LEAST_CONTRAST = 4.5

ON = [(lane, ground) for n in (1, 2) for lane in (f"lane-{n}",) for ground in ("bg", "surface", f"{lane}-tint")]


def options(own: dict[str, Any]) -> dict[str, Any]:
    """Return the options of the site with other colours."""
    return {**direct.configuration().plugins["timeline"].config["site"], "colours": own}


def luminance(colour: str) -> float:
    """Return how light a colour is (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_token() -> None:
    """The program has a colour for every token, and no other."""
    assert set(get_args(Token)) == set(DEFAULTS)


@pytest.mark.parametrize(("text", "ground"), [*ON, ("ink", "bg"), ("ink-2", "bg"), ("ink-2", "surface")])
@pytest.mark.parametrize("own", [{}, direct.settings().colours], ids=["defaults", "this site"])
def test_contrast(own: dict[Token, Colour], text: Token, ground: Token) -> None:
    """What is written in a colour can be read on every ground that it stands on, by light and by dark."""
    found = colours.whole(own)
    for scheme in ("light", "dark"):
        assert LEAST_CONTRAST <= contrast(getattr(found[text], scheme), getattr(found[ground], scheme)), scheme


def test_own_colours() -> None:
    """A site's own colour stands in the sheet of every page, by light and by dark, and else the program's."""
    own = Settings.read(options({"lane-1": {"light": "#123456", "dark": "#fedcba"}})).colours
    sheet = next(file for file in program(own) if file.path == SHEET).content.decode()
    assert [1, 2] == [sheet.count(f"--lane-1:{value};") for value in ("#123456", "#fedcba")]
    assert f"--lane-2:{DEFAULTS['lane-2'].light};" in sheet


def test_paper_is_light() -> None:
    """Dark colours are for screens alone, whatever the reader has chosen."""
    dark = [line for line in colours.sheet({}).splitlines() if DEFAULTS["bg"].dark in line]
    assert [True, True] == [line.startswith("@media screen") for line in dark]


@pytest.mark.parametrize(
    "own",
    [
        {"lane-1": {"light": "blue", "dark": "#fedcba"}},
        {"lane-1": {"light": "#123456"}},
        {"lane-1": {"light": "#123456;}*{display:none", "dark": "#fedcba"}},
        {"lane-3": {"light": "#123456", "dark": "#fedcba"}},
        {"lane-1": "#123456"},
    ],
)
def test_wrong_colours(own: dict[str, Any]) -> None:
    """What is no colour is refused, and the message says where it stands."""
    with pytest.raises(WrongSettings, match=r"^mkdocs\.yml:\d+:\d+: M1"):
        Settings.read(options(own))
