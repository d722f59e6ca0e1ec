"""What stands in the texts is plain text, whole, and can be read, copied and searched for as it looks."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from timeline.reading.diagnostics import Diagnostic, Related
from timeline.reading.reader import Step
from timeline.record.event import Event, Words
from timeline.record.record import EventFile, Record
from timeline.values.bilingual import LANGUAGES, LOOK_ALIKES, QUOTATION_MARKS, Bilingual

LONGEST_TITLE = 90

_LEFT_IN = re.compile(
    r"\b(?:TODO|TBD|FIXME|XXXX+)\b|^XXX$|(?i:\blorem ipsum\b)|^(?i:title|headline|summary|text|fact)$"
    r"|^(?:العنوان|عنوان|الملخص|ملخص|نص|النص|الخبر)$|^(?:…|\.\.\.|-+|\?+)$|\bاكتب هنا\b|(?i:\bwrite (?:it )?here\b)"
)
_MARKUP = re.compile(
    r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|&(?:[A-Za-z]{2,8}|#\d{1,6});|!?\[[^\]\n]+\]\([^)\s]+\)|\*\*[^*]+\*\*"
    r"|(?<!\w)__[^_]+__(?!\w)|`[^`]+`|^#+ |https?://\S+|\[[0-9]{1,3}\]"
)
_LEFTOVER = re.compile(r"</?[a-z][a-z0-9]*/?>|&(?:[A-Za-z]{2,8}|#\d{1,6});")  # what programs leave in others' words
_FOOTNOTE = re.compile(r"\[[0-9]{1,3}\]")
_STRAIGHT = re.compile(r"\"|(?<=\w)'(?=\w)|(?<!\w)'(?=\w)|(?<=\w)'(?!\w)")
_EASTERN = re.compile(
    "[0-9]+(?:[\u066b\u066c][0-9]+)+|[\u0660-\u0669\u06f0-\u06f9]+(?:[\u066b\u066c][\u0660-\u0669\u06f0-\u06f9]+)*"
)
_SEPARATORS = {"\u066b": ".", "\u066c": ","}
_UNGROUPED = re.compile(r"(?<![\w.,/:#@’-])[0-9]{5,9}(?![\w/:@-]|[.,][0-9])")
_LATIN_MARK = re.compile(r"(?<=[\u0620-\u064a])[,;?](?=\s|$)")
_ARABIC_MARKS = str.maketrans(",;?", "،؛؟")
_AFFECTED = re.compile(
    r"[0-9][0-9,.]* (?:million |thousand )?(?:affected |impacted )(?:users|people|accounts)"
    r"|[0-9][0-9,.]* (?:million |thousand )?(?:users|people) (?:were |was )?(?:affected|impacted)"
    r"|[0-9][0-9,.]* (?:\w+ ){0,3}(?:متضرر|متأثر)\w*"
)
_MARKS = (("“", "”"), ("«", "»"), ("‘", "’"), ("„", "“"), ('"', '"'), ("'", "'"))

# The shapes of letters, which old programs copy, and lines that only make a word longer.
_SHAPES = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]|(?<=[\u0620-\u064a])\u0640+(?=[\u0620-\u064a])")
_QUOTED = re.compile("«[^»]*»|“[^”]*”")
_FOREIGN = {str(code): re.compile(f"[{''.join(letters)}]") for code, letters in LOOK_ALIKES.items()}
_LOOK_ALIKE = str.maketrans({letter: own for letters in LOOK_ALIKES.values() for letter, own in letters.items()})


# Most texts have nothing of all this, and are looked at only once.
_SUSPECT = re.compile(
    r"[<&\[*_`#,;?\"'\u0640\u066b\u066c\u0660-\u0669\u06f0-\u06f9\u06cc\u06a9\u06c1\u06be\u06d5\ufb50-\ufdff\ufe70-\ufefc]|[0-9]{5}"
    r"|ffected|mpacted|متضرر|متأثر|http|TODO|TBD|FIXME|XXX|orem|OREM|[Hh]ere|HERE|هنا|^.{0,9}$"
)


class Told(NamedTuple):
    """A text of an event: where it stands, its language, and whether its words are this record's own."""

    path: tuple[Step, ...]
    text: str
    language: str
    own: bool


def check(file: EventFile, _: Record) -> Iterator[Diagnostic]:
    """Report texts that were left in, marks that no page shows, and letters and digits that only look right."""
    for told in _texts(file.event):
        if not _SUSPECT.search(told.text):
            continue
        for code, found, mend in _flaws(told):
            yield file.problem(code, *told.path, found=found, suggestion=mend)
    for code in LANGUAGES:
        title = file.event.title.in_language(code)
        if len(title) > LONGEST_TITLE:
            yield file.problem("T113", "title", code, found=str(len(title)), limit=str(LONGEST_TITLE))
    yield from _repeated(file)
    yield from _others(file)


