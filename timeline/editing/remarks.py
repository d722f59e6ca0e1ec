"""The remarks on a pull request: few enough that GitHub shows them, the ones that matter first, in both languages.

GitHub shows ten annotations of a level for a step and drops the rest without a word. So errors come first, in changed
files before others, then warnings in changed files; what is left is counted in one line, and stands in the summary.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from timeline.checking import catalogue
from timeline.checking.reports import github, text
from timeline.checking.reports.places import Locate
from timeline.editing import changes
from timeline.editing.changes import Changed
from timeline.editing.history import Pair
from timeline.language import of_commands
from timeline.reading.diagnostics import Diagnostic
from timeline.values.bilingual import LANGUAGES, LanguageCode
from timeline.values.text import is_id

MOST = 10
_FENCE = "`````"


@dataclass(frozen=True, slots=True)
class Remarks:
    """What is said of a proposal: its problems, the names of the files that it changes, and the site's address."""

    problems: Sequence[Diagnostic]
    changed: frozenset[str]
    site: str

    def commands(self, locate: Locate = str) -> str:
        """Write the workflow commands, at most ten of each level."""
        shown = [*self._first(self._ranked("error")), *self._first(self._ranked("warning"))]
        rows = [github.annotation(problem, self._said(problem), locate) for problem in shown]
        left = len(self.problems) - len(shown)
        return "".join([*rows, *([github.command("notice", self._more(left), title="timeline check")] if left else [])])

    def _ranked(self, level: str) -> list[Diagnostic]:
        """Return the problems of a level, those in changed files first; of other files only errors matter here."""
        own = [problem for problem in self.problems if catalogue.level(problem) == level]
        mine = [problem for problem in own if problem.place.source.name in self.changed]
        others = [problem for problem in own if problem.place.source.name not in self.changed]
        return [*mine, *(others if level == "error" else [])]

    @staticmethod
    def _first(problems: list[Diagnostic]) -> list[Diagnostic]:
        return problems[:MOST]

    def _said(self, problem: Diagnostic) -> str:
        """Say a problem in both languages, each with the page that explains it."""
        parts = (f"{github.said(problem, code)}\n{self.explained(code, problem.code)}" for code in reversed(LANGUAGES))
        return "\n\n".join(parts)

    def explained(self, language: LanguageCode, code: str) -> str:
        """Return the address of a code's explanation."""
        return f"{self.site}{language}/codes/#{code}"

    def _more(self, left: int) -> str:
        return "\n".join(
            of_commands(code).word("remarks.more").format(problems=of_commands(code).counted("count.problems", left))
            for code in reversed(LANGUAGES)
        )

    def summary(self, found: Iterable[Changed]) -> str:
        """Write the summary of the run as Markdown: what is changed, and the report on the changed files."""
        found = list(found)
        return "\n".join(row for code in reversed(LANGUAGES) for row in self._section(found, code))

    def _section(self, found: list[Changed], code: LanguageCode) -> Iterator[str]:
        """Write the part of the summary in one language."""
        words, errors = of_commands(code), [one for one in self.problems if catalogue.level(one) == "error"]
        listed = [one for one in self.problems if one in errors or one.place.source.name in self.changed]
        sizes = {"problems": self.problems, "errors": errors}
        counted = {name: words.counted(f"count.{name}", len(ones)) for name, ones in sizes.items()}
        yield f'<div dir="{words.direction}">\n'
        yield f"## {words.word('remarks.changes')}\n\n{changes.markdown(found, words)}"
        yield f"## {words.word('remarks.report')}\n\n{words.word('remarks.counted').format(**counted)}\n"
        for name in dict.fromkeys(problem.code for problem in listed):
            title = changes.escaped(catalogue.code(name).title.in_language(code))
            yield f"- [{name}]({self.explained(code, name)}): {title}"
        if listed:
            yield f"\n{_FENCE}text\n{text.render(listed, code).replace('`', 'ˋ')}{_FENCE}\n"
        yield "</div>\n"


def pages(pairs: Iterable[Pair], artifact: str) -> str:
    """Write where the built site can be fetched, and the pages of it, in both languages, that are changed."""
    ids = [pair.name.rpartition("/")[2].removesuffix(".yml") for pair in pairs if _is_event(pair)]
    rows = []
    for code in reversed(LANGUAGES):
        words = of_commands(code)
        rows.append(f'<div dir="{words.direction}">\n\n[{words.word("remarks.site")}]({artifact})\n')
        rows += [f"- `{code}/events/{one}/index.html`" for one in ids]
        rows.append("\n</div>\n")
    return "\n".join(rows)


def _is_event(pair: Pair) -> bool:
    folder = pair.name.split("/")[-2]
    return pair.now is not None and folder.isascii() and folder.isdigit() and is_id(pair.name.split("/")[-1][:-4])
