"""Material's icon sets: Material Design, Octicons, Font Awesome and Simple Icons, as drawings for a page."""

import re
from collections.abc import Mapping
from functools import cache

from markupsafe import Markup

from timeline.material.place import NoMaterial, text

# The icons of the interface, by what they stand for.
INTERFACE = {
    "search": "material/magnify",
    "theme": "material/circle-half-full",
    "menu": "material/menu",
    "share": "material/share-variant",
    "copy": "material/content-copy",
    "download": "material/download",
    "play": "material/play",
    "pause": "material/pause",
    "previous": "material/arrow-left",
    "next": "material/arrow-right",
    "external": "material/open-in-new",
    "close": "material/close",
    "edit": "material/pencil",
}

# Those of them that the style sheet draws, once for all pages and wherever it finds what they belong to.
STYLED = ("share", "copy", "download", "previous", "next", "external", "close")

_DRAWING = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="([0-9. ]+)">(.*)</svg>', re.DOTALL)
_NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)+")


@cache
def drawing(name: str) -> tuple[str, Markup]:
    """Return an icon's view box and its shapes, by its name in Material's sets; raises NoMaterial for no such icon."""
    found = _DRAWING.search((_NAME.fullmatch(name) and text(f".icons/{name}.svg")) or "")
    if found is None:
        raise NoMaterial(name)
    return found[1], Markup(found[2])  # noqa: S704 - Material's own drawings


def icon(name: str) -> Markup:
    """Return an icon as it stands in a page, where a style sheet says its size and the words beside it speak for it.

    Args:
        name: What the icon stands for in the interface, or its name in Material's sets.
    """
    box, shapes = drawing(INTERFACE.get(name, name))
    return Markup('<svg viewBox="{}" aria-hidden="true">{}</svg>').format(box, shapes)


def as_property(name: str) -> str:
    """Return an icon as the value of a custom property, which Material's rules take for a mask."""
    box, shapes = drawing(name)
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{shapes}</svg>'
    return f"""url("data:image/svg+xml,{svg.replace('"', "'").replace("#", "%23")}")"""


def properties(own: Mapping[str, str]) -> str:
    """Return the rule that names the icons of the style sheet, a site's own in place of those that it has."""
    drawn = ((name, as_property(own.get(name, INTERFACE[name]))) for name in STYLED)
    return f":root{{{''.join(f'--icon-{name}:{value};' for name, value in drawn)}}}"


def there_is(name: str) -> bool:
    """Say whether Material's sets have an icon."""
    try:
        drawing(name)
    except NoMaterial:
        return False
    return True
