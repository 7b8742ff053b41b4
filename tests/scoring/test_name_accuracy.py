"""Name accuracy by hand on single lines: what counts as a name, and what as right."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.scoring.name_accuracy import count_names, find_reference_names


def wrong(hypothesis: str, reference: str) -> list[tuple[str, str, str]]:
    return [(one.name, one.instead, one.kind) for one in count_names(hypothesis, reference).wrong]


@pytest.mark.parametrize(
    ("reference", "names"),
    [
        ("Residents met Hanneke Dekkers in Niš.", ["Hanneke Dekkers", "Niš"]),
        ("Ministers will meet on Monday. Nobody knows where.", []),
        ("Former Prime Minister Dekkers spoke.", ["Dekkers"]),
        ("Dekkers's team and the team of Dekkers", ["Dekkers", "Dekkers"]),
        ("Johan von der Heide arrived", ["Johan von der Heide"]),
        ("The Serbian team and a German guest", []),
        ("See www.Kragujevac.rs or write to @Dekkers", []),
        ("We're late, they said. We’re late.", []),
        ("the bus was late", []),
    ],
)
def test_names_are_capitalised_runs_without_ordinary_words(reference, names):
    found = find_reference_names(reference)
    texts = [reference[name[0].span.start : name[-1].span.end] for name in found]
    assert texts == names


@pytest.mark.parametrize(
    "hypothesis",
    [
        "The train from Kuršumlija is late",
        "KURŠUMLIJA: train late",
        "Kuršumlija's train is late",
        "Late (Kuršumlija)",
        "Kurs\u030cumlija is waiting",
        "Kuršum\u00adlija is waiting",
    ],
)
def test_right_wherever_it_stands(hypothesis):
    count = count_names(hypothesis, "The train from Kuršumlija has been delayed.")
    assert (count.total, count.right, count.wrong) == (1, 1, ())


@pytest.mark.parametrize(
    ("hypothesis", "instead", "kind"),
    [
        ("The train from Kursumlija is late", "Kursumlija", "marks"),
        ("The train from Kuršumlijä's side", "Kuršumlijä", "marks"),
        ("The train from kuršumlija is late", "kuršumlija", "capital"),
        ("The train from Kurshumliya is late", "Kurshumliya", "alike"),
        ("The train from Belgrade is late", "", "absent"),
        ("", "", "absent"),
    ],
)
def test_what_stands_there_instead(hypothesis, instead, kind):
    reference = "The train from Kuršumlija has been delayed."
    assert wrong(hypothesis, reference) == [("Kuršumlija", instead, kind)]


def test_a_people_in_place_of_its_country_is_named_as_such():
    assert wrong("the Romanian border", "the border of Romania") == [
        ("Romania", "Romanian", "adjective")
    ]


def test_apostrophes_are_no_difference():
    assert wrong("He met O'Hanlon", "He met O’Hanlon") == []


def test_a_name_needs_as_many_places_as_it_has_in_the_reference():
    reference = "Whitlock wrote that Whitlock would come."
    assert count_names("Whitlock wrote that Whitlock would come.", reference).right == 2
    assert wrong("Whitlock wrote that he would come.", reference) == [("Whitlock", "", "absent")]
    assert wrong("Whitlock wrote that Vitlok would come.", reference) == [
        ("Whitlock", "Vitlok", "alike")
    ]
    assert wrong("He wrote that Vitlok and Vitlock would come.", reference) == [
        ("Whitlock", "Vitlock", "alike"),
        ("Whitlock", "Vitlok", "alike"),
    ]


def test_a_surname_is_not_found_inside_the_only_full_name():
    reference = "Dekkers came. Hanneke Dekkers spoke."
    assert count_names("Hanneke Dekkers came. Dekkers spoke.", reference).right == 2
    assert wrong("Hanneke Dekkers came and spoke.", reference) == [("Dekkers", "", "absent")]


def test_a_full_name_is_one_name_and_wrong_when_a_part_of_it_is():
    assert wrong("said Hanneke Dekers", "said Hanneke Dekkers") == [
        ("Hanneke Dekkers", "Hanneke Dekers", "alike")
    ]
    assert wrong("said Dekkers", "said Hanneke Dekkers") == [("Hanneke Dekkers", "Dekkers", "part")]


def test_particles_may_be_capital_or_not():
    assert wrong("Johan Von der Heide said", "said Johan von der Heide") == []
    assert wrong("said Johan fon der Heide", "said Johan von der Heide") == [
        ("Johan von der Heide", "Johan fon der Heide", "alike")
    ]


def test_a_name_that_is_right_elsewhere_is_not_offered():
    reference = "Marković and Marinković signed."
    assert wrong("Marković signed.", reference) == [("Marinković", "", "absent")]


def test_another_name_is_not_offered():
    assert wrong("Armenia won", "against Iran") == [("Iran", "", "absent")]


WORDS = ["Dekkers", "Dekers", "Hanneke", "Niš", "nis", "train", "the", "von", "Mr", "We’re", "EU"]
GAPS = [" ", ". ", "-", ", ", "'s ", " “", "\u00a0"]
LINES = st.one_of(
    st.text(max_size=60),
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=12).map(
        lambda pairs: "".join(word + gap for word, gap in pairs)
    ),
)


@settings(max_examples=100, deadline=None)
@given(LINES)
def test_a_text_has_all_its_own_names(line):
    count = count_names(line, line)
    assert count.right == count.total


@settings(max_examples=100, deadline=None)
@given(LINES, LINES)
def test_any_two_lines_can_be_compared(hypothesis, reference):
    count = count_names(hypothesis, reference)
    assert 0 <= count.right <= count.total == len(find_reference_names(reference))
