"""Which letters change, and how a suggestion fits its sentence."""

from __future__ import annotations

import pytest

from transcheck.text.changes import Change, find_changes
from transcheck.text.fitting import fit_name


@pytest.mark.parametrize(
    ("wrong", "right", "changes"),
    [
        ("Zvecan", "Zvečan", [Change(3, 4, "č")]),
        ("Zvečan", "Zvečan", []),
        ("Nikola\u00a0Selakovic", "Nikola Selaković", [Change(15, 16, "ć")]),
        ("O’Brian", "O'Brien", [Change(5, 6, "e")]),
        ("O’Brien", "O'Brien", [Change(1, 2, "'")]),
        ("Ru\u00adte", "Rutte", [Change(4, 4, "t")]),
        ("Ana Lundd", "Anna Lund", [Change(2, 2, "n"), Change(7, 8, "")]),
        ("Lund", "Anna Lund", [Change(0, 0, letter) for letter in "Anna "]),
    ],
)
def test_as_few_letters_change_as_can(wrong: str, right: str, changes: list[Change]) -> None:
    assert find_changes(wrong, right, wrong) == changes


@pytest.mark.parametrize(
    ("wrong", "name", "before", "after", "fitted"),
    [
        ("Rute", "Mark Rutte", "", "'s visit", "Rutte"),
        ("RUTE", "Mark Rutte", "", " IN TOWN", "RUTTE"),
        ("MARK RUTE", "Mark Rutte", "", "", "MARK RUTTE"),
        ("Mark Rute", "Mark Rutte", "", "", "Mark Rutte"),
        ("Ursula", "Ursula von der Leyen", "", "", "Ursula"),
        ("fon der Lajen", "Ursula von der Leyen", "met ", "", "von der Leyen"),
        ("Fon der Lajen", "Ursula von der Leyen", "left. ", " spoke", "Von der Leyen"),
        ("Fon der Lajen", "Ursula von der Leyen", "met ", " there", "von der Leyen"),
        ("Fon der Lajen", "Ursula von der Leyen", "he said: “", "", "Von der Leyen"),
        ("Pele", "Edson Arantes", "", "", "Edson Arantes"),
        ("Šolc", "Olaf Scholz", "", "", "Scholz"),
        ("McCONELL", "Mitch McConnell", "", "", "McCONNELL"),
        ("ZELENSKI", "Volodymyr Zelensky", "", ": no", "ZELENSKY"),
    ],
)
def test_a_person_fits_the_sentence(
    wrong: str, name: str, before: str, after: str, fitted: str
) -> None:
    assert fit_name(wrong, name, before, after, person=True) == fitted


@pytest.mark.parametrize(
    ("wrong", "name", "before", "after", "fitted"),
    [
        ("Makedonija", "North Macedonia", "", "", "North Macedonia"),
        ("MAKEDONIJA", "North Macedonia", "IN ", "", "NORTH MACEDONIA"),
        ("OTAN", "NATO", "the ", " chief", "NATO"),
        ("OTAN", "Nato", "the ", " chief", "Nato"),
        ("NATO", "Nato", "THE ", " CHIEF", "Nato"),
        ("KELN", "Kolín", "VLAK U ", "", "KOLÍN"),
        ("the Hague", "The Hague", "in ", "", "The Hague"),
    ],
)
def test_other_names_keep_all_their_words(
    wrong: str, name: str, before: str, after: str, fitted: str
) -> None:
    assert fit_name(wrong, name, before, after, person=False) == fitted
