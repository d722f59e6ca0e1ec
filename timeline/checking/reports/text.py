"""The report for a person at a terminal: place, code, message, excerpt with a caret, mend.

It is printed in workflows too, where GitHub's runner takes ``##[name]`` for a command wherever it stands in a line.
"""

from collections.abc import Iterator, Sequence

from timeline.checking import catalogue
from timeline.checking.reports.places import Locate
from timeline.reading.diagnostics import Diagnostic
from timeline.reading.source import Place
from timeline.values.bilingual import LanguageCode
from timeline.values.text import visible

LONGEST_PATH = 300


def render(diagnostics: Sequence[Diagnostic], language: LanguageCode, locate: Locate = str) -> str:
    """Write one paragraph for each diagnostic."""
    paragraphs = ("\n".join(_lines(diagnostic, language, locate)) + "\n" for diagnostic in diagnostics)
    return "\n".join(paragraphs).replace("##[", "#\\u0023[")


def _lines(diagnostic: Diagnostic, language: LanguageCode, locate: Locate) -> Iterator[str]:
    words, phrases = catalogue.wording(diagnostic, language), catalogue.phrases(language)
    yield f"{_place(diagnostic.place, locate)}: {words.level} {diagnostic.code}: {words.message}"
    excerpt, caret = diagnostic.place.excerpt()
    if excerpt:
        margin = str(diagnostic.place.start.line)
        yield f"  {margin} | {excerpt}"
        yield f"  {' ' * len(margin)} | {caret}"
    yield from (f"  = {line}" for line in (words.suggestion, words.allowed) if line)
    yield f"  = {phrases.hint.format(found=words.hint)}"
    yield from (f"  = {_place(one.place, locate)}: {phrases.roles[one.role]}" for one in diagnostic.related)


def _place(place: Place, locate: Locate) -> str:
    line, column = place.start
    return f"{visible(locate(place.source.name), LONGEST_PATH)}:{line}:{column}"
