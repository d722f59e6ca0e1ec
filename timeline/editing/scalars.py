"""A text as YAML writes it: plain where that reads back as the same text, else in double quotes or in folded lines."""

import re

from timeline.reading.reader import Text, read

# Begins with a letter or digit and has no sign that means anything: nearly every text of a record.
_HARMLESS = re.compile(r"\w(?:[^\s:#,\[\]{}]| (?=\S))*")
_HARMLESS_IN_BLOCK = re.compile(r"\w(?:[^\s:#]| (?=\S))*")

# What other readers take for something else than text, by YAML 1.1 or 1.2.
_OTHER_TYPE = re.compile(
    r"~|null|true|false|yes|no|on|off|[-+]?(?:\.inf|[\d_]+(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.[\d_]+(?:e[-+]?\d+)?)"
    r"|\.nan|0[xob][\da-f_]+|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?",
    re.ASCII | re.IGNORECASE,
)

_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_ESCAPED = re.compile(r'["\\\0-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]')
_OWN_ESCAPE = re.compile(r'\\[^"\\/]')
_HEADER = re.compile(r"[|>][-+]?(?=[ \t]*(?:#[^\r\n]*)?\r?\n)")


def line(value: str, *, in_flow: bool = False, text: bool = True) -> str:
    """Write a text in one line; ``text`` puts what other readers take for a number or a yes into quotes."""
    harmless = _HARMLESS if in_flow else _HARMLESS_IN_BLOCK
    if not value or (text and _OTHER_TYPE.fullmatch(value)):
        return quoted(value)
    if harmless.fullmatch(value) or _reads_back(value, value, "a: [{}]" if in_flow else "a: {}"):
        return value
    return quoted(value)


def quoted(value: str) -> str:
    """Write a text in double quotes; what a file may not hold is written as an escape."""
    return f'"{_ESCAPED.sub(lambda found: _escape(found.group()), value)}"'


def _escape(character: str) -> str:
    number = ord(character)
    return _ESCAPES.get(character) or (f"\\x{number:02X}" if number < 256 else f"\\u{number:04X}")


def _reads_back(written: str, value: str, around: str) -> bool:
    """Say whether something written is read as a value, and as nothing besides."""
    if "\n" in value and "\n" not in written:
        return False
    _, tree, problems = read("", around.format(written).encode("utf-8", "surrogatepass"))
    wanted = [value] if "[" in around else value
    return tree is not None and not problems and tree.plain == {"a": wanted}


def lines(node: Text, source: str, *, text: bool = True) -> list[str]:
    """Write a text as it stands in a file: in the lines that it has there, without their indents, or in one line."""
    written = source[node.span.start : node.span.end].rstrip()
    if "\n" not in written:
        if written.startswith('"') and _OWN_ESCAPE.search(written):
            return [written]  # somebody wanted this to be seen
        return [line(node.value, text=text)]
    found = _in_lines(written)
    if found and _reads_back("\n".join([found[0], *(f"  {one}".rstrip() for one in found[1:])]), node.value, "a: {}\n"):
        return found
    return [line(node.value, text=text)]


def _in_lines(written: str) -> list[str]:
    """Return a text of several lines as a block: its sign, and its lines without their indent."""
    header = _HEADER.match(written)
    if header:
        rest = [row.rstrip() for row in written.split("\n")[1:]]
        indent = min((len(row) - len(row.lstrip(" ")) for row in rest if row), default=0)
        return [header.group(), *(row[indent:] for row in rest)]
    if written[0] in "\"'|>":
        return []
    return [">-", *(row.strip() for row in written.split("\n"))]
