"""The forms generated for a proposed name: as Serbian hears it, and without marks."""

from __future__ import annotations

import pytest

from transcheck.audit.proposals.respelling import by_ear, without_marks


@pytest.mark.parametrize(
    ("name", "heard"),
    [
        ("Mark Rutte", "Mark Rute"),
        ("Emmanuel Macron", "Emanuel Makron"),
        ("Olaf Scholz", "Olaf Šolz"),
        ("Joko Widodo", "Joko Vidodo"),
        ("Nancy Pelosi", "Nansi Pelosi"),
        ("Ana Brnabić", None),
        ("Boris Tadić", None),
        ("Brett Kavanaugh", None),
        ("Jeff Flake", None),
        ("NATO", None),
    ],
)
def test_by_ear(name, heard):
    assert by_ear(name) == heard


@pytest.mark.parametrize(
    ("name", "plain"),
    [("Šabac", "Sabac"), ("Đorđe Žižić", "Dorde Zizic"), ("Łódź", "Lodz"), ("Graz", "Graz")],
)
def test_without_marks(name, plain):
    assert without_marks(name) == plain
