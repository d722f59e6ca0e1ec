"""A server on this machine that answers for every host: programs that ask through a proxy get what a test put there."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class StandIn:
    """What is answered, by address: a status, a body and headers, one after the other and the last one for ever."""

    answers: dict[str, list[tuple[int, bytes, dict[str, str]]]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    port: int = 0

    def put(self, address: str, status: int = 200, *, body: bytes = b"", **headers: str) -> None:
        """Answer so, after what was put there before."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(address, []).append((status, body, named))

    def answer(self, address: str) -> tuple[int, bytes, dict[str, str]]:
        """Return the next answer; what nobody put there is not there."""
        self.asked.append(address)
        waiting = self.answers.get(address, [(404, b"", {})])
        return waiting.pop(0) if len(waiting) > 1 else waiting[0]

    @property
    def counts(self) -> Counter[str]:
        """How often each address was asked for."""
        return Counter(self.asked)


@contextmanager
def standing_in() -> Iterator[StandIn]:
    """Run such a server."""
    stand_in = StandIn()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            stand_in.agents.add(self.headers["User-Agent"])
            status, body, headers = stand_in.answer(self.path)
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    stand_in.port = server.server_port
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stand_in
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
