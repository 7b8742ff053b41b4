"""Which pages of a browser may ask: its extensions and those named, no page of another site.

A browser says who asks in the header Origin, which no page can forge. An extension was installed
by the one at the keyboard and may read every page anyway; what it learns here is what is wrong
with a text that it sent. Any page may post a form to 127.0.0.1, so others are turned away before
their text is read, and not only kept from reading the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from transcheck.errors import UsageError
from transcheck.serve.guard import App, Message, Receive, Scope, Send, refuse

_EXTENSION = re.compile(r"(?:chrome|moz|safari-web)-extension://[0-9A-Za-z-]+")
_PAGE = re.compile(r"[a-z][a-z0-9+.-]*://[^/?#\s@*]+")
ANY, OPAQUE = "*", "null"
_SECONDS_KNOWN = b"600"


def read_origins(named: Iterable[str]) -> frozenset[str]:
    """Return origins as browsers send them. Raise UsageError for what is no origin."""
    return frozenset(map(_read_origin, named))


def _read_origin(named: str) -> str:
    origin = named.strip().lower().rstrip("/")
    if origin in (ANY, OPAQUE):
        return origin
    if not _PAGE.fullmatch(origin):
        hint = "Write scheme and host alone, such as https://cms.example"
        raise UsageError(f'--allow-origin: "{named}" is no origin', hint=hint)
    usual = {"http": ":80", "https": ":443"}.get(origin.partition("://")[0], "")
    return origin.removesuffix(usual)


class Origins:
    """Answers extensions and named pages with the headers their browser asks for; 403 to others."""

    def __init__(self, app: App, allowed: Iterable[str]) -> None:
        self._app, self._allowed = app, frozenset(allowed)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {name.decode("latin-1"): one.decode("latin-1") for name, one in scope["headers"]}
        origin = headers.get("origin", "")
        if not (self._may_ask(origin, headers.get("host", "")) if origin else _is_asked(headers)):
            what = "A page of another site may ask only when --allow-origin names it"
            await refuse(send, 403, what)
            return
        if not origin:
            await self._app(scope, receive, send)
        elif scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            await _permit(origin, headers, send)
        else:
            await self._app(scope, receive, _naming(origin, send))

    def _may_ask(self, origin: str, host: str) -> bool:
        own = origin == f"http://{host}"
        return own or bool(_EXTENSION.fullmatch(origin)) or bool({origin, ANY} & self._allowed)


def _is_asked(headers: Mapping[str, str]) -> bool:
    """Say whether a request without an Origin is no picture or script of another site's page."""
    hidden = headers.get("sec-fetch-mode") == "no-cors"
    return not (hidden and headers.get("sec-fetch-site") in ("cross-site", "same-site"))


async def _permit(origin: str, headers: Mapping[str, str], send: Send) -> None:
    """Answer the question that a browser asks before a page's request."""
    answer = [
        (b"access-control-allow-origin", origin.encode("latin-1")),
        (b"access-control-allow-methods", b"GET, POST"),
        (b"access-control-allow-headers", b"accept, content-type"),
        (b"access-control-max-age", _SECONDS_KNOWN),
        (b"vary", b"Origin"),
    ]
    if headers.get("access-control-request-private-network") == "true":
        answer.append((b"access-control-allow-private-network", b"true"))
    await send({"type": "http.response.start", "status": 204, "headers": answer})
    await send({"type": "http.response.body", "body": b""})


def _naming(origin: str, send: Send) -> Send:
    """Return a `send` that lets the asking page read the answer."""

    async def named(message: Message) -> None:
        if message["type"] == "http.response.start":
            more = [
                (b"access-control-allow-origin", origin.encode("latin-1")),
                (b"vary", b"Origin"),
            ]
            message = {**message, "headers": [*message.get("headers", ()), *more]}
        await send(message)

    return named
