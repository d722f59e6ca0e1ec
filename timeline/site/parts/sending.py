"""Links by which a phone sends the address of a page with the services that people talk by."""

from dataclasses import dataclass
from urllib.parse import quote

from timeline.language import Language
from timeline.site.settings import Settings


@dataclass(frozen=True, slots=True)
class Link:
    """A link that opens a service with a text in it: what it is called and its address."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class Sender:
    """Makes such links for the pages of one language of a site at an address."""

    settings: Settings
    language: Language
    url: str

    def links(self, title: str, path: str) -> list[Link]:
        """Return the links that send a page; none where the site's address is not known."""
        text = quote(f"{title}\n{self.url.rstrip('/')}/{self.language.code}/{path}", safe="")
        services = self.settings.messengers if self.url else ()
        return [Link(one.name.in_language(self.language.code), f"{one.address}{text}") for one in services]
