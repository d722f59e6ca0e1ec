"""The site's icon in the forms that browsers, home screens and feed readers take, all made from one drawing."""

import base64
import json
import struct
from collections.abc import Iterator

import resvg_py

from timeline.site.colours import Colour
from timeline.site.parts.page import Artifact
from timeline.site.publication import Publication

MANIFEST = "manifest.webmanifest"

# In CSS pixels: what tabs show, what Apple's home screens take, and what a manifest needs.
TAB, APPLE, INSTALLED = 32, 180, (192, 512)

# The file of the largest.
LARGE = f"assets/icon-{max(INSTALLED)}.png"

# The share of a maskable icon that no mask cuts off, across (W3C, Web Application Manifest, 8.1).
SAFE = 0.8


def artifacts(drawing: bytes, ground: Colour) -> Iterator[Artifact]:
    """Yield the icon's files; where a system cuts the icon to its own form, the ground of the site is around it."""
    yield Artifact("favicon.ico", _ico(_png(drawing, TAB), TAB))
    yield Artifact(f"assets/icon-{APPLE}.png", _png(drawing, APPLE, ground.light))
    for size in INSTALLED:
        yield Artifact(f"assets/icon-{size}.png", _png(drawing, size))
    yield Artifact(f"assets/icon-{max(INSTALLED)}-maskable.png", _png(_padded(drawing), max(INSTALLED), ground.light))


def manifests(publication: Publication, ground: Colour) -> Iterator[Artifact]:
    """Yield what makes the site a thing that can be installed (W3C, Web Application Manifest), in each language."""
    icons = [_icon(size, f"icon-{size}.png", "any") for size in INSTALLED]
    icons.append(_icon(max(INSTALLED), f"icon-{max(INSTALLED)}-maskable.png", "maskable"))
    for own in publication.languages:
        name = publication.settings.name.in_language(own.code)
        manifest = {
            "name": name,
            "short_name": name,
            "description": publication.settings.description.in_language(own.code),
            "lang": own.code,
            "dir": own.direction,
            "start_url": "./",
            "scope": "../",
            "display": "minimal-ui",
            "background_color": ground.light,
            "theme_color": ground.light,
            "icons": icons,
        }
        yield Artifact(f"{own.code}/{MANIFEST}", json.dumps(manifest, ensure_ascii=False).encode())


def _icon(size: int, name: str, purpose: str) -> dict[str, str]:
    return {"src": f"../assets/{name}", "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def _png(drawing: bytes, size: int, background: str | None = None) -> bytes:
    return resvg_py.svg_to_bytes(
        svg_string=drawing.decode(), width=size, height=size, background=background, skip_system_fonts=True
    )


def _padded(drawing: bytes) -> bytes:
    margin, side, data = (1 - SAFE) / 2, SAFE, base64.b64encode(drawing).decode()
    image = f'<image x="{margin}" y="{margin}" width="{side}" height="{side}" href="data:image/svg+xml;base64,{data}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{image}</svg>'.encode()


def _ico(png: bytes, size: int) -> bytes:
    """Put a PNG into an ICO, which has held them since Windows Vista."""
    header = struct.pack("<3H", 0, 1, 1)
    entry = struct.pack("<4B2H2I", size, size, 0, 0, 1, 32, len(png), 22)
    return header + entry + png
