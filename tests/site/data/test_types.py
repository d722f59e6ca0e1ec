"""The program writes what its scripts expect: JSON of the types that docs/formats.md names."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import direct, formats
from tests.built import PACKAGE, ROOT
from tests.golden import RECORD
from timeline.checking.result import check
from timeline.chronicle.chronicle import compile_chronicle
from timeline.language import language, languages
from timeline.site.data import axis, search, search_box
from timeline.site.pages import on_this_day, timeline
from timeline.site.pages.compare import ComparePages
from timeline.site.parts.briefs import Rows
from timeline.values.bilingual import LANGUAGES

COMPILER = ROOT / "node_modules" / ".bin" / "tsc"
OPTIONS = ("--noEmit", "--strict", "--skipLibCheck", "--moduleResolution", "bundler", "--module", "esnext")

FILES, _CARRIED = formats.private()
CARRIED = {row.path: row for row in _CARRIED}
CARRYING = re.compile(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', re.DOTALL)

pytestmark = pytest.mark.skipif(not COMPILER.is_file(), reason="types are checked where Node.js is")


def written() -> Iterator[tuple[str, str, str]]:
    """Yield all that a script reads: the module of its type, the type, and the JSON."""
    chronicle = compile_chronicle(check(RECORD).record)
    boxes = {code: search_box.told(language(code), direct.settings()) for code in LANGUAGES}
    artifacts = list(search.artifacts(chronicle, languages(), boxes))
    for code in LANGUAGES:
        own = language(code)
        artifacts += (axis.file(chronicle, own, direct.settings()), *on_this_day.files(chronicle, own))
        artifacts.append(timeline.details(chronicle, own))
        artifacts += ComparePages(chronicle, own, direct.settings(), Rows(chronicle, own)).files()
        for page in direct.pages(chronicle, code):
            yield from (
                (CARRIED[name].room, CARRIED[name].type, text)
                for name, text in CARRYING.findall(page.body())
                if name in CARRIED
            )
    for artifact in artifacts:
        (row,) = [row for row in FILES if formats.expression(row.path).fullmatch(artifact.path)]
        yield row.room, row.type, artifact.content.decode()


def program(found: list[tuple[str, str, str]]) -> Iterator[str]:
    """Yield the lines of a program that takes each JSON for what a script takes it for."""
    for module in ("data", "pages", "parts"):
        names = sorted({one for own, name, _ in found if own == module for one in re.findall(r"\b[A-Z]\w+", name)})
        yield f"import type {{ {', '.join(names)} }} from '{PACKAGE}/site/{module}/types.d.ts';"
    for number, (_, name, text) in enumerate(found):
        if name == "Words":  # a page carries some sections of words, with those that only its template says
            yield f"const words{number} = {text}; words{number} satisfies {{ [Name in keyof Words]?: Words[Name] }};"
        else:
            yield f"({text}) satisfies {name};"


def test_types_are_true(tmp_path: Path) -> None:
    """Every file that scripts read, and all that pages carry for them, is of the type that they take it for."""
    found = sorted(set(written()))
    assert {row.type for row in (*FILES, *_CARRIED)} == {name for _, name, _ in found}
    file = tmp_path / "program.ts"
    file.write_text("\n".join(program(found)), "utf-8")
    done = subprocess.run([COMPILER, *OPTIONS, file], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert ("", 0) == (done.stdout, done.returncode)
