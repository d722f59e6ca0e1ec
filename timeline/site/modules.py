"""Scripts joined: what a page or another script asks for by itself comes with all that it imports, as one file.

A browser asks for what a module imports only when it has read the module, so that every step of imports is one more
round on the network. Modules stay apart inside the joined file, each in a function of its own, as they are where they
are written. What is imported while a page runs, or is a worker, stays a file of its own.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

Scripts = Mapping[str, str]
"""The texts of scripts, without comments, by their paths."""

IMPORT = re.compile(r'^import (?:\{([^}]*)\}|\* as (\w+)) from "(\.[^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (\w+))", re.MULTILINE)
LATER = re.compile(r'\bnew URL\("(\.[^"]+\.js)", import\.meta\.url\)')
HERE = re.compile(r"\bimport\.meta\.url\b")
GIVEN = re.compile(r"^export \{[^}]*\};\n", re.MULTILINE)
OTHER = re.compile(r"^(?:import|export)\b.*|\bimport\(\".*", re.MULTILINE)


class Unjoinable(ValueError):
    """A script imports or exports in a way that is not known here."""


def joined(scripts: Scripts) -> Iterator[tuple[str, str]]:
    """Yield every script by its path: those that none imports with all that they import, others as they are.

    Raises Unjoinable where a script is written in a way that is not known here.
    """
    imported = {path for own, text in scripts.items() for path in _imports(own, text)}
    later = {_resolved(own, found) for own, text in scripts.items() for found in LATER.findall(text)}
    for path, text in scripts.items():
        whole = path in later or path not in imported
        yield path, _Joining(scripts, later, path).text() if whole else text


def _imports(path: str, text: str) -> list[str]:
    return [_resolved(path, found) for *_, found in IMPORT.findall(text)]


def _resolved(path: str, found: str) -> str:
    return normpath(join(dirname(path), found))


class _Joining:
    """Joins one script with what it imports, except for what is fetched while a page runs."""

    def __init__(self, scripts: Scripts, later: set[str], entry: str) -> None:
        self._scripts, self._apart, self._entry = scripts, later - {entry}, entry
        self._places: dict[str, int] = {}

    def text(self) -> str:
        """Return the joined script; what a script needs stands before it."""
        parts = [self._within(path) for path in self._ordered(self._entry) if path != self._entry]
        body = IMPORT.sub(self._named(self._entry), self._scripts[self._entry])
        _known(GIVEN.sub("", EXPORT.sub("", body)), self._entry)
        return "".join((*parts, body))

    def _ordered(self, path: str, above: tuple[str, ...] = ()) -> Iterator[str]:
        if path in above:
            raise Unjoinable(f"{path} imports itself")
        for found in _imports(path, self._scripts[path]):
            if found not in self._places and found not in self._apart:
                yield from self._ordered(found, (*above, path))
        self._places[path] = len(self._places)
        yield path

    def _within(self, path: str) -> str:
        """Return a script as a function that is called once and gives what the script exports."""
        text = self._scripts[path]
        names = ", ".join(found[1] for found in EXPORT.finditer(text))
        body = _known(EXPORT.sub("", IMPORT.sub(self._named(path), text)), path)
        body = HERE.sub(f'new URL("{self._from_entry(path)}", import.meta.url)', body)
        return f"const ${self._places[path]} = (() => {{\n{body}return {{ {names} }};\n}})();\n"

    def _named(self, path: str) -> Callable[[re.Match[str]], str]:
        """Return what takes the place of an import: the names, from where the imported script stands."""

        def named(found: re.Match[str]) -> str:
            other = _resolved(path, found[3])
            if other in self._apart:
                raise Unjoinable(f"{path} imports {other}, which is fetched while a page runs")
            if found[2]:
                return f"const {found[2]} = ${self._places[other]};\n"
            names = " ".join(found[1].split()).replace(" as ", ": ")
            return f"const {{ {names} }} = ${self._places[other]};\n"

        return named

    def _from_entry(self, path: str) -> str:
        found = relpath(path, dirname(self._entry))
        return found if found.startswith(".") else f"./{found}"


def _known(text: str, path: str) -> str:
    if other := OTHER.search(text):
        raise Unjoinable(f"{path}: {other[0]}")
    return text
