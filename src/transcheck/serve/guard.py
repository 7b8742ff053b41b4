"""Who may ask a server on this machine: the right host, a body of a size, no other site's page.

A page of any site can send requests to 127.0.0.1, and a name that its owner points there (DNS
rebinding) makes them look like its own: so nothing is read before the Host header was checked.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
LARGEST_BODY = 5_000_000
MOST_LET_BY = 100_000_000
"""Bytes of a body that is too large which are read and thrown away before it is refused."""


def allowed_hosts(host: str, port: int) -> frozenset[str]:
    """Return the Host headers of requests meant for a server at `host` and `port`."""
    shown = f"[{host}]" if ":" in host else host
    names = {shown, *LOOPBACK}
    return frozenset(f"{name}:{port}" for name in names) | (
        frozenset(names) if port == 80 else frozenset()
    )


def is_loopback(host: str) -> bool:
    """Say whether nobody outside this machine can reach a host."""
    return host in ("localhost", "::1") or host.startswith("127.")


class Guard:
    """Refuses requests for another host (421) and bodies that are too large (413).

    `hosts` may be empty: a server that is open to a network is asked by any name.
    """

    def __init__(self, app: App, hosts: Iterable[str], largest: int = LARGEST_BODY) -> None:
        self._app, self._hosts, self._largest = app, frozenset(hosts), largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1").lower()
        if self._hosts and host not in self._hosts:
            await refuse(send, 421, "This server answers on the address it printed only")
            return
        told = int(headers.get(b"content-length", b"0"))  # the server lets no other pass
        asks_first = b"expect" in headers
        at_once = told > (self._largest if asks_first else MOST_LET_BY)
        body = None if at_once else await self._read(receive)
        if body is None:
            await refuse(send, 413, f"The request is larger than {self._largest:,} bytes")
            return
        await self._app(scope, _replay(body, receive), send)

    async def _read(self, receive: Receive) -> bytes | None:
        """Return the body, or None once it is too large, whatever its header promised.

        A client reads the refusal only when all that it sent was taken: so the rest is let go by,
        within reason.
        """
        parts, size = [], 0
        while size <= MOST_LET_BY:
            message = await receive()
            part = message.get("body", b"")
            size += len(part)
            if size <= self._largest:
                parts.append(part)
            else:
                parts.clear()
            if message["type"] == "http.disconnect" or not message.get("more_body"):
                return b"".join(parts) if size <= self._largest else None
        return None


def _replay(body: bytes, receive: Receive) -> Receive:
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


async def refuse(send: Send, status: int, words: str) -> None:
    """Answer with a line of text and a status."""
    text = f"Error: {words}\n".encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(text)).encode()),
        (b"x-content-type-options", b"nosniff"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text})
