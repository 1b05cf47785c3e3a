"""Opens the ports of both faces before anything else starts: a second hotline never touches the first one's work."""

import errno
import os
import socket
from collections.abc import Sequence
from typing import Final

from webhook.settings import Settings

_BACKLOG: Final = 2048  # as uvicorn's own


class CannotListen(Exception):  # noqa: N818 - the name is the sentence
    """A port is taken or not ours to open; the text says which and what to do."""


def open_ports(settings: Settings, face: str = "both") -> dict[str, Sequence[socket.socket]]:
    """Open what the wanted faces listen on, by the name of the face: "public", "desk".

    Raises:
        CannotListen: A port cannot be opened; none is left open.
    """
    wanted = {
        "public": ("0.0.0.0", settings.public_port),  # noqa: S104 - citizens come from everywhere
        "desk": (settings.desk_host, settings.desk_port),
    }
    opened: dict[str, Sequence[socket.socket]] = {}
    try:
        for name, (host, port) in wanted.items():
            if face in {name, "both"}:
                opened[name] = _listening(host, port)
    except OSError as error:
        for one in (one for some in opened.values() for one in some):
            one.close()
        raise CannotListen(_what_to_do(name, host, port, error)) from None
    return opened


def _listening(host: str, port: int) -> list[socket.socket]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    opened: list[socket.socket] = []
    try:
        for family, _, _, _, address in found:
            opened.append(socket.create_server(address[:2], family=family, backlog=_BACKLOG))
    except OSError:
        for one in opened:
            one.close()
        raise
    return opened


def _what_to_do(name: str, host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {port} is taken: perhaps the hotline runs already. Stop what listens there "
            f"(`ss -ltnp 'sport = :{port}'` names it), or choose another port with TPPO_{name.upper()}_PORT."
        )
    reason = (
        os.strerror(error.errno) if error.errno and error.errno > 0 else error.strerror
    )  # names that do not resolve
    settings = "TPPO_PUBLIC_PORT" if name == "public" else "TPPO_DESK_HOST and TPPO_DESK_PORT"
    return f"Cannot listen on {host} port {port}: {reason}. Set {settings} to what this machine may open."
