"""The files of a proposal are written into a record: a new event, and its publishers where they are wanted."""

from pathlib import Path

from timeline.editing import files
from timeline.editing.drafts import written
from timeline.editing.proposals import Proposal
from timeline.language import Language
from timeline.language.messages import Refusal

PUBLISHERS = "vocabulary/publishers.yml"


def lay(proposal: Proposal, root: Path, words: Language) -> str:
    """Write the file of a proposal into the record at ``root`` and return its name; raises Refusal if it is there."""
    draft = proposal.draft
    path = root / draft.folder / f"{draft.id}.yml"
    name = f"{root.name}/{draft.folder}/{path.name}"
    if not draft.folder or path.exists():
        raise Refusal("new.taken" if draft.folder else "new.no_year", path=name)
    path.parent.mkdir(exist_ok=True)
    files.replace(path, written(draft, words, modeline=(root.parent / "schema" / "event.schema.json").exists()))
    return name


def add_publishers(proposal: Proposal, root: Path) -> None:
    """Write the new publishers of a proposal to the end of the vocabulary's table."""
    if lines := publishers(proposal):
        table = root / PUBLISHERS
        files.replace(table, table.read_text("utf-8").rstrip("\n") + "\n" + lines)


def publishers(proposal: Proposal) -> str:
    """Return the lines that the vocabulary has to get."""
    return "".join(publisher.lines for publisher in proposal.publishers)
