"""Numbers with their nouns."""

from __future__ import annotations

import pytest

from transcheck.text.plural import plural


@pytest.mark.parametrize(
    ("count", "noun", "said"),
    [
        (0, "error", "0 errors"),
        (1, "error", "1 error"),
        (1500, "error", "1,500 errors"),
        (1, "glossary", "1 glossary"),
        (2, "more entry", "2 more entries"),
    ],
)
def test_a_number_and_its_noun_agree(count: int, noun: str, said: str) -> None:
    assert plural(count, noun) == said
