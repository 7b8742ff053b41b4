"""What was looked at and found right, and what is only noted: nothing is lost, nothing twice."""

from __future__ import annotations

from newsdesk import article_of, concept, index_of, names_in

from transcheck.model import Place

RUTTE = index_of(concept("Mark Rutte"), concept("Kyiv", "place", admitted=["Kiev"]))


def confirmed(text: str) -> dict[str, tuple[str, int]]:
    return {one.name: (one.by, len(one.places)) for one in names_in(text, "sr", RUTTE).confirmed}


def test_the_glossary_confirms_a_name_wherever_it_stands() -> None:
    found = confirmed("Mark Rutte came to Kyiv.\nIn Kyiv it rained. Then Rutte left Kyiv.")
    assert found["Kyiv"] == ("desk.csv row 2", 3)
    assert found["Mark Rutte"] == ("desk.csv row 2", 1)
    assert found["Rutte"] == ("surname of Mark Rutte, desk.csv row 2", 1)


def test_an_admitted_form_used_throughout_is_confirmed() -> None:
    names = names_in("Kiev slept.\nTrains to Kiev wait.", "sr", RUTTE)
    assert [(one.name, len(one.places)) for one in names.confirmed] == [("Kiev", 2)]


def test_the_article_confirms_a_full_name_and_its_surname() -> None:
    found = confirmed("Nihat Biševac spoke.\nThen Biševac left.")
    assert found["Nihat Biševac"][0].startswith("this article")
    assert found["Biševac"][0] == "this article: surname of Nihat Biševac"


def test_a_name_that_stands_in_one_way_is_only_noted() -> None:
    names = names_in("Trains leave for Bujanovac.\nIn Bujanovac it rains.", "sr", RUTTE)
    assert not names.confirmed
    (note,) = names.left_alone
    assert (note.text, note.guard, len(note.places)) == ("Bujanovac", "in-no-glossary", 2)


def test_a_wrong_name_is_not_confirmed() -> None:
    names = names_in("Mark Rutte came.\nThen Rute left.", "sr")
    assert {one.name for one in names.confirmed} == set()
    assert all(note.text != "Rute" for note in names.left_alone)


def test_every_place_is_told_once() -> None:
    text = (
        "Mark Rutte met Nihat Biševac in Kyiv.\nBiševac and Rute left Bujanovac.\n"
        "Then Rutte rang Biševac from Kiev; Zvečan and Zvecan heard it."
    )
    names = names_in(text, "sr", RUTTE)
    places = [place for one in names.confirmed for place in one.places]
    places += [
        p for note in names.left_alone if note.guard == "in-no-glossary" for p in note.places
    ]
    places += [Place(one.segment, one.span) for one in names.mentions if one.name != one.text]
    assert len(places) == len(set(places))
    segments = article_of(text).segments
    for place in places:
        assert segments[place.segment].target[place.span.start : place.span.end].strip()


def test_places_are_in_the_order_of_the_text() -> None:
    names = names_in("Kyiv slept.\nMark Rutte woke in Kyiv.\nRutte left Kyiv.", "sr", RUTTE)
    firsts = [one.places[0] for one in names.confirmed]
    assert firsts == sorted(firsts)
    for one in names.confirmed:
        assert list(one.places) == sorted(one.places)
