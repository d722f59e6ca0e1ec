"""Turns an example of the catalogue into a record that can be checked.

An example that is a ``fragment`` or ``bytes`` stands at the beginning of a file, and those keys of the smallest
event (``checking/codes/example/event.yml``) that it does not have itself follow as text, so that mistakes of YAML
stay what they are. A comment in its first line names the file that it belongs to; the other keys are then those of
this file, if the record has it. A ``file`` is a whole file, which may be named in the same way. A ``name`` is where
the smallest event lies: ``name -> target`` is a link, and a name in the vocabulary's folder is what its file is called.
``[… 70,000 more characters …]`` stands for so many letters, ``[… 150 more such lines …]`` for the line above it.
"""

import codecs
import re
import shutil
from pathlib import Path

from timeline.checking.catalogue import Code

HERE = Path(__file__).parent
RECORD = HERE / "small_record"
SMALLEST = (HERE.parent / "timeline" / "checking" / "codes" / "example" / "event.yml").read_text("utf-8")
PLACE = "2024/2024-03-07-example.yml"

_REPEATED = re.compile(r"(?P<line>.*\n) *\[… (?P<times>\d+) more such lines …\]\n")
_LEFT_OUT = re.compile(r"\[… ([\d,]+) more characters …\]")
_BLOCK = re.compile(r"^(?P<key>[a-z]+):.*\n(?:[ #].*\n)*", re.MULTILINE)
_NAMED = re.compile(r"# ((?:\d{4}|stories|vocabulary)/\S+\.yml)\b")
_KEY = re.compile(r"(?:^|[\r\n])(?P<key>[a-z]+):")


def lay(root: Path, code: Code, example: str) -> Path:
    """Make a record at ``root`` that holds ``example``, the bad or good one of ``code``."""
    shutil.copytree(RECORD, root, symlinks=True)
    if code.example == "name":
        _lay_name(root, example.strip(), code.good.strip())
    else:
        named = _NAMED.match(example)
        path = root / (named[1] if named else PLACE)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content(code, example, path.read_text("utf-8") if path.exists() else SMALLEST))
    return root


def content(code: Code, example: str, event: str = SMALLEST) -> bytes:
    """Return the whole file of an example that is not a name: the rest of an event is added to a part of one."""
    text = _LEFT_OUT.sub(lambda match: "x" * int(match[1].replace(",", "")), example)
    text = _REPEATED.sub(lambda match: match["line"] * (int(match["times"]) + 1), text)
    if code.example == "file":
        return text.encode()
    data = codecs.escape_decode(text.encode())[0] if code.example == "bytes" else text.encode()
    assert isinstance(data, bytes)
    return data + _rest(data.decode("utf-8", "replace"), event).encode()


def _rest(text: str, event: str) -> str:
    own = {match["key"] for match in _KEY.finditer(text)}
    return "".join(match.group() for match in _BLOCK.finditer(event) if match["key"] not in own)


def _lay_name(root: Path, name: str, good: str) -> None:
    path, _, target = name.partition(" -> ")
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    if target:
        shutil.rmtree(root / path) if (root / path).is_dir() else (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)
    elif path.startswith("vocabulary/"):
        (root / good).rename(root / path)
    else:
        (root / path).write_text(SMALLEST, "utf-8", newline="\n")
