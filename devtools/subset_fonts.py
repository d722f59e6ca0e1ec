#!/usr/bin/env python3
"""Make the subset fonts of this folder again. See README.md.

Usage: python subset.py <node_modules> <output folder>
Needs fonttools and brotli. The result depends only on the two inputs below
and on the versions of fonttools and brotli (README.md names them).
"""

from __future__ import annotations

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


def main() -> None:
    """Write every subset: the folder of the npm modules comes first, then where to."""
    modules, out = Path(sys.argv[1]), Path(sys.argv[2])
    for name, source, letters, family, style in JOBS:
        options = subset.Options()
        options.layout_features = FEATURES
        options.hinting = False
        options.desubroutinize = True
        options.notdef_outline = True
        options.name_IDs = [0, 5, 13, 14]
        options.flavor = "woff2"
        font = TTFont(modules / source, recalcTimestamp=False)
        worker = subset.Subsetter(options)
        worker.populate(unicodes=subset.parse_unicodes(letters.replace(" ", ",")))
        worker.subset(font)
        rename(font, family, style)
        font.flavor = "woff2"
        target = out / f"{name}.woff2"
        font.save(target)
        print(f"{target.stat().st_size:7} {target.name}")


if __name__ == "__main__":
    main()
