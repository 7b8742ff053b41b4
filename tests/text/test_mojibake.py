"""Damage is mended where it decodes back, and sound text is never touched."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.text.mojibake import find_damage, is_central, mend

NAMES = ("Vučić", "Šešelj", "Đukanović", "Žabljak", "Ćosić", "Čačak", "Łódź", "Çavuşoğlu", "Orbán")


def _misread(text: str, table: str) -> str:
    """Decode the UTF-8 bytes of `text` with a one-byte table, as browsers do: no byte is lost."""
    return "".join(
        bytes([byte]).decode(table, "ignore") or chr(byte) for byte in text.encode("utf-8")
    )


@pytest.mark.parametrize("table", ["cp1252", "cp1250", "latin-1", "mac_roman"])
@pytest.mark.parametrize("name", NAMES)
def test_a_misread_name_is_mended(name: str, table: str) -> None:
    assert mend(f"Then {_misread(name, table)} left.") == f"Then {name} left."


@pytest.mark.parametrize("table", ["cp1252", "cp1250", "cp1251", "mac_roman"])
@pytest.mark.parametrize("mark", ["’", "“", "–", "…"])
def test_a_misread_mark_is_mended(mark: str, table: str) -> None:
    assert mend(f"well{_misread(mark, table)} yes") == f"well{mark} yes"


@pytest.mark.parametrize("table", ["cp1252", "cp1250", "latin-1", "cp1251"])
def test_misread_cyrillic_is_mended(table: str) -> None:
    assert mend(_misread("Петров казав", table)) == "Петров казав"


def test_a_text_damaged_twice_is_mended_twice() -> None:
    assert mend(_misread(_misread("Marković", "latin-1"), "latin-1")) == "Marković"


def test_a_lost_letter_has_no_suggestion() -> None:
    assert [one.mended for one in find_damage("Zve\ufffdan and VuÄiÄ‡")] == [None, None]


def test_single_letters_count_only_beside_a_sure_word() -> None:
    assert is_central("Vuèiæ")
    assert not is_central("Genève, Kjær, Þórsson")
    assert find_damage("Brèko") == []
    assert [one.mended for one in find_damage("Brèko", central=True)] == ["Brčko"]


_MARKED = (
    "čćđšžaeiou ,.’“”–",
    "äöüßéèêàçñ ,.’„“",
    "ąęłńóśźżaeo ,.’„”",
    "çğıöşüâîae ,.’“”",
    "абвгдђежзијклљмнњопрстћуфхцчџш ,.’„“",
    "абвгдежзиіїйклмнопрстуфхцчшщьюяєґ ,.’«»",
)
# Marked letters of one language, each followed by a plain one as words have them.
_SOUND = st.one_of(
    *(
        st.lists(st.tuples(st.sampled_from(marked), st.sampled_from("bnrst ")), max_size=40)
        for marked in _MARKED[:4]
    ),
    *(st.lists(st.tuples(st.sampled_from(marked)), max_size=80) for marked in _MARKED[4:]),
).map(lambda pairs: "".join("".join(pair) for pair in pairs))


@settings(max_examples=100, deadline=None)
@given(st.sampled_from([*NAMES, "Порошенко", "“Већ”"]), st.sampled_from(["cp1252", "cp1250"]))
def test_damage_lies_inside_and_decodes_back(word: str, table: str) -> None:
    text = f"He said {_misread(word, table)} twice."
    for one in find_damage(text):
        assert 8 <= one.span.start < one.span.end <= len(text) - 7
    assert mend(text) == f"He said {word} twice."


@settings(max_examples=100, deadline=None)
@given(_SOUND)
def test_ordinary_words_are_left_alone(text: str) -> None:
    lowered = " ".join(text.lower().split())
    assert find_damage(lowered) == []
    assert not is_central(lowered)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_without_a_failure(text: str) -> None:
    spans = [one.span for one in find_damage(text, central=True)]
    assert spans == sorted(spans)
    assert all(not a.overlaps(b) for a, b in pairwise(spans))
    mend(text)
