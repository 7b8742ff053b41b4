"""An expression that is compiled late answers as one that is compiled at once."""

from __future__ import annotations

import re

import pytest

from transcheck.text import expressions
from transcheck.text.expressions import compile_late


def test_answers_as_the_compiled_one() -> None:
    late, now = compile_late(r"(b+)c", re.IGNORECASE), re.compile(r"(b+)c", re.IGNORECASE)
    text = "aBbc bc"
    assert [m.span(1) for m in late.finditer(text)] == [m.span(1) for m in now.finditer(text)]
    assert late.sub("-", text) == now.sub("-", text) == "a- -"
    assert late.search(text, 4) is not None and late.fullmatch("c") is None
    assert late.groups == 1


def test_is_not_compiled_before_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    monkeypatch.setattr(
        expressions.re, "compile", lambda *given: compiled.append(given[0]) or re.Pattern
    )
    late = compile_late("asked late")
    assert compiled == []
    assert late.match is not None
    assert compiled == ["asked late"]
