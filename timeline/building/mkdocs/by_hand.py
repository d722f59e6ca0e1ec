"""Pages by hand, as MkDocs has read them, are refused where they would not be what their file says."""

import re
from collections.abc import Iterable

from mkdocs.structure.files import File

from timeline.language.messages import Refusal

ONLY = "main.html"

# MkDocs shows a head that it cannot read as if it were text.
_HEAD = re.compile(r"\s*---[ \t]*\n\s*[\w-]+:")


def refuse_wrong(files: Iterable[File]) -> None:
    """Raise Refusal for the first page whose head asks for another template or cannot be read."""
    for file in files:
        if file.page is None:
            continue
        template = file.page.meta.get("template", ONLY)
        if template != ONLY:
            raise Refusal("refused.template", path=file.src_uri, template=template, only=ONLY)
        if _HEAD.match(file.page.markdown or ""):
            raise Refusal("refused.head", path=file.src_uri)
