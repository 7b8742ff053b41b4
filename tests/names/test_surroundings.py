"""What stands around a name: other forms on purpose, foreign words, what it is said to be."""

from __future__ import annotations

import pytest

from transcheck.model import Span
from transcheck.names.words.surroundings import foreign_titles, kinds_around, why_aside


def place(marked: str) -> tuple[str, Span]:
    """The text without its square brackets, and where they stood."""
    start, end = marked.index("["), marked.index("]") - 1
    return marked.replace("[", "").replace("]", ""), Span(start, end)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Astana, formerly [Akmola], froze.", "alias"),
        ("She was born [Milena Dravic] in Belgrade.", "alias"),
        ("Zvečan, called [Zvecan] by its neighbours, is small.", "alias"),
        ("[Leposaviq], as it is called in Albanian, waits.", "alias"),
        ("The [Sanjak] of Pazar was its Ottoman name.", "alias"),
        ("Peja (Serbian: [Peć]) was quiet.", "language"),
        ("The Tisza, or the [Tisa] in Serbian, rose.", "language"),
        ('The coat reads "[Hrvatska]" in red.', "quoted"),
        ("Its own name ([Srbija]) is short.", "bracketed"),
        ("[Hrvatska] elektroprivreda raised its prices.", "foreign"),
        ("Radio [Slovenija] said so.", "body"),
        ("The Belgrade-born [Rute] left.", None),
        ("He then called [Rute] to order.", None),
        ("Then [Rute], as he says, left.", None),
        ("Once [Rute] was gone, it rained.", None),
        ("Dominic, once [Rute]'s friend, left.", None),
        ('"[Prishtina] will regret it," he said.', None),
        ("In [Slovenija] it rained.", None),
        ("The Dutch [Rute] left.", None),
        ("President [Vucic] spoke.", None),
    ],
)
def test_why_a_form_stands_there(text: str, why: str | None) -> None:
    assert why_aside(*place(text)) == why


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The parcel courier [Hermes] is late.", {"firm.courier"}),
        ("[Hermès], the fashion house, waits.", {"firm.fashion"}),
        ("The town of [Zvečan] is small.", {"place.town"}),
        ('"[Djurdjevdan]" is a song by a band.', {"work"}),
        ("The [Bosna] flows north.", {"place.water"}),
        ("The mayor of [Zvečan] left.", set()),
        ("[Vučić], the bank said, was late.", set()),
        ("In his book [Rute] rides.", set()),
        ("By phone [Rute] said no.", set()),
    ],
)
def test_what_it_is_said_to_be(text: str, kinds: set[str]) -> None:
    assert kinds_around(*place(text)) == kinds


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ('The film "Kako sam upoznao Ruta" opens.', ["Kako sam upoznao Ruta"]),
        ("The song „Slovenija, od kod lepote tvoje“ rang.", ["Slovenija, od kod lepote tvoje"]),
        ('"Rute said so," he said. "The kafana of Šolc is shut."', []),
        ('"Balkan Spy" and "Guardian Angel" are films.', []),
        ('A quote that never closes: "Kako sam upoznao Ruta', []),
    ],
)
def test_titles_in_another_language(text: str, titles: list[str]) -> None:
    assert [text[span.start : span.end] for span in foreign_titles(text)] == titles
