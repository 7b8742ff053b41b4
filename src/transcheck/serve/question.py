"""A request of a LanguageTool client: form fields or JSON, plain text or text with markup."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs

import msgspec

from transcheck.errors import UsageError

MOST_FIELDS = 100


class Piece(msgspec.Struct, frozen=True):
    """A stretch of annotated text: words to check, or markup with what a reader sees for it."""

    text: str | None = None
    markup: str | None = None
    interpret_as: str = msgspec.field(default="", name="interpretAs")


class _Annotated(msgspec.Struct, frozen=True):
    annotation: list[Piece]


class Question(msgspec.Struct, frozen=True):
    """What is asked: the text to check, its language and the rules wanted.

    `whole` is the text as the client counts in it, with its markup; `runs` say where each
    stretch of `text` stands in it, as (start in text, start in whole, length in whole).
    """

    text: str
    language: str
    whole: str
    runs: tuple[tuple[int, int, int], ...] = ()
    enabled: frozenset[str] = frozenset()
    disabled: frozenset[str] = frozenset()
    enabled_only: bool = False

    def wants(self, rule: str, category: str) -> bool:
        """Say whether the findings of a rule are asked for."""
        if {rule, category} & self.disabled:
            return False
        return not self.enabled_only or bool({rule, category} & self.enabled)

    def place(self, offset: int, *, end: bool = False) -> int:
        """Return where an offset of `text` stands in `whole`; an end stays before markup."""
        if not self.runs:
            return offset
        at = bisect_right(self.runs, offset - end, key=lambda run: run[0]) - 1
        start, there, length = self.runs[max(at, 0)]
        return there + min(offset - start, length)


def read_question(body: bytes, kind: str) -> Question:
    """Return the question in the body of a request, or in the query of an address.

    Raise UsageError, in words for the one who wrote the client, when it is none.
    """
    fields = _read_json(body) if kind == "application/json" else _read_form(body)
    language = fields.get("language", "").strip()
    if not language:
        raise UsageError("Missing 'language' parameter", hint="Send language=en-US")
    if ("text" in fields) == ("data" in fields):
        hint = "Send text=…, or data= with an annotation"
        raise UsageError("Exactly one of 'text' and 'data' is needed", hint=hint)
    pieces = [Piece(text=fields.get("text", ""))]
    if "data" in fields:
        pieces = _decode_annotation(fields["data"])
    whole, text, runs = _lay_out(pieces)
    return Question(
        text=text,
        language=language,
        whole=whole,
        runs=runs,
        enabled=_listed(fields, "enabledRules", "enabledCategories"),
        disabled=_listed(fields, "disabledRules", "disabledCategories"),
        enabled_only=fields.get("enabledOnly", "").lower() in ("true", "yes"),
    )


def _read_form(body: bytes) -> dict[str, str]:
    try:
        fields = parse_qs(
            body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except UnicodeDecodeError:
        raise UsageError("The request is not UTF-8", hint="Encode the form as UTF-8") from None
    except ValueError:
        raise UsageError(f"The request has more than {MOST_FIELDS} fields") from None
    return {name: values[0] for name, values in fields.items()}


def _read_json(body: bytes) -> dict[str, str]:
    try:
        fields = msgspec.json.decode(body)
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


def _decode_annotation(data: str) -> list[Piece]:
    try:
        return msgspec.json.decode(data.encode(), type=_Annotated).annotation
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        hint = 'Send {"annotation": [{"text": "…"}, {"markup": "<b>"}]}'
        raise UsageError("'data' is not an annotated text", hint=hint) from None


def _lay_out(pieces: list[Piece]) -> tuple[str, str, tuple[tuple[int, int, int], ...]]:
    whole: list[str] = []
    text: list[str] = []
    runs: list[tuple[int, int, int]] = []
    there = here = 0
    for piece in pieces:
        if (piece.text is None) == (piece.markup is None):
            hint = "Send either text or markup in each piece"
            raise UsageError("A piece of the annotation is not one of text and markup", hint=hint)
        seen = piece.interpret_as if piece.text is None else piece.text
        stands = piece.markup if piece.text is None else piece.text
        stands = stands or ""
        if seen:
            runs.append((here, there, len(stands)))
        whole.append(stands)
        text.append(seen)
        there, here = there + len(stands), here + len(seen)
    return "".join(whole), "".join(text), tuple(runs)


def _listed(fields: Mapping[str, str], *names: str) -> frozenset[str]:
    found = (entry.strip() for name in names for entry in fields.get(name, "").split(","))
    return frozenset(filter(None, found))
