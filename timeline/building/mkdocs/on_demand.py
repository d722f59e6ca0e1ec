"""Files of a site that is served are made when a browser asks for them; the server of MkDocs then sends them."""

import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeAlias

Environ: TypeAlias = dict[str, Any]
Answer: TypeAlias = Callable[..., Any]
Application: TypeAlias = Callable[[Environ, Answer], Iterable[bytes]]


class OnDemand:
    """A WSGI application before that of the server, which puts into the folder it serves what is asked for."""

    def __init__(self, server: Application, root: Path, mount: str, file: Callable[[str], bytes | None]) -> None:
        self._server, self._root, self._mount, self._file = server, root, mount, file

    def __call__(self, environ: Environ, start_response: Answer) -> Iterable[bytes]:
        """Make the file, if there is one, and let the server answer; once more if a build has cleared the folder."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        answers: list[tuple[Any, ...]] = []
        self._make(path)
        body = self._server(environ, lambda *answer: answers.append(answer))
        if answers[-1][0].startswith("404") and self._make(path):
            body = self._server(environ, lambda *answer: answers.append(answer))
        start_response(*answers[-1])
        return body

    def _make(self, path: str) -> bool:
        """Write the file that is served at a path, and say whether there is one that was not there."""
        if not path.startswith(self._mount):
            return False
        asked = posixpath.normpath("/" + path.removeprefix(self._mount)).lstrip("/")
        names = [posixpath.join(asked, "index.html")] if path.endswith("/") else [asked, f"{asked}/index.html"]
        for name in names:
            to = self._root / name
            content = None if to.exists() else self._file(name)
            if content is not None:
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_bytes(content)
                return True
        return False
