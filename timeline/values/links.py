"""Addresses of sources: what the checker lets into an ``href``, and nothing else."""

import re
from functools import lru_cache, reduce
from urllib.parse import quote, urlsplit

from timeline.values.text import flaws, has_direction_controls

PATTERN = r"https?://(?!https?:)\S+"

_WRAPPED = re.compile(r"(?:\[.*\]\(|[<(])(?P<address>https?://[^\s<>]+?)[>)]")
_SLIPS = ((re.compile(r"^https?:?/{1,2}(?=https?:/)"), ""), (re.compile(r"^(https?)//"), r"\1://"))
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_LOOKALIKES = (("rn", "m"), ("vv", "w"), ("0", "o"), ("1", "l"), ("i", "l"), ("3", "e"), ("5", "s"), ("-", ""))

# Most addresses are plain: nothing in them can deceive, and no other check has anything to find.
_PLAIN = re.compile(rf"https://{_HOST.pattern}(?:[/?#][!-\[\]-~]*)?", re.ASCII)

# What may stand in an address as it is; all else is percent-encoded. "%" stays: it is already encoded.
_SAFE = "!#$%&'()*+,/:;=?@[]~"

MAX_LENGTH = 2000


class LinkError(ValueError):
    """A text is not an address that can be published.

    ``code`` is the diagnostic's code, ``hint`` a mended form, if there is one, and ``found`` the guilty part,
    if it is not the whole.
    """

    def __init__(self, code: str, hint: str | None = None, found: str | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.hint = hint
        self.found = found


def check(text: str) -> str:
    """Return an address that is fit to be published, unchanged, or raise LinkError."""
    if _PLAIN.fullmatch(text) and len(text) <= MAX_LENGTH and "xn--" not in text:
        return text
    if any(flaw.code == "T101" for flaw in flaws(text)) or re.search(r"\s", text):
        raise LinkError("L104")
    if "\\" in text:
        raise LinkError("L104", text.replace("\\", "/"))
    if has_direction_controls(text) or any(flaw.code != "T106" for flaw in flaws(text)):
        raise LinkError("L105")
    if len(text) > MAX_LENGTH:
        raise LinkError("L109")
    if (wrapped := unwrapped(text)) != text:
        raise LinkError("L101", wrapped)
    if (once := reduce(lambda found, slip: slip[0].sub(slip[1], found), _SLIPS, text)) != text:
        raise LinkError("L101", once)
    _check_scheme(text)
    _check_authority(text)
    return text


def unwrapped(text: str) -> str:
    """Return the address that a text is in a chat or in Markdown: ``<address>``, ``[words](address)``."""
    found = _WRAPPED.fullmatch(text)
    return found["address"] if found else text


def _check_scheme(text: str) -> None:
    scheme = _SCHEME.match(text)
    if scheme is None or (scheme.group().count(".") and not text[scheme.end() :].startswith("//")):
        raise LinkError("L101", "https://" + text.lstrip("/"))
    if scheme.group().lower() not in ("http:", "https:"):
        raise LinkError("L102")
    if not text[scheme.end() :].startswith("//"):
        raise LinkError("L102", f"{scheme.group()}//{text[scheme.end() :].lstrip('/')}")


def _check_authority(text: str) -> None:
    authority = re.split("[/?#]", text.partition("//")[2], maxsplit=1)[0]  # urlsplit fails at a bracket
    if "@" in authority:
        raise LinkError("L103", text.replace(authority, authority.rpartition("@")[2], 1))
    if not authority.isascii() or any(label.startswith("xn--") for label in authority.lower().split(".")):
        raise LinkError("L107", found=authority.encode("ascii", "backslashreplace").decode())
    if not _HOST.fullmatch(authority.lower()):  # its last label begins with a letter, so no number is a host
        raise LinkError("L108")


def is_host(text: str) -> bool:
    """Say whether a text is the name of a host as ``host`` returns it."""
    return _HOST.fullmatch(text) is not None and not text.startswith("www.") and "xn--" not in text


def host_in(text: str) -> str | None:
    """Return the host that a text names in another form, such as an address, if it names one."""
    bare = re.split("[/?#:]", text.strip().lower().rpartition("//")[2], maxsplit=1)[0].removeprefix("www.")
    return bare if is_host(bare) else None


@lru_cache(maxsize=1 << 16)
def host(address: str) -> str:
    """Return the host of a checked address, in lower case and without ``www.``."""
    return urlsplit(address).netloc.lower().removeprefix("www.")


def href(address: str) -> str:
    """Return a checked address as a URI (RFC 3986): letters outside ASCII are percent-encoded."""
    return quote(address, safe=_SAFE)


def looks_like(address: str, domains: frozenset[str]) -> str | None:
    """Return the known domain that the address's host imitates, if it imitates one."""
    name = host(address)
    if within := next((domain for domain in sorted(domains) if f".{domain}." in f".{name}"), None):
        return within
    registered = ".".join(name.split(".")[-2:])
    if registered in domains:
        return None
    shape = _shape(registered)
    return next((domain for domain in sorted(domains) if _shape(domain) == shape), None)


def _shape(domain: str) -> str:
    label, _, suffix = domain.rpartition(".")
    for seen, meant in _LOOKALIKES:
        label = label.replace(seen, meant)
    return f"{label}.{suffix}"
