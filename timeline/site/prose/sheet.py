"""The style sheet of a page written by hand: what it uses of Material's, in the colours and the type of the site."""

import hashlib
from pathlib import Path

from timeline.material import styles
from timeline.material.icons import as_property
from timeline.site.assets import COMMENTS
from timeline.site.look import Look
from timeline.site.parts.page import Artifact
from timeline.site.prose.tags import used

_OWN = Path(__file__).parent.parent / "styles" / "typeset.css"

# What the script adds to a page.
BY_SCRIPT = '<div class="md-code__nav"><button class="md-code__button" data-md-type="copy"></button></div>'


def sheet(html: str, direction: str, look: Look) -> Artifact:
    """Return the style sheet of a page, named by what it says, so that pages that need the same one share it."""
    made = used(f'<article class="{styles.TYPESET}">{html}{BY_SCRIPT if "<pre" in html else ""}</article>')
    own = COMMENTS.sub("", _OWN.read_text("utf-8"))
    rules = styles.rules(made, direction)
    whole = f"{styles.properties(rules + own)}{rules}\n{own}{_of_the_site(look)}".encode()
    return Artifact(f"typeset-{hashlib.sha256(whole).hexdigest()[:12]}.css", whole)


def _of_the_site(look: Look) -> str:
    """Return what a site sets itself, as custom properties of Material's."""
    own = {f"--md-admonition-icon--{kind}": as_property(name) for kind, name in look.admonitions.items()}
    for part, colour in (("primary", look.primary), ("accent", look.accent)):
        own |= {f"--md-{part}-fg-color": f"var(--{colour})"} if colour != "ink" else {}
    inside = ";".join(f"{name}:{value}" for name, value in own.items())
    return f":root{{{inside}}}\n" if inside else ""
