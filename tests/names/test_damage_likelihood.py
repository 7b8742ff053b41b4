"""What is learned: damage is likelier than a stranger's name, and it has a direction."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.names.damage import damage_odds, log_odds, log_probability, weigh
from transcheck.names.damage.segments import (
    SLIP,
    Piece,
    SegmentTable,
    align,
    read_table,
    write_pieces,
)

TABLES = [
    "serbian", "cyrillic", "all", "serbian-letters", "cyrillic-letters", "all-letters", "strangers",
]  # fmt: skip
NAMES = st.text(alphabet="abcdeijklmnoprstuvzčćđšžłøüéșy", min_size=2, max_size=10)
LANGUAGES = st.sampled_from([None, "sr", "hr-HR", "mk", "uk", "ru", "cs", "sq"])


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_sorted_and_of_probabilities(name: str) -> None:
    text = files("transcheck.names").joinpath("data", f"damage-{name}.txt").read_text("utf-8")
    rows = [tuple(line.split("\t")) for line in text.splitlines()]
    keys = [(original, damaged) for original, damaged, _, _ in rows]
    assert keys == sorted(set(keys))
    assert all(0 <= int(cost) < 2_500 for _, _, cost, _ in rows)
    assert all(abs(int(odds)) < 2_000 for _, _, _, odds in rows)


def test_a_table_is_read_back_as_it_was_written() -> None:
    pieces = [Piece("tt", "t", 0.05, 4.2), Piece("^j", "^dž", 0.75), Piece("", "e", 9.0, -1.5)]
    table = SegmentTable(write_pieces(pieces))
    for piece in pieces:
        assert table.becomes(piece.original) == [(piece.damaged, piece.cost, piece.odds)]
    assert table.becomes("th") == table.becomes("q") == []
    assert table.odds("tt", "t") == 4.2
    assert table.odds("tt", "d") == 0.0


def test_the_likeliest_cut_counts() -> None:
    pieces = [Piece("sh", "š", 0.1), Piece("s", "š", 3.0), Piece("w", "v", 0.2)]
    cost, changes = align("shaw", "šav", SegmentTable(write_pieces(pieces)))
    assert [(c.start, c.original, c.damaged) for c in changes] == [(1, "sh", "š"), (4, "w", "v")]
    assert 0.3 < cost < 1


def test_the_tables_are_small() -> None:
    folder = files("transcheck.names").joinpath("data")
    assert sum(len(folder.joinpath(f"damage-{name}.txt").read_bytes()) for name in TABLES) < 300_000


@pytest.mark.parametrize(
    ("right", "wrong", "language"),
    [
        ("wadephul", "vadeful", "sr"), ("schmidt", "šmit", "sr"), ("whitehead", "vajthed", "hr"),
        ("zvečan", "zvecan", "sr"), ("đurđević", "djurdjevic", "sr"), ("hoekstra", "hukstra", "ru"),
        ("bakhmutsky", "bakhmutskogo", "uk"), ("lawless", "lawlessom", "hr"),
        ("chaplin", "čaplin", None), ("scholz", "шолц", "sr"), ("vučić", "vučic", "sr"),
    ],
)  # fmt: skip
def test_damage_is_likelier_than_a_strangers_name(right: str, wrong: str, language: str) -> None:
    assert log_odds(right, wrong, language) > 4
    assert log_odds(right, wrong, language) == log_odds(wrong, right, language)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vučić", "vučević"), ("baker", "barker"), ("milatović", "milanović"), ("hobbs", "cobbs"),
        ("griffin", "griffith"), ("roger", "rogers"), ("marić", "matić"), ("spence", "spencer"),
    ],
)  # fmt: skip
def test_strangers_who_look_alike_are_strangers(one: str, other: str) -> None:
    assert log_odds(one, other, "sr") < 4


@pytest.mark.parametrize(
    ("right", "wrong", "language"),
    [
        ("rutte", "rute", "sr"), ("biden", "bajden", "sr"), ("scholz", "šolc", "sr"),
        ("johnson", "džonson", "hr"), ("mayer", "majer", "mk"), ("wright", "rajt", "sr"),
        ("hoekstra", "gukstra", "uk"), ("thompson", "tompson", "ru"),
    ],
)  # fmt: skip
def test_damage_points_from_right_to_wrong(right: str, wrong: str, language: str) -> None:
    assert damage_odds(right, wrong, language) > 1
    assert weigh(right, wrong, language).odds == damage_odds(right, wrong, language)


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, LANGUAGES)
def test_the_odds_turn_their_sign_with_the_sides(
    one: str, other: str, language: str | None
) -> None:
    assert damage_odds(one, other, language) == -damage_odds(other, one, language)
    assert log_odds(one, other, language) == log_odds(other, one, language)


@settings(max_examples=60, deadline=None)
@given(NAMES, NAMES, LANGUAGES)
def test_probabilities_are_at_most_one(one: str, other: str, language: str | None) -> None:
    assert -60 <= log_probability(one, other, language) <= 0


@settings(max_examples=60, deadline=None)
@given(NAMES, st.data())
def test_the_pieces_turn_the_original_into_the_damaged_form(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 1))
    damaged = name[:at] + name[at + 1 :] if len(name) > 2 else name + "m"
    cost, changes = align(name, damaged, read_table("serbian"))
    assert cost <= SLIP * 4
    text, end = "", 0
    source = f"^{name}$"
    for change in changes:
        assert source.startswith(change.original, change.start)
        text += source[end : change.start] + change.damaged
        end = change.start + len(change.original)
    assert text + source[end:] == f"^{damaged}$"
