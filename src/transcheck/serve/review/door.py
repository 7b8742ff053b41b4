"""Who may come in: the browser that the printed address was opened in, and its own pages only.

The address holds a token in its fragment, which no browser sends. The page that is answered to a
stranger sends it once, and gets a cookie for this run. A page of another site can neither read
the token nor, by SameSite, Origin and Sec-Fetch-Site, make the browser ask in its place.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from hmac import compare_digest

from transcheck.serve.guard import App, Receive, Scope, Send

_SAME = ("same-origin", "none")
HEADERS = {
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_CLOSED = "default-src 'none'; frame-ancestors 'none'"


class Keys:
    """The token of an address, good for one exchange, and the cookie of a run."""

    def __init__(self, port: int) -> None:
        # a cookie is not of one port: another run on this machine has one of another name
        self.name = f"transcheck-review-{port}"
        self.token = secrets.token_urlsafe(32)
        self._value = secrets.token_urlsafe(32)
        self._used = False

    def exchange(self, token: str) -> str | None:
        """Return the cookie for a token that nobody has used yet."""
        good = compare_digest(token.encode("utf-8", "replace"), self.token.encode())
        if not good or self._used:
            return None
        self._used = True
        return f"{self.name}={self._value}; HttpOnly; SameSite=Strict; Path=/"

    def fit(self, cookies: str) -> bool:
        """Say whether a Cookie header holds this run's."""
        given = (one.strip().partition("=") for one in cookies.split(";"))
        return any(
            name == self.name and compare_digest(value.encode("latin-1"), self._value.encode())
            for name, _, value in given
        )


def refuse(method: str, headers: Mapping[str, str]) -> tuple[int, str] | None:
    """Return status and reason where a request is none of the page's own, None where it may be."""
    asker = headers.get("sec-fetch-site", "")
    if method in ("GET", "HEAD"):
        if asker and asker not in _SAME:
            return 403, "another site's page asked for this"
        return None
    if method != "POST":
        return 405, "only GET and POST are answered"
    if headers.get("origin", "") != f"http://{headers.get('host', '')}":
        return 403, "the request comes from no page of this server"
    if asker and asker != "same-origin":
        return 403, "another site's page sent this"
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        return 415, "only application/json is taken"
    return None


class Seal:
    """Puts on every answer the headers that keep it out of caches, frames and other sites."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and seal what comes back."""

        async def sealed(message: Scope) -> None:
            if message["type"] == "http.response.start":
                headers = [*message.get("headers", ())]
                present = {name.lower() for name, _ in headers}
                wanted = HEADERS | {"content-security-policy": _CLOSED}
                headers += [
                    (name.encode(), value.encode())
                    for name, value in wanted.items()
                    if name.encode() not in present
                ]
                message = {**message, "headers": headers}
            await send(message)

        await self._app(scope, receive, sealed)
