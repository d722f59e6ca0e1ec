"""Hands the same events to Hugo, for an equally rich, minimal bilingual site (``hugo_site/``).

Each language gets a page for each event, with the event's own YAML as front matter, as a Hugo site would have it.
What Hugo cannot derive without comparing every page with every other (threads, sides) is worked out for it.
"""

import re
import shutil
from pathlib import Path

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language, languages

SITE = Path(__file__).parent / "hugo_site"

_COUNTED = ("hours", "minutes", "entries")
_WORDS = (
    "skip places years people companies platforms menu disclaimer unknown about utc glance "
    "services scope global symptoms login feed length by on tags sources what source reports words original "
    "translated exchange report open archive aboutentry cite mistake edit history pager earlier later en "
    "confirmed confirmed_meaning"
).split()


def write_site(root: Path, chronicle: Chronicle, events: Path) -> None:
    """Write a Hugo site with all entries of a chronicle, whose files lie below ``events``."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(SITE, root)
    (root / "data").mkdir()
    shutil.copytree(events / "vocabulary", root / "data" / "vocabulary")
    (root / "i18n").mkdir()
    for own in languages():
        words = "".join(f'[{word}]\nother = "{word}"\n' for word in _WORDS)
        words += "".join(f'[{word}]\nother = "{{{{ .Count }}}} {word}"\n' for word in _COUNTED)
        (root / "i18n" / f"{own.code}.toml").write_text(words, encoding="utf-8")
        folder = root / "content" / own.code / "events"
        folder.mkdir(parents=True)
        for entry in chronicle.entries:
            text = (events / entry.year / f"{entry.id}.yml").read_text(encoding="utf-8")
            (folder / f"{entry.id}.md").write_text(_page(text, entry, chronicle, own), encoding="utf-8")


def _page(text: str, entry: Entry, chronicle: Chronicle, own: Language) -> str:
    """Return the event's YAML with the keys that Hugo itself reads; ``~`` is no part of a date there."""
    text = re.sub(r"(T\d\d:\d\d)Z~?", r"\1:00Z", text)
    text = text.replace("\ntitle:", "\ntitles:").replace("\nsummary:", "\nsummaries:")
    text = text.replace("published: ", "published: !!str ")
    own_keys = {
        "title": entry.event.title.in_language(own.code),
        "date": f"{entry.event.when.started.start:%Y-%m-%dT%H:%M:%SZ}",
        "side": entry.company,
        "companies": f"[{', '.join(entry.companies)}]",
        "platforms": f"[{', '.join(entry.platforms)}]",
        "years": f"['{entry.year}']",
        "source_keys": f"[{', '.join(entry.event.sources)}]",
        "thread": f"[{', '.join(turn.id for turn in chronicle.thread(entry))}]",
        "people": f"[{', '.join(entry.people)}]",
    }
    lines = "".join(f"{key}: {value}\n" for key, value in own_keys.items())
    return f"---\n{text}{lines}---\n"
