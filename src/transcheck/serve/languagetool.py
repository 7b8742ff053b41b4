"""LanguageTool's HTTP interface over transcheck, for its add-ons in browsers and editors.

Clients are told the address of a LanguageTool server of their own; here they find what that
server has, by GET or POST: `make_app` lists it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from transcheck.desk import Desk
from transcheck.errors import UsageError
from transcheck.reports.plain_data import write_json
from transcheck.serve.answers import (
    LONGEST,
    answer,
    describe_program,
    list_languages,
    list_rules,
)
from transcheck.serve.guard import App, Guard
from transcheck.serve.origins import Origins
from transcheck.serve.question import read_question

UNDER = ("", "/v2", "/v2/v2")
"""Some clients add /v2 to the address they are told, some do not: each may be told either."""


def make_app(
    take: Callable[[], Desk], hosts: Collection[str], origins: Collection[str] = ()
) -> App:
    """Return the server's application. `origins` are the web pages that may ask from a browser.

    `take` returns the desk of a request.
    """
    service = _Service(take)
    answers = {
        "check": service.check,
        "languages": service.languages,
        "info": service.info,
        "configinfo": service.checks,
        "maxtextlength": service.longest,
        "healthcheck": service.health,
        "healthz": service.health,
    }
    app = Starlette(
        routes=[
            Route(f"{under}/{path}", work, methods=["GET", "POST"])
            for under in UNDER
            for path, work in answers.items()
        ]
    )
    return Origins(Guard(app, hosts), origins)


class _Service:
    """One desk, asked by one client at a time: the others wait their turn."""

    def __init__(self, take: Callable[[], Desk]) -> None:
        import anyio

        self._take = take
        self._turn = anyio.Lock()

    async def check(self, request: Request) -> Response:
        """Return the matches of a text; a HEAD without one asks whether anybody is here."""
        if request.method == "HEAD" and not request.scope["query_string"]:
            return Response()
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        asked = request.method in ("GET", "HEAD")
        body = request.scope["query_string"] if asked else await request.body()
        try:
            question = read_question(body, "" if asked else kind)
            if len(question.whole) > LONGEST:
                what = f"the text has {len(question.whole):,} characters, the limit is {LONGEST:,}"
                return _error(413, f"{what}: send it in parts")
            found = await self._ask(lambda desk: answer(question, desk))
        except UsageError as error:
            return _error(400, str(error))
        return _json(found)

    async def languages(self, _: Request) -> Response:
        """Return the languages that texts may be in."""
        return _json(await self._ask(list_languages))

    async def info(self, _: Request) -> Response:
        """Return the program, and what its findings depend on."""
        signature = await self._ask(lambda desk: desk.signature)
        return _json({"software": describe_program(), "signature": signature})

    async def checks(self, _: Request) -> Response:
        """Return the checks as rules, which LanguageTool's LibreOffice extension asks for first."""
        rules = await self._ask(list_rules)
        limits = {"maxTextLength": LONGEST}
        return _json({"software": describe_program(), "parameter": limits, "rules": rules})

    async def _ask(self, work: Callable[[Desk], Any]) -> Any:
        async with self._turn:
            return await run_in_threadpool(lambda: work(self._take()))

    async def longest(self, _: Request) -> Response:
        """Return how many characters a text may have."""
        return PlainTextResponse(str(LONGEST))

    async def health(self, _: Request) -> Response:
        """Say that the server answers."""
        return PlainTextResponse("OK")


def _json(data: Any) -> Response:
    text = write_json(data).encode("utf-8", "backslashreplace")
    headers = {"x-content-type-options": "nosniff", "cache-control": "no-store"}
    return Response(text, media_type="application/json", headers=headers)


def _error(status: int, words: str) -> Response:
    return PlainTextResponse(f"Error: {words}", status, {"x-content-type-options": "nosniff"})
