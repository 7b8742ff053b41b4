"""What could steer a terminal or a CI runner is made visible."""

from __future__ import annotations

import pytest

from transcheck.text.controls import show_controls


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Zvečan", "Zvečan"),
        ("\x1b[2J", "\\x1b[2J"),
        ("a\u202eb", "a<U+202E>b"),
        ("line\nbreak\u2028", "line\\x0abreak<U+2028>"),
        ("see ##[add-mask]x", "see #\\x23[add-mask]x"),
        ("##vso[task]", "#\\x23vso[task]"),
        ("  ::error::x", "  \\x3a:error::x"),
        ("\n::error::x", "\\x0a::error::x"),
        ("a::b ## [c]", "a::b ## [c]"),
    ],
)
def test_shown(text: str, shown: str) -> None:
    assert show_controls(text) == shown
