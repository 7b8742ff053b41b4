"""The review server: pages by name, decisions in, undo. Names are looked up, never opened."""

from __future__ import annotations

import logging
import threading
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from transcheck.errors import TranscheckError
from transcheck.reports.plain_data import write_json
from transcheck.review.sitting.sitting import Sitting
from transcheck.serve.guard import App, Guard, Receive, Scope, Send, allowed_hosts
from transcheck.serve.review.door import Keys, Seal, refuse
from transcheck.serve.review.entrance import entrance
from transcheck.serve.review.messages import (
    Deciding,
    Entering,
    Undoing,
    read_message,
    tell_acts,
    tell_refused,
)
from transcheck.serve.review.pages import ServedPages, policy

HOST = "127.0.0.1"
_STRANGER = "open the address that `transcheck review` printed: it lets in one browser, once"


def make_app(sitting: Sitting, keys: Keys, port: int) -> App:
    """Return the application of a sitting, for the browser that has the keys' token."""
    service = _Service(sitting, keys)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        response = await service.answer(Request(scope, receive))
        await response(scope, receive, send)

    return Seal(Guard(app, allowed_hosts(HOST, port)))


class _Service:
    """One sitting, asked by one page at a time: the others wait their turn."""

    def __init__(self, sitting: Sitting, keys: Keys) -> None:
        self._sitting, self._keys = sitting, keys
        self._pages = ServedPages(sitting)
        self._turn = threading.Lock()

    async def answer(self, request: Request) -> Response:
        """Answer a request of this run's browser; a stranger may only come in."""
        refused = refuse(request.method, request.headers)
        if refused:
            return _error(*refused)
        name = request.scope["path"].removeprefix("/")
        known = self._keys.fit(request.headers.get("cookie", ""))
        try:
            if request.method == "POST" and name == "enter":
                return self._enter(await request.body())
            if not known and request.method == "GET" and not name:
                page, lock = entrance()
                return HTMLResponse(page, 401, {"content-security-policy": lock})
            if not known:
                return _error(401, _STRANGER)
            if request.method != "POST":
                return await run_in_threadpool(self._show, name)
            return await run_in_threadpool(self._write, name, await request.body())
        except TranscheckError as error:
            return _error(400, str(error))
        except Exception as error:  # the server goes on: one line to the page, one where it runs
            logging.getLogger(__name__).error("transcheck review met an error: %r", error)
            return _error(500, "the server met an error of its own: see where it was started")

    def _enter(self, body: bytes) -> Response:
        cookie = self._keys.exchange(read_message(body, Entering).token)
        if cookie is None:
            return _error(403, f"This address was used already, or is of another run: {_STRANGER}")
        return Response(status_code=204, headers={"set-cookie": cookie})

    def _show(self, name: str) -> Response:
        with self._turn:
            page = self._pages.set(name)
        if page is None:
            return _error(404, "there is no such page in this review")
        return HTMLResponse(page, headers={"content-security-policy": policy()})

    def _write(self, name: str, body: bytes) -> Response:
        if name == "decide":
            with self._turn:
                return self._decide(body)
        if name == "undo":
            done, left = self._sitting.take_back(read_message(body, Undoing).acts)
            told = {"undone": done, "refused": [{"act": act, "why": why} for act, why in left]}
            return _json(told, 200 if done or not left else 409)
        return _error(404, "nothing is written there")

    def _decide(self, body: bytes) -> Response:
        outcome = self._sitting.decide(read_message(body, Deciding).decisions)
        told: dict[str, Any] = {
            "acts": tell_acts(outcome.acts),
            "refused": tell_refused(outcome.refused),
        }
        if outcome.acts or not outcome.refused:
            return _json(told, 200)
        told |= {
            "error": outcome.refused[0].why,
            "articles": self._pages.facts({one.wish.article for one in outcome.refused}),
        }
        return _json(told, 409)


def _json(data: Any, status: int = 200) -> Response:
    text = write_json(data).encode("utf-8", "backslashreplace")
    return Response(text, status, media_type="application/json")


def _error(status: int, words: str) -> Response:
    return _json({"error": words}, status)
