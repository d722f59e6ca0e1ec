"""What is written twice, for the build in Python and for browsers in JavaScript: each half names the other."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.built import PACKAGE, ROOT

TWIN = re.compile(r"\b[Tt]he twin of (\S+\.(?:py|js))\b")
HEADER = 10  # so many lines at most of a file say what it is

# What one half alone has, and why.
ALONE = {
    "folding.js": {"Folding.words"},  # an expression in Python, which finds words quickest if nothing is around it
    "normaliser.py": {
        "specification",  # the browser gets it with the lexicon, in one file
        "Normaliser.split", "Normaliser.word", "Normaliser.runs",  # the index counts words of a text, not their places
    },
    "normaliser.js": {"Normaliser.spoken"},  # only a query may be written down as it was heard
    "sounds.js": {"Sounds.spoken"},
    "phrases.js": {"names_months"},  # a property of a node in Python
}  # fmt: skip


def twins() -> dict[str, str]:
    """Return who says in its header whose twin it is."""
    found = {}
    for path in sorted(path for suffix in ("py", "js") for path in PACKAGE.rglob(f"*.{suffix}")):
        header = "\n".join(path.read_text("utf-8").splitlines()[:HEADER])
        if said := TWIN.search(header):
            found[path.relative_to(ROOT).as_posix()] = said[1]
    return found


TWINS = twins()
PAIRS = sorted({name.rpartition(".")[0] for name in TWINS})


def test_every_twin_has_its_twin() -> None:
    """Whoever is named as a twin is there, and names the same twin in turn."""
    assert {} == {name: twin for name, twin in TWINS.items() if TWINS.get(twin) != name}


def test_the_search_is_written_in_pairs() -> None:
    """Of the search all that lies on its ground floor is written twice, under one name."""
    folder = PACKAGE / "search"
    written = [path for suffix in ("py", "js") for path in folder.glob(f"*.{suffix}") if path.name != "__init__.py"]
    assert [] == [path.name for path in written if path.relative_to(ROOT).as_posix() not in TWINS]
    assert 8 == len(PAIRS)


def public(path: Path) -> set[str]:
    """Return the names of the functions and methods that a module offers, written as Python writes them."""
    read = _of_python if path.suffix == ".py" else _of_script
    return {name for name in read(path.read_text("utf-8")) if not re.search(r"\b_", name)}


def _of_python(text: str) -> Iterator[str]:
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            yield node.name
        elif isinstance(node, ast.ClassDef) and not _is_type(node):
            yield from (f"{node.name}.{one.name}" for one in node.body if isinstance(one, ast.FunctionDef))


def _is_type(node: ast.ClassDef) -> bool:
    """Say whether a class only holds fields."""
    return bool(node.decorator_list) or any(isinstance(base, ast.Name) for base in node.bases)


def _of_script(text: str) -> Iterator[str]:
    owner = ""
    for line in text.splitlines():
        if found := re.match(r"export (?:async )?(?:function\*? |const )([a-z]\w*)", line):
            yield _snake(found[1])
        elif found := re.match(r"export class (\w+)", line):
            owner = found[1]
        elif (found := re.match(r"  (?:async )?(?!constructor)([a-z]\w*)\(.*\{$", line)) and owner:
            yield f"{owner}.{_snake(found[1])}"


def _snake(name: str) -> str:
    return re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", name)


@pytest.mark.parametrize("pair", PAIRS)
def test_twins_offer_the_same(pair: str) -> None:
    """Both halves offer functions and methods of the same names, but for those that are listed with a reason."""
    halves = [ROOT / f"{pair}.{suffix}" for suffix in ("py", "js")]
    alone = [ALONE.get(half.name, set()) for half in halves]
    python, script = (public(half) - own for half, own in zip(halves, alone, strict=True))
    assert python == script
    assert python
    assert [] == [name for half, own in zip(halves, alone, strict=True) for name in own - public(half)]


def types_of_python(text: str) -> dict[str, list[str]]:
    """Return the fields of the types that a module declares, by their names."""
    classes = [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef) and _is_type(node)]
    return {
        node.name.lstrip("_"): [
            one.target.id for one in node.body if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name)
        ]
        for node in classes
    }


def types_of_script(text: str) -> dict[str, list[str]]:
    """Return the fields of the types that a script declares, by their names."""
    found = re.findall(r"@typedef \{(\{.+\}|\[.+\])\} (\w+)", text)
    return {name: [_snake(field) for field in re.findall(r"(\w+)\??:", fields)] for fields, name in found}


@pytest.mark.parametrize("pair", PAIRS)
def test_twins_keep_the_same(pair: str) -> None:
    """What both halves keep of a word, of a date or of a phrase has the same fields in the same order."""
    python = types_of_python((ROOT / f"{pair}.py").read_text("utf-8"))
    script = types_of_script((ROOT / f"{pair}.js").read_text("utf-8"))
    python.pop("Cache", None)
    assert python == {name: fields for name, fields in script.items() if name in python}
