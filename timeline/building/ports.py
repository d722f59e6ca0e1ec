"""Whether a site can be served at an address, found out before anything is built."""

import errno
import socket

from timeline.building.faults import refusal_of
from timeline.language.messages import Refusal

_LAST = 65535


def refuse_taken(host: str, port: int) -> None:
    """Raise Refusal, with what to type instead, if nobody can listen at an address."""
    if not 0 < port <= _LAST:
        raise Refusal(
            "refused.no_port", port=str(port), last=str(_LAST), command=f"timeline serve --address {host}:8001"
        )
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        with socket.socket(family, socket.SOCK_STREAM) as tried:
            tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((host, port))
    except socket.gaierror:
        raise Refusal("refused.no_host", host=host, command=f"timeline serve --address localhost:{port}") from None
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise refusal_of(error) from None
        other = port + 1 if port < _LAST else port - 1
        raise Refusal(
            "refused.port_in_use", port=str(port), command=f"timeline serve --address {host}:{other}"
        ) from None
