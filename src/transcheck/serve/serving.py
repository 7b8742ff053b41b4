"""A server's life: take the port, say where it listens, answer until it is stopped."""

from __future__ import annotations

import errno
import logging
import signal
import socket
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING

from transcheck.errors import UsageError

if TYPE_CHECKING:
    from transcheck.serve.guard import App

_KNOWN = (
    "graceful shutdown exceeded",
    "Invalid HTTP request",
    "Unsupported upgrade request",  # Java's clients ask for HTTP/2 and are answered without
    "No supported WebSocket library",
)
_SECONDS_TO_END = 3
"""How long requests may take after Ctrl-C: one that never ends would hold it up for ever."""


def take_port(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 takes any free one.

    Raise UsageError when the port is taken or the address is none of this machine's.
    """
    try:
        return _listen(host, port)
    except OSError as error:
        raise _say_why(error, host, port) from None


def listen_beside(listener: socket.socket) -> list[socket.socket]:
    """Return a socket on the same port of ::1, where this machine has that address.

    "localhost" is ::1 to some clients, which then ask nowhere else. Raise UsageError when
    another program has that port: it would be asked in this one's place.
    """
    port = listener.getsockname()[1]
    try:
        return [_listen("::1", port)]
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise _say_why(error, "::1", port) from None
        return []


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # named as TCP, so that asyncio sends an answer at once (TCP_NODELAY) and not 40 ms later
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(128)
    except OSError:
        listener.close()
        raise
    return listener


def _say_why(error: OSError, host: str, port: int) -> UsageError:
    if isinstance(error, socket.gaierror):
        return UsageError(f'no address "{host}"', hint="Try --host 127.0.0.1")
    reason = (error.strerror or str(error)).lower()
    no_host = error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
    hint = "Try --host 127.0.0.1" if no_host else "Name another with --port"
    return UsageError(f"cannot listen on {host}:{port}: {reason}", hint=hint)


def serve(
    app: App,
    listener: socket.socket,
    ready: Callable[[], None],
    beside: Iterable[socket.socket] = (),
) -> None:
    """Answer on listening sockets until Ctrl-C or SIGTERM; `ready` is called before."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        ws="none",
        timeout_graceful_shutdown=_SECONDS_TO_END,
    )
    logging.getLogger("uvicorn.error").addFilter(_tells_something)
    # uvicorn raises the signal that stopped it once more: by then the work is done
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    ready()
    uvicorn.Server(config).run([listener, *beside])


def _tells_something(record: logging.LogRecord) -> bool:
    """Leave out of the log what the server's owner did, and what its client was told already."""
    from asyncio import CancelledError

    cut = record.exc_info and record.exc_info[0] is CancelledError
    return not (cut or any(known in str(record.msg) for known in _KNOWN))


def refuse_missing(extra: str) -> None:
    """Raise UsageError where the libraries of an extra that serves are not installed."""
    if not find_spec("starlette") or not find_spec("uvicorn"):
        hint = f'Install transcheck with its extra: pipx install --force ".[{extra}]" in its folder'
        raise UsageError("the libraries for serving are not installed", hint=hint)
