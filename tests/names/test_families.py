"""Which forms are another English romanisation of a Cyrillic name, and which are damage."""

from __future__ import annotations

import pytest

from transcheck.names.damage.romanisation import is_romanisation_of


@pytest.mark.parametrize(
    ("form", "original", "language"),
    [
        ("ihnat", "Ігнат", "uk"),
        ("ignat", "Ігнат", "uk"),
        ("yurii", "Юрій", "uk"),
        ("yuriy", "Юрій", "uk"),
        ("sergei", "Сергей", "ru"),
        ("sergey", "Сергей", "ru"),
        ("solovyov", "Соловьёв", "ru"),
        ("zelenskyi", "Зеленський", "uk"),
    ],
)
def test_english_print_romanises_so(form: str, original: str, language: str) -> None:
    assert is_romanisation_of(form, original, language)


@pytest.mark.parametrize(
    ("form", "original", "language", "why"),
    [
        ("šojgu", "Шойгу", "ru", "marks"),
        ("jurij", "Юрій", "uk", "j for й"),
        ("jacenjuk", "Яценюк", "uk", "c for ц"),
        ("zelenski", "Зеленський", "uk", "-ski is Polish or Serbian"),
        ("tymoschenko", "Тимошенко", "uk", "sch is German"),
        ("trump", "Трамп", "ru", "another alphabet's name"),
        ("pescov", "Песков", "ru", "c for к"),
    ],
)
def test_other_forms_are_none(form: str, original: str, language: str, why: str) -> None:
    assert not is_romanisation_of(form, original, language), why
