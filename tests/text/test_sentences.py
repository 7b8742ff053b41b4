"""Where sentences start and end."""

from __future__ import annotations

from transcheck.text.sentences import find_sentences, trim


def test_sentences_come_without_the_blanks_around_them() -> None:
    text = "  Dr. Kurti spoke.  Nobody answered. \n"
    found = [text[span.start : span.end] for span in find_sentences(text, "en")]
    assert found == ["Dr. Kurti spoke.", "Nobody answered."]


def test_blanks_alone_are_no_sentence() -> None:
    assert list(find_sentences(" \n ", "en")) == []


def test_a_stretch_of_blanks_is_empty_when_trimmed() -> None:
    span = trim("a   b", 1, 4)
    assert span.start == span.end
