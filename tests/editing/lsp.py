"""Talks to yaml-language-server as an editor does: JSON-RPC over its standard input and output (LSP 3.17)."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.built import ROOT

SERVER = ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
NODE = shutil.which("node")

Item = dict[str, Any]


class Editor:
    """An editor with one file open at a time; the schema of a file is the one that its first line names."""

    def __init__(self, process: "subprocess.Popen[bytes]", folder: Path) -> None:
        self._process = process
        self._next = 0
        self._opened = 0
        self.folder = folder
        self._ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": _CAPABILITIES})
        self._tell("initialized", {})

    def open(self, text: str, path: str = "events/2024/a.yml") -> tuple[str, list[Item]]:
        """Open a file with a text, and return its address and what the editor underlines in it."""
        self._opened += 1
        uri = (self.folder / path).as_uri() + f"?{self._opened}"
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return uri, message["params"]["diagnostics"]

    def completed(self, text: str) -> list[Item]:
        """Return what is offered at the sign ``|`` in a text."""
        before = text.split("|", maxsplit=1)[0]
        uri, _ = self.open(text.replace("|", ""))
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        found = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        items: list[Item] = found["items"] if isinstance(found, dict) else found
        return items

    def _ask(self, method: str, params: Item) -> Any:
        self._next += 1
        self._write({"id": self._next, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._next and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, params: Item) -> None:
        self._write({"method": method, "params": params})

    def _write(self, message: Item) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _read(self) -> Item:
        """Read the next message; what the server asks for meanwhile is answered with nothing."""
        assert self._process.stdout is not None
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: Item = json.loads(self._process.stdout.read(length))
        if "method" in message and "id" in message:
            items = message["params"].get("items", []) if isinstance(message.get("params"), dict) else []
            asked = message["method"] == "workspace/configuration"
            answers = [_SETTINGS.get(one.get("section")) for one in items] if asked else None
            self._write({"id": message["id"], "result": answers})
        return message


_SETTINGS: dict[str | None, Any] = {"yaml": {"validate": True, "completion": True, "schemaStore": {"enable": False}}}
_CAPABILITIES = {"workspace": {"configuration": True}, "textDocument": {"completion": {"completionItem": {}}}}


@contextmanager
def editor(folder: Path) -> Iterator[Editor]:
    """Run the language server over a folder."""
    assert NODE
    command = [NODE, str(SERVER), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        try:
            yield Editor(process, folder)
        finally:
            process.kill()
