#!/usr/bin/env python3
"""Make the subset fonts of this folder again. See README.md.

Usage: python devtools/subset_fonts.py <node_modules> <folder of the site's fonts> <folder of the pictures' fonts>
Needs fonttools and brotli. The result depends only on the two inputs below
and on the versions of fonttools and brotli (README.md names them).
"""

from __future__ import annotations

import bisect
import copy
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

FEATURES = "init medi fina isol rlig liga calt ccmp mark mkmk kern locl".split()

LATIN = (
    "U+0020-007E U+00A0-00FF U+0100-0107 U+010C-0113 U+0118-011B U+011E-011F U+0130-0131 "
    "U+013D-013E U+0141-0148 U+0150-0153 U+0158-0161 U+0164-0165 U+016E-0171 U+0178-017E "
    "U+200C-200F U+2010-2015 U+2018-201A U+201C-201E U+2020-2022 U+2026 U+202F U+2032-2033 U+2039-203A "
    "U+20AC U+2122 U+2190-2193 U+2212 U+2248 U+2260 U+2264-2265"
)
# Arabic letters of the languages around us, marks, digits of both sorts; then
# ASCII digits and the punctuation that stands between Arabic words, so that an
# Arabic page does not fetch a Latin file for one bold "2024".
ARABIC = (
    "U+060C U+061B U+061F U+0621-063A U+0640-0655 U+0660-066C U+0670-0671 U+067E U+0686 U+0698 "
    "U+06A4 U+06A9 U+06AF U+06CC U+06F0-06F9 "
    "U+0020-0040 U+005B-005D U+005F U+007B-007D U+00A0 U+00AB U+00B7 U+00BB U+00D7 "
    "U+200C-200F U+2010-2015 U+2018-2019 U+201C-201D U+2022 U+2026 U+2039-203A U+2190 U+2192 U+2212 U+2260"
)

PLEX = "@ibm/plex-sans/fonts/complete/woff2/IBMPlexSans-{}.woff2"
PLEX_AR = "@ibm/plex-sans-arabic/fonts/complete/woff2/IBMPlexSansArabic-{}.woff2"
MARKAZI = "@expo-google-fonts/markazi-text/600SemiBold/MarkaziText_600SemiBold.ttf"

JOBS = [  # output, source, letters, new family name, style
    ("text-latin-400", PLEX.format("Regular"), LATIN, "OSW Text", "Regular"),
    ("text-latin-600", PLEX.format("SemiBold"), LATIN, "OSW Text", "SemiBold"),
    ("text-arabic-400", PLEX_AR.format("Regular"), ARABIC, "OSW Text Arabic", "Regular"),
    ("text-arabic-600", PLEX_AR.format("SemiBold"), ARABIC, "OSW Text Arabic", "SemiBold"),
    ("head-latin-600", MARKAZI, LATIN, "OSW Head", "SemiBold"),
    ("head-arabic-600", MARKAZI, ARABIC, "OSW Head Arabic", "SemiBold"),
]


# The fonts of pictures: both scripts in one file, for what draws them looks for letters in any file that it is given.
# What people put into their posts comes from two families of signs.
FACES = "U+1F400-1F64F U+1F910-1F92F U+1F970-1F97A"
LETTERLIKE = "U+1D400-1D7FF"
EXPO = "@expo-google-fonts/"
PICTURES = [  # output, source, letters, new family name, style, layout features
    ("head", MARKAZI, f"{LATIN} {ARABIC}", "OSW Picture Head", "SemiBold", FEATURES),
    ("text", PLEX_AR.format("Regular"), f"{LATIN} {ARABIC}", "OSW Picture Text", "Regular", FEATURES),
    ("bold", PLEX_AR.format("SemiBold"), f"{LATIN} {ARABIC}", "OSW Picture Bold", "SemiBold", FEATURES),
    ("faces", f"{EXPO}noto-emoji/400Regular/NotoEmoji_400Regular.ttf", FACES, "OSW Picture Faces", "Regular", []),
    (
        "letterlike", f"{EXPO}noto-sans-math/400Regular/NotoSansMath_400Regular.ttf", LETTERLIKE,
        "OSW Picture Letterlike", "Regular", [],
    ),
]  # fmt: skip


