"""An issue filed with a form becomes a file of the record, and a pull request that says what is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.checking import catalogue
from timeline.checking.result import Checked, check
from timeline.editing.changes import escaped
from timeline.editing.forms import answers, more
from timeline.editing.laying import PUBLISHERS, add_publishers, lay
from timeline.editing.proposals import Desk, Proposal
from timeline.language import Language, of_commands
from timeline.language.messages import Refusal
from timeline.reading.diagnostics import Diagnostic
from timeline.values.bilingual import LANGUAGES

# The label that the form of false claims sets.
FALSE = "debunked"


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue as GitHub's event of it says it (``issues``, payload of webhooks)."""

    number: int
    body: str
    labels: tuple[str, ...]

    @classmethod
    def read(cls, payload: Mapping[str, Any]) -> "Issue":
        """Read the payload of an event."""
        issue = payload["issue"]
        return cls(int(issue["number"]), issue["body"] or "", tuple(label["name"] for label in issue["labels"]))


@dataclass(frozen=True, slots=True)
class PullRequest:
    """What a workflow needs for a pull request; no text of the form is in the branch or the title."""

    branch: str
    title: str
    body: str


def drafted(issue: Issue, root: Path, day: str, language: Language) -> PullRequest:
    """Write the file of an issue into the record at ``root``; raises Refusal where the form does not say enough."""
    before = check(root)
    desk = Desk(before.record, day)
    kinds = before.record.vocabulary.kinds
    kind = next((label for label in issue.labels if label in kinds), "")
    proposal = desk.propose(answers(issue.body, kind=kind, false=FALSE in issue.labels))
    name = lay(proposal, root, language)
    add_publishers(proposal, root)
    missing = check(root).only(lambda problem: problem.place.source.name in (name, f"{root.name}/{PUBLISHERS}"))
    title = f"Event: {proposal.draft.id}"
    return PullRequest(f"event/{issue.number}-{proposal.draft.id}", title, _body(issue, proposal, name, missing))


def _body(issue: Issue, proposal: Proposal, name: str, missing: Checked) -> str:
    """Say in both languages what is there and what is missing."""
    parts = [row for code in reversed(LANGUAGES) for row in _section(of_commands(code), proposal, name, missing)]
    said = more(issue.body)
    told = [f"> {escaped(row)}" for row in said.splitlines()] + [""] if said else []
    return "\n".join([*parts, *told, f"Closes #{issue.number}", ""])


def _section(words: Language, proposal: Proposal, name: str, missing: Checked) -> Iterator[str]:
    yield f'<div dir="{words.direction}">\n'
    yield words.word("issue.made").format(file=f"`{name}`") + "\n"
    if proposal.publishers:
        new = words.word("diff.comma").join(f"`{publisher.id}`" for publisher in proposal.publishers)
        yield words.word("issue.publishers").format(publishers=new) + "\n"
    if proposal.alike:
        yield words.word("issue.alike") + "\n"
        yield from (f"- `{event}`" for event in proposal.alike)
        yield ""
    if missing.errors:
        yield words.word("issue.missing") + "\n"
        yield from (f"- [ ] {_blank(problem, words)}" for problem in missing.errors)
        yield ""
    yield "</div>\n"


def _blank(problem: Diagnostic, words: Language) -> str:
    said = catalogue.wording(problem, words.code).message
    return f"`{problem.place.source.name}:{problem.place.start.line}` {escaped(said)}"


def refused(refusal: Refusal) -> str:
    """Say in both languages why a form could not become an event."""
    said = ((words, escaped(refusal.said(words.code))) for words in map(of_commands, reversed(LANGUAGES)))
    parts = (
        f'<div dir="{words.direction}">\n\n{words.word("issue.refused")} {text}\n\n</div>\n' for words, text in said
    )
    return "\n".join(parts)
