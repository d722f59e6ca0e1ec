"""Write how wide each letter of the site's fonts is, for drawings that must know where a text ends.

Usage: python -m devtools.advances
Needs fonttools and brotli, as ``subset_fonts`` does. Widths are in thousandths of the font's size, by the form that an
Arabic letter takes beside its neighbours; all other letters have one form. A letter of two files has the wider width.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "timeline" / "site" / "fonts"
FACES = {
    "text": ("text-latin-400", "text-arabic-400"),
    "strong": ("text-latin-600", "text-arabic-600"),
    "head": ("head-latin-600", "head-arabic-600"),
}
FORMS = ("isolated", "init", "medi", "fina")


def main() -> None:
    """Write the table beside the fonts."""
    table = {face: _of_face(files) for face, files in FACES.items()}
    (FONTS / "advances.json").write_text(json.dumps(table, indent=1) + "\n", "utf-8")


def _of_face(files: tuple[str, ...]) -> dict[str, dict[int, str]]:
    """Return for each form the letters by their widths."""
    found: dict[str, dict[str, int]] = {form: {} for form in FORMS}
    for name in files:
        font = TTFont(FONTS / f"{name}.woff2")
        for form, letter, width in _widths(font):
            found[form][letter] = max(width, found[form].get(letter, 0))
    return {form: _by_width(widths) for form, widths in found.items()}


def _widths(font: TTFont) -> Iterator[tuple[str, str, int]]:
    units, metrics = font["head"].unitsPerEm, font["hmtx"]
    for code, glyph in font.getBestCmap().items():
        yield "isolated", chr(code), round(metrics[glyph][0] * 1000 / units)
        for form in FORMS[1:]:
            other = _substitutes(font, form).get(glyph)
            if other:
                yield form, chr(code), round(metrics[other][0] * 1000 / units)


def _substitutes(font: TTFont, feature: str) -> dict[str, str]:
    """Return which glyph stands for another in a form (OpenType's GSUB)."""
    table = font["GSUB"].table
    lookups = {
        index
        for one in table.FeatureList.FeatureRecord
        if one.FeatureTag == feature
        for index in one.Feature.LookupListIndex
    }
    found: dict[str, str] = {}
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            found |= getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
    return found


def _by_width(advances: dict[str, int]) -> dict[int, str]:
    """Put the letters of equal width together, in order."""
    widths = sorted(set(advances.values()))
    return {width: "".join(sorted(one for one, own in advances.items() if own == width)) for width in widths}


if __name__ == "__main__":
    main()
