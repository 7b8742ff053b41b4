"""A request of a LanguageTool client: form fields or JSON, plain text or text with markup."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

import msgspec

from transcheck.errors import UsageError
from transcheck.serve.annotation import Piece, Run, lay_out, mend_halves, read_annotation
from transcheck.serve.forms import read_form

ALL = "all"
TEXT_LEVEL = "textLevelOnly"
PARAGRAPHS = "allButTextLevelOnly"
MODES = (ALL, TEXT_LEVEL, PARAGRAPHS)
_FORM = re.compile(rb"[A-Za-z]+=")
_YES = ("true", "yes")


class Question(msgspec.Struct, frozen=True):
    """What is asked: the text to check, its language and the rules wanted.

    `whole` is the text as the client counts in it, with its markup; `runs` say where each
    stretch of `text` stands in it. `mode` says which half of the findings a client wants that
    asks twice: of the paragraphs, and of what only the whole text shows.
    """

    text: str
    language: str
    whole: str
    runs: tuple[Run, ...] = ()
    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    enabled_only: bool = False
    mode: str = ALL
    variants: tuple[str, ...] = ()

    def wants(self, rule: str, category: str) -> bool:
        """Say whether the findings of a rule are asked for."""
        if {rule, category} & self.disabled:
            return False
        return not self.enabled_only or bool({rule, category} & self.enabled)

    def place(self, offset: int, *, end: bool = False) -> int:
        """Return where an offset of `text` stands in `whole`; an end stays before markup."""
        if not self.runs:
            return offset
        at = bisect_right(self.runs, offset - end, key=lambda run: run.start) - 1
        return self.runs[max(at, 0)].place(offset, end=end)


def read_question(body: bytes, kind: str) -> Question:
    """Return the question in the body of a request, or in the query of an address.

    Raise UsageError, in words for the one who wrote the client, when it is none.
    """
    fields = _read_json(body) if _is_json(body, kind) else read_form(body)
    language = fields.get("language", "").strip()
    if not language:
        raise UsageError("Missing 'language' parameter", hint="Send language=en-US")
    if ("text" in fields) == ("data" in fields):
        hint = "Send text=…, or data= with an annotation"
        raise UsageError("Exactly one of 'text' and 'data' is needed", hint=hint)
    pieces = [Piece(text=fields.get("text", ""))]
    if "data" in fields:
        pieces = read_annotation(fields["data"])
    whole, text, runs = lay_out(pieces)
    mode = fields.get("mode") or ALL
    if mode not in MODES:
        raise UsageError(f"'mode' is '{mode[:40]}'", hint=f"Ask for one of {', '.join(MODES)}")
    question = Question(
        text=text,
        language=language,
        whole=whole,
        runs=runs,
        enabled=frozenset(_list(fields, "enabledRules", "enabledCategories")),
        disabled=frozenset(_list(fields, "disabledRules", "disabledCategories")),
        enabled_only=fields.get("enabledOnly", "").lower() in _YES,
        mode=mode,
        variants=tuple(_list(fields, "preferredVariants")),
    )
    if question.enabled_only and not question.enabled:
        raise UsageError("'enabledOnly' is set and no rule is named", hint="Send enabledRules=…")
    return question


def _is_json(body: bytes, kind: str) -> bool:
    """Say what a body is by itself: LTeX calls its forms JSON, a person at a shell JSON a form."""
    if kind == "application/json":
        return not _FORM.match(body)
    return body[:1] in (b"{", b"[")


def _read_json(body: bytes) -> dict[str, str]:
    try:
        fields = msgspec.json.decode(mend_halves(body))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        hint = "Send an object with text and language"
        raise UsageError("The request is not JSON", hint=hint) from None
    if not isinstance(fields, Mapping):
        hint = "Send an object with text and language"
        raise UsageError("The request is JSON, but not an object", hint=hint)
    return {name: _as_field(name, value) for name, value in fields.items() if value is not None}


def _as_field(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if name == "data":
        return msgspec.json.encode(value).decode()
    raise UsageError(f"'{name}' is not a string", hint="Send it as a string")


def _list(fields: Mapping[str, str], *names: str) -> list[str]:
    found = (entry.strip() for name in names for entry in fields.get(name, "").split(","))
    return list(filter(None, found))
