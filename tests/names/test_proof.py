"""What a certain ruling needs beside two high probabilities."""

from __future__ import annotations

import pytest
from newsdesk import NO_GLOSSARY, concept, index_of, usages_of

from transcheck.model import Certainty, Languages
from transcheck.names.index import NameIndex
from transcheck.names.judgement.rulings import CERTAIN, Ruling, decide

OFTEN = "Ana {right} came. Then {right} spoke. So did {right}. Later {right} sat. With {wrong}."


def rule(text: str, language: str | None, index: NameIndex = NO_GLOSSARY) -> Ruling:
    (one,) = decide(usages_of(text), Languages(source=language), index)[0]
    assert one.same >= CERTAIN[0]
    assert min(one.side, one.best) >= CERTAIN[1]
    return one


@pytest.mark.parametrize(
    ("right", "wrong", "language", "certainty"),
    [
        ("Lennardt", "Lenart", "sr", Certainty.CERTAIN),  # Serbian makes t of dt, n of nn
        ("Kolesnichenko", "Kolesnitschenko", "uk", Certainty.LIKELY),  # a habit of either side
        ("Dennis", "Denis", "sr", Certainty.LIKELY),  # both are borne
        ("Rücker", "Rucker", None, Certainty.CERTAIN),  # borne by those who lost the mark
    ],
)
def test_frequency_alone_does_not_make_a_ruling_certain(
    right: str, wrong: str, language: str | None, certainty: Certainty
) -> None:
    one = rule(OFTEN.format(right=right, wrong=wrong), language)
    assert (one.right.text, one.wrong.text) == (right, wrong)
    assert one.certainty is certainty


def test_overwhelming_frequency_settles_a_habit_of_romanisation() -> None:
    many = " ".join(f"On day {n} Ana Kolesnichenko spoke." for n in range(16))
    one = rule(f"{many} With Kolesnitschenko.", "uk")
    assert one.certainty is Certainty.CERTAIN


def test_a_form_that_alone_stands_in_full_is_not_certainly_wrong() -> None:
    assert rule("With Kovačec. Then Ana Kovacec came.", "sr").certainty is Certainty.LIKELY
    assert rule("With Kovacec. Then Ana Kovačec came.", "sr").certainty is Certainty.CERTAIN


def test_what_the_glossary_says_needs_no_further_proof() -> None:
    text = OFTEN.format(right="Dennis", wrong="Denis")
    one = rule(text, "sr", index_of(concept("Ana Dennis", "person")))
    assert one.certainty is Certainty.CERTAIN
