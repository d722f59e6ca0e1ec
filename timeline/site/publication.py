"""A chronicle as it is published: in which languages, at which address, under which lasting names and which licence."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode, urlsplit

from timeline.chronicle.chronicle import Chronicle, Entry
from timeline.language import Language
from timeline.site.settings import Settings
from timeline.values.bilingual import LanguageCode

# What readers of other languages are most likely to read.
ELSEWHERE: LanguageCode = "en"


@dataclass(frozen=True, slots=True)
class Change:
    """A change of a file: its commit, its day (ISO 8601) and what its author says of it."""

    commit: str
    day: str
    subject: str


@dataclass(frozen=True)
class Publication:
    """What all that leaves the site has in common; ``url`` is the site's address, or empty where it is not known.

    ``icons`` says that the site's icon is there in all forms. ``history`` has what happened to each file of the record,
    by its path in the repository, the oldest first, as far as that is known. ``edit`` is the address below which the
    files of events are edited, where the repository's own does not say it.
    """

    chronicle: Chronicle
    settings: Settings
    languages: tuple[Language, ...]
    url: str = ""
    icons: bool = False
    history: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    edit: str = ""

    @cached_property
    def editing(self) -> str:
        """The address below which the files of events are edited."""
        return self.edit or f"{self.settings.repository.rstrip('/')}/edit/{self.settings.branch}/events/"

    def file_to_edit(self, entry: Entry) -> str:
        """Return the address at which the file of an entry is edited."""
        return f"{self.editing}{entry.year}/{entry.id}.yml"

    def form(self, name: str, entry: Entry) -> str:
        """Return the address of a form of the repository, by its file's name without ending, filled for an entry."""
        filled = urlencode({"template": f"{name}.yml", "title": entry.id, "entry": entry.id})
        return f"{self.settings.repository.rstrip('/')}/issues/new?{filled}"

    @cached_property
    def root(self) -> str:
        """What paths below the site's root are added to: its address, or nothing where it is not known."""
        return f"{self.url.rstrip('/')}/" if self.url else ""

    def address(self, language: Language, path: str = "") -> str:
        """Return the address of a page of one language."""
        return f"{self.root}{language.code}/{path}"

    def addresses(self, path: str) -> dict[str, str]:
        """Return the address of a page in each language of the site."""
        return {str(own.code): self.address(own, path) for own in self.languages}

    def label(self, path: str, language: Language) -> str:
        """Name a place of the navigation, by its path where neither the settings nor the program have a name."""
        title = self.settings.titles.get(path)
        return title.in_language(language.code) if title else language.words.get(f"places.{path.rstrip('/')}", path)

    @cached_property
    def host(self) -> str:
        """The name of the host that lasting names are made under, whatever the site's address is now."""
        return self.settings.authority.partition(",")[0] or urlsplit(self.url).hostname or "localhost"

    def lasting_name(self, entry: Entry, language: Language) -> str:
        """Return a tag URI (RFC 4151) of an entry's first id, which stays when the entry gets another id.

        It stays when the site moves too, if the settings name the authority that it is made under.
        """
        authority = self.settings.authority or f"{self.host},{entry.event.added.start:%Y-%m-%d}"
        return f"tag:{authority}:{language.code}/{first_id(entry)}"

    @cached_property
    def updated(self) -> str:
        """The day of the newest addition or correction (EDTF); nothing for an empty record."""
        return last_change(self.chronicle.entries)


def last_change(entries: Iterable[Entry]) -> str:
    """Return the day of the newest addition or correction of some entries (EDTF); nothing where there are none."""
    newest = max((entry.event.updated for entry in entries), key=lambda moment: moment.sort_key, default=None)
    return str(newest).rstrip("~?%") if newest else ""


def elsewhere(shown: Sequence[Language], url: str, path: str) -> str:
    """Return the address of a page for readers of other languages than a site's; nothing where there is one language.

    Of the home page it is the root, which offers all languages.
    """
    if not url or len(shown) < 2:
        return ""
    codes = [own.code for own in shown]
    folder = f"{ELSEWHERE if ELSEWHERE in codes else codes[0]}/{path}" if path else ""
    return f"{url.rstrip('/')}/{folder}"


def first_id(entry: Entry) -> str:
    """Return the id under which an entry was first published."""
    return entry.event.aliases[0] if entry.event.aliases else entry.id