def _others(file: EventFile) -> Iterator[Diagnostic]:
    """Report what programs left in others' words, and marks around a quotation."""
    for key, source in file.event.sources.items():
        if left := _LEFTOVER.search(source.headline or ""):
            yield file.problem("T114", "sources", key, "headline", found=left.group())
    for name in ("quotes", "misattributed"):
        for i, words in enumerate(getattr(file.event, name)):
            if (bare := _bare(words.text)) != words.text:
                yield file.problem("Q109", name, i, "text", found=words.text, suggestion=bare)


def _repeated(file: EventFile) -> Iterator[Diagnostic]:
    """Report a title, a summary or a fact that says word for word what another one says."""
    texts: list[tuple[tuple[Step, ...], Bilingual]] = [
        (("title",), file.event.title),
        (("summary",), file.event.summary),
    ]
    texts += [(("facts", i), fact) for i, fact in enumerate(file.event.facts)]
    for code in LANGUAGES:
        first: dict[str, tuple[Step, ...]] = {}
        for path, text in texts:
            words = text.in_language(code)
            if words in first:
                related = [Related(file.place(*first[words], code), "first")]
                yield file.problem("T121", *path, code, related=related, found=words)
            first.setdefault(words, path)


def _flaws(told: Told) -> Iterator[tuple[str, str, str | None]]:
    """Yield the code, what was found and the mend for what is wrong with a text."""
    text = told.text
    if told.own and (found := _LEFT_IN.search(text)):
        yield "T112", found.group(), None
    if found := (_MARKUP if told.own else _FOOTNOTE).search(text):
        yield "T114", found.group(), None
    elif told.own and (found := _STRAIGHT.search(text)):
        yield "T115", _around(text, found), _typeset(_around(text, found), told.language)
    if told.own and (found := _EASTERN.search(text)):
        yield "T116", found.group(), "".join(_SEPARATORS.get(one) or str(int(one)) for one in found.group())
    plain = _QUOTED.sub(lambda quoted: " " * len(quoted.group()), text)  # what is quoted may be of another language
    foreign = _FOREIGN.get(told.language)
    if foreign and (found := foreign.search(plain) or _SHAPES.search(text)):
        yield "T117", _around(text, found), _ours(_around(text, found))
    if found := _LATIN_MARK.search(text):
        yield "T122", _around(text, found), _around(text, found).translate(_ARABIC_MARKS)
    if told.own and (found := _UNGROUPED.search(text)):
        yield "T118", found.group(), f"{int(found.group()):,}"
    if told.own and (found := _AFFECTED.search(text)):
        yield "T119", found.group(), None


def _around(text: str, found: "re.Match[str]") -> str:
    """Return the word in which something was found."""
    start = text.rfind(" ", 0, found.start()) + 1
    end = text.find(" ", found.end())
    return text[start : end if end != -1 else len(text)]


def _typeset(word: str, language: str) -> str | None:
    if '"' in word:
        inner = word.replace('"', "")
        first, last = next((marks for code, marks in QUOTATION_MARKS.items() if code == language), ("“", "”"))
        return f"{first}{inner}{last}" if word[0] == word[-1] == '"' and len(word) > 2 else None
    return word.replace("'", "’")


def _ours(word: str) -> str:
    """Return a word with a language's own letters in place of those that look like them."""
    plain = word.replace("\N{ARABIC TATWEEL}", "")
    return _SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match.group()), plain).translate(_LOOK_ALIKE)


def _bare(text: str) -> str:
    """Return a quotation without the marks that stand around the whole of it."""
    for first, last in _MARKS:
        inner = text[1:-1]
        if text[0] == first and text[-1] == last and len(text) > 2 and first not in inner and last not in inner:
            return inner.strip()
    return text


def _texts(event: Event) -> Iterator[Told]:
    """Yield all texts of an event, but for headlines, which are others'."""
    for name in ("title", "summary", "doubt"):
        yield from _both((name,), getattr(event, name))
    for i, fact in enumerate(event.facts):
        yield from _both(("facts", i), fact)
        yield from _both(("facts", i, "doubt"), fact.doubt)
    if event.outage and event.outage.cause:
        yield from _both(("outage", "cause", "text"), event.outage.cause.text)
    for i, correction in enumerate(event.corrections):
        yield from _both(("corrections", i), correction)
    for key, source in event.sources.items():
        yield from _both(("sources", key, "description"), source.description)
    for name in ("quotes", "misattributed"):
        for i, words in enumerate(getattr(event, name)):
            yield from _spoken((name, i), words)


def _both(path: tuple[Step, ...], text: Bilingual | None) -> Iterator[Told]:
    if text:
        yield from (Told((*path, code), text.in_language(code), code, own=True) for code in LANGUAGES)


def _spoken(path: tuple[Step, ...], words: Words) -> Iterator[Told]:
    yield Told((*path, "text"), words.text, words.lang.partition("-")[0], own=False)
    yield from (Told((*path, "translation", code), text, code, own=False) for code, text in words.translation.items())
