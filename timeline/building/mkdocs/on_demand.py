"""Files of a site that is served are made when a browser asks for them; the server of MkDocs then sends them."""

import posixpath
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

from timeline.building.preview import Preview

Environ: TypeAlias = dict[str, Any]
Answer: TypeAlias = Callable[..., Any]
Application: TypeAlias = Callable[[Environ, Answer], Iterable[bytes]]


class OnDemand:
    """A WSGI application before that of the server, which puts into the folder it serves what is asked for."""

    def __init__(self, server: Application, root: Path, mount: str, shown: Callable[[], Preview]) -> None:
        self._server, self._root, self._mount, self._shown = server, root, mount, shown
        self._folder = threading.Lock()

    @contextmanager
    def renewing(self) -> Iterator[None]:
        """Put nothing into the folder while a build clears it, nor afterwards what was made of the site before."""
        with self._folder:
            yield

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
        return any(self._put(name) for name in names)

    def _put(self, name: str) -> bool:
        """Write a file of the site that is shown, and say whether there is one that was not there."""
        to = self._root / name
        while not to.exists():
            shown = self._shown()
            content = shown.file(name)
            if content is None:
                return False
            with self._folder:
                if to.exists():  # a build has written it meanwhile, and of what is newer
                    return True
                if shown is self._shown():  # else a change has come meanwhile
                    to.parent.mkdir(parents=True, exist_ok=True)
                    to.write_bytes(content)
                    return True
        return False
