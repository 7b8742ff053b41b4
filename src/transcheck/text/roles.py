"""What each paragraph is on the page, judged by its place and shape where no format says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from transcheck.model import Role
from transcheck.text.expressions import compile_late
from transcheck.text.furniture import find_repeated, is_furniture

_LONGEST_HEADLINE = 200
_LONGEST_STANDFIRST = 450
_STOPS = (".", ",", ";", ":", "…")
_CLOSING = "'\"”’»)]"
_ABBREVIATED = compile_late(r"\b(?:[A-Z]\.){2,}$")
_NAME = r"[^\W\d_a-z][\w'’.-]*"
_SIGNED = ("by", "author", "written by", "text by", "autor", "piše", "reported by")
_BYLINE = compile_late(
    rf"(?i:{'|'.join(_SIGNED)}):? "
    rf"{_NAME}(?:(?:,| and| i| in| for|) {_NAME}){{0,7}}"
)
_MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?"
)
_DATE = compile_late(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}\.? {_MONTH},? \d{{4}}"
    r"|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\.?)"
    r"(?:,? (?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?)?",
    re.IGNORECASE,
)
_DAYS_AND_MONTHS = frozenset(
    "mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec".split()
)
_NEAR_THE_TOP = 6
_QUOTATION = {"“": "”", "„": "”“", "«": "»", "»": "«"}


def assign_roles(texts: Sequence[str], known: Sequence[Role | None]) -> tuple[Role, ...]:
    """Return a role for each paragraph; what is `known` from the format stays.

    Furniture is recognised wherever it stands, except in the first headline.
    """
    roles = [_own_role(text, role) for text, role in zip(texts, known, strict=True)]
    if Role.HEADLINE in known:
        roles[known.index(Role.HEADLINE)] = Role.HEADLINE
    repeated = find_repeated(texts)
    if Role.HEADLINE not in roles:
        _find_headline(texts, roles)
    if repeated:
        headlines = {text for text, role in zip(texts, roles, strict=True) if _is_title(role)}
        for index, text in enumerate(texts):
            if text.strip() in repeated and text not in headlines:
                roles[index] = Role.FURNITURE
    _find_standfirst(texts, roles)
    for index, text in enumerate(texts):
        if roles[index] is None:
            roles[index] = _shape(text, index)
    return tuple(role or Role.BODY for role in roles)


def _own_role(text: str, role: Role | None) -> Role | None:
    if role is Role.STANDFIRST:
        return role
    return Role.FURNITURE if is_furniture(text) else role


def _is_title(role: Role | None) -> bool:
    return role in (Role.HEADLINE, Role.STANDFIRST)


def _find_headline(texts: Sequence[str], roles: list[Role | None]) -> None:
    """The first line is the headline when it is short, has no full stop and others follow."""
    first = _first_open(roles, 0)
    if first is None or len(texts) < 2:
        return
    text = texts[first].strip()
    stopped = text.rstrip(_CLOSING).endswith(_STOPS) and not _ABBREVIATED.search(text)
    if len(text) <= _LONGEST_HEADLINE and not stopped and text.count("\n") == 0:
        roles[first] = Role.HEADLINE


def _find_standfirst(texts: Sequence[str], roles: list[Role | None]) -> None:
    """One short paragraph between the headline and the page's furniture is the standfirst."""
    if Role.HEADLINE not in roles or Role.STANDFIRST in roles:
        return
    at = roles.index(Role.HEADLINE) + 1
    if at + 1 < len(roles) and roles[at] is None and len(texts[at]) <= _LONGEST_STANDFIRST:
        after = roles[at + 1] or _shape(texts[at + 1], at + 1)
        if after in (Role.FURNITURE, Role.BYLINE) and _has_body(texts, roles, at + 1):
            roles[at] = Role.STANDFIRST


def _has_body(texts: Sequence[str], roles: list[Role | None], at: int) -> bool:
    return any((roles[i] or _shape(texts[i], i)) is Role.BODY for i in range(at, len(texts)))


def _first_open(roles: list[Role | None], start: int) -> int | None:
    return next((i for i in range(start, len(roles)) if roles[i] is not Role.FURNITURE), None)


def _shape(text: str, index: int) -> Role:
    stripped = text.strip()
    if len(stripped) <= _LONGEST_HEADLINE and stripped:
        lower = stripped.lower()
        if lower.startswith(_SIGNED) and _BYLINE.fullmatch(stripped):
            return Role.BYLINE
        dated = lower[0].isdigit() or lower[:3] in _DAYS_AND_MONTHS
        if index < _NEAR_THE_TOP and dated and _DATE.fullmatch(stripped):
            return Role.BYLINE
    return Role.QUOTE if _is_quotation(stripped) else Role.BODY


def _is_quotation(text: str) -> bool:
    """Say whether the whole paragraph is one quotation, with nothing said around it."""
    if len(text) < 3:
        return False
    if text[0] == '"':
        return text[-1] == '"' and text.count('"') == 2
    closing = _QUOTATION.get(text[0])
    return closing is not None and text[-1] in closing and _marks(text) == 2


def _marks(text: str) -> int:
    return sum(text.count(mark) for mark in "“”„«»")
