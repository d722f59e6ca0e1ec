"""Where a mistake in YAML's grammar probably lies, and its mend: libyaml notices it only further on."""

import re
from typing import NamedTuple

import yaml

from timeline.values.links import unwrapped

_TAB_INDENT = re.compile(r"[ -]*\t")
_FIELD = re.compile(r"(?P<key>\s*(?:- +)?[A-Za-z_]+: +)(?P<rest>\S.*?)\s*")
_NO_SPACE = re.compile(r"(?P<key>\s*(?:- +)?[A-Za-z_]+)[:：](?P<rest>[^\s/].*?)\s*")

# A space of print where YAML reads the indentation, or the space behind a dash or a field's colon.
SPACE_OF_PRINT = re.compile(
    "^[ -]*(?:[A-Za-z_]+:)?(?P<space>[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+)", re.MULTILINE
)

# What libyaml was reading tells which sign began it.
_SIGNS = {"while scanning an alias": "Y103", "while scanning an anchor": "Y103", "while parsing a tag": "Y104"}

_NOTED_LIST = re.compile(
    r"^(?P<key>\s*(?:- +)?[A-Za-z_]+: +)\[(?P<items>(?:[^\]#\n]*[\s\[,])?#[^\]\n]*)\] *$", re.MULTILINE
)

_LONGEST_MEND = 160

# Marks that were meant to hold a text for YAML, which knows the straight ones alone.
_PAIRS = frozenset({"“”", "‘’", "«»", "„“", "””"})


class Mistake(NamedTuple):
    """A mistake in a text: the code that explains it, its place, what was found, and a mended form."""

    code: str
    start: int
    end: int
    found: str
    mend: str | None = None


def mistake(text: str, error: yaml.MarkedYAMLError) -> Mistake:
    """Explain an error of libyaml's parser in ``text``."""
    problem, context = error.problem or "unreadable", error.context or ""
    offset = min(error.problem_mark.index, len(text)) if error.problem_mark else len(text)
    begin = error.context_mark.index if error.context_mark else offset
    if noted := _noted_list(text, offset):
        return noted
    if "Unicode character escape" in problem and (escape := re.match(r"\\\w+", text[offset - 2 :])):
        return Mistake("T103", offset - 2, offset - 2 + escape.end(), escape.group()[:10])
    line_start = text.rfind("\n", 0, offset) + 1
    if tabbed := _TAB_INDENT.match(text, line_start):
        return Mistake("Y111", tabbed.end() - 1, tabbed.end(), "\t")
    sign = "Y104" if "tag handle" in problem else _SIGNS.get(context)
    if sign:
        word = text[begin:].split(maxsplit=1)[0]
        return Mistake(sign, begin, begin + len(word), word)
    if "<document start>" in problem and re.search(r"^\.\.\.", text[:offset], re.MULTILINE):
        return Mistake("Y107", offset, offset + 1, problem)
    if "simple key" in context:  # a line that lacks a field's colon, or the space behind it
        start, line = _line_at(text, begin)
        return Mistake("Y101", begin, start + len(line), problem, _spaced(line))
    return _grammar(text, problem, offset, _never_closed(text, context, begin, offset))


def _noted_list(text: str, offset: int) -> Mistake | None:
    """Return the sign # in a list on one line, with which all behind it became a note and the list was never closed."""
    found = max(_NOTED_LIST.finditer(text, 0, offset), key=re.Match.start, default=None)
    if found is None or "]" in text[found.end() : offset]:
        return None
    mend = f"{found['key'].strip()} [{found['items'].replace('#', '')}]"
    return Mistake("Y101", found.start("items") + found["items"].index("#"), found.end(), "#", _short(mend))


def _never_closed(text: str, context: str, begin: int, offset: int) -> int | None:
    """Return the place of a quotation mark or bracket whose end was still looked for in a later line."""
    enclosed = "quoted" in context or "flow" in context
    return begin if enclosed and "\n" in text[begin:offset] else None


def _grammar(text: str, problem: str, offset: int, opened: int | None) -> Mistake:
    if opened is not None:
        return Mistake("Y101", opened, opened + 1, problem)
    start, line = _line_at(text, offset)
    before = start + len(line[: offset - start].rstrip())
    if "mapping values" in problem and ": " not in text[start:before] and text[:start].strip():
        previous, above = _line_at(text, len(text[:start].rstrip()))
        if not re.search(r":\s|:$", above) or _NO_SPACE.fullmatch(above):
            begin = previous + len(above) - len(above.lstrip())
            return Mistake("Y101", begin, previous + len(above), problem, _spaced(above))
    mend = None if "expected ','" in problem else _meant(line, offset - start)
    if "mapping values" in problem and mend is None:  # the line is indented where it should not be
        offset = start + len(line) - len(line.lstrip())
    return Mistake("Y101", offset, offset + 1, problem, mend)


def in_quotes(text: str, offset: int) -> str | None:
    """Return the field of the line at ``offset`` with its text in quotation marks."""
    start, line = _line_at(text, offset)
    return _quoted(line, offset - start)


def _line_at(text: str, offset: int) -> tuple[int, str]:
    start = text.rfind("\n", 0, offset) + 1
    return start, text[start:].split("\n", 1)[0].rstrip()


def _spaced(line: str) -> str | None:
    """Put the space behind a field's colon that is missing there."""
    field = _NO_SPACE.fullmatch(line)
    return _short(f"{field['key'].strip()}: {field['rest']}") if field else None


def _quoted(line: str, column: int) -> str | None:
    """Put a field's text into quotation marks, where it holds at ``column`` what YAML takes for its own."""
    field = _FIELD.fullmatch(line)
    if field is None or column < field.start("rest"):
        return None
    rest = field["rest"]
    if rest[0] == rest[-1] and rest[0] in "\"'" and len(rest) > 1:
        rest = rest[1:-1]
    plain = '"' not in rest and "\\" not in rest
    quoted = f'"{rest}"' if plain else "'" + rest.replace("'", "''") + "'"
    return _short(f"{field['key'].strip()} {quoted}") if quoted != field["rest"] else None


def _meant(line: str, column: int) -> str | None:
    """Put a field's text into quotation marks in the place of others, or say what else it was meant to be."""
    field = _FIELD.fullmatch(line)
    if field is None:
        return None
    rest = field["rest"]
    if (address := unwrapped(rest)) != rest:
        return _short(f"{field['key'].strip()} {address}")
    if rest[0] == "[" and rest[-1] == "]":
        return None  # a list: which of its items is meant is not known here
    if rest[0] + rest[-1] in _PAIRS and column >= field.start("rest"):
        return _quoted(f"{field['key']}{rest[1:-1]}", len(field["key"]))
    return _quoted(line, column)


def _short(mend: str) -> str | None:
    return mend if len(mend) <= _LONGEST_MEND else None