def rename(font: TTFont, family: str, style: str) -> None:
    """Give the subset its own name: "Plex" is a Reserved Font Name of the OFL."""
    wanted = {
        1: f"{family} {style}",
        2: "Regular",
        3: f"{family} {style} (subset)",
        4: f"{family} {style}",
        6: f"{family}-{style}".replace(" ", ""),
    }
    table = font["name"]
    table.names = [n for n in table.names if n.nameID in (0, 5, 13, 14) and n.platformID == 3]
    for number, text in wanted.items():
        table.setName(text, number, 3, 1, 0x409)


def mend_marks(font: TTFont) -> None:
    """Let a ligature of two marks stand where its first mark would: Markazi gives it a width of its own.

    Without this a shadda with a tanwin, as in جدًّا, stands between the letters.
    """
    classes = font["GDEF"].table.GlyphClassDef.classDefs
    subtables = [one for lookup in font["GSUB"].table.LookupList.Lookup for one in lookup.SubTable]
    for subtable in subtables:
        for first, ligatures in getattr(subtable, "ligatures", {}).items():
            for ligature in ligatures:
                marks = {classes.get(part) for part in (first, *ligature.Component)}
                if marks == {MARK} and classes.get(ligature.LigGlyph) != MARK:
                    classes[ligature.LigGlyph] = MARK
                    _place(font, ligature.LigGlyph, next(p for p in (first, *ligature.Component) if p == SHADDA))


MARK, SHADDA = 3, "uni0651"


def _place(font: TTFont, ligature: str, like: str) -> None:
    """Give a ligature the anchors of a mark, above its middle, and no width."""
    glyph = font["glyf"][ligature]
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for subtable in lookup.SubTable:
            coverage = getattr(subtable, "MarkCoverage", None)
            if coverage is None or like not in coverage.glyphs:
                continue
            record = copy.deepcopy(subtable.MarkArray.MarkRecord[coverage.glyphs.index(like)])
            record.MarkAnchor.XCoordinate = (glyph.xMin + glyph.xMax) // 2
            at = bisect.bisect([font.getGlyphID(one) for one in coverage.glyphs], font.getGlyphID(ligature))
            coverage.glyphs.insert(at, ligature)
            subtable.MarkArray.MarkRecord.insert(at, record)
            subtable.MarkArray.MarkCount = len(coverage.glyphs)
    font["hmtx"][ligature] = (0, font["hmtx"][ligature][1])


def make(source: Path, target: Path, letters: str, features: list[str]) -> TTFont:
    """Return a font with some letters and features of another one, in the form that the target's ending names."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.name_IDs = [0, 5, 13, 14]
    options.drop_tables += ["STAT"]  # what a variable font says of its axes; its names are gone, and Firefox complains
    options.flavor = "woff2" if target.suffix == ".woff2" else None
    font = TTFont(source, recalcTimestamp=False)
    worker = subset.Subsetter(options)
    worker.populate(unicodes=subset.parse_unicodes(letters.replace(" ", ",")))
    worker.subset(font)
    if SHADDA in font.getGlyphOrder():
        mend_marks(font)
    font.flavor = options.flavor
    return font


def main() -> None:
    """Write every subset: the folder of the npm modules comes first, then where to."""
    modules, site, pictures = map(Path, sys.argv[1:])
    jobs = [(site / f"{job[0]}.woff2", *job[1:], FEATURES) for job in JOBS]
    jobs += [(pictures / f"{job[0]}.ttf", *job[1:]) for job in PICTURES]
    for target, source, letters, family, style, features in jobs:
        font = make(modules / source, target, letters, features)
        rename(font, family, style)
        font.save(target)
        print(f"{target.stat().st_size:7} {target.name}")


if __name__ == "__main__":
    main()
