"""Which words are the Arabic article of the word behind them."""

from __future__ import annotations

import pytest

from transcheck.names.words.articles import has_article_joined, is_article


@pytest.mark.parametrize(
    "words", ["al Asad", "El Asad", "Ar Rashid", "ash Shami", "an Nahyan", "ad Din", "aš Šami"]
)
def test_its_l_takes_the_sound_behind_it(words: str) -> None:
    assert is_article(words.split(), 0)


@pytest.mark.parametrize("words", ["Ash Carter", "Ann Nilsson", "an Asad", "Ali Asad", "Karim al"])
def test_other_words_are_none(words: str) -> None:
    assert not any(is_article(words.split(), place) for place in range(2))


def test_it_may_be_joined() -> None:
    assert has_article_joined("alkubaysi", "kubaysi")
    assert not has_article_joined("alkubaysi", "kubayshi")
