"""Which Serbian forms of a person nobody would write, and which are odd but right."""

from __future__ import annotations

import pytest

from transcheck.glossary.lint import lint

# A name, a Serbian form that somebody writes for it.
RIGHT = [
    ("Mark Rutte", "Mark Rute"),
    ("Olaf Scholz", "Olaf Šolc"),
    ("Ursula von der Leyen", "Ursula fon der Lajen"),
    ("Keir Starmer", "Kir Starmer"),
    ("Michael Moore", "Majkl Mur"),
    ("J.K. Rowling", "Džej Kej Rouling"),
    ("F.W. de Klerk", "Frederik Vilem de Klerk"),
    ("JD Vance", "Džej Di Vens"),
    ("Ron DeSantis", "Ron De Santis"),
    ("Gerhard Schröder", "Gerhard Šreder"),
    ("Recep Tayyip Erdoğan", "Redžep Tajip Erdogan"),
    ("Bujar Osmani", "Bujar Osmani"),
    # Rulers, popes and saints are translated.
    ("King Charles III", "Kralj Čarls III"),
    ("Pope John Paul II", "Papa Jovan Pavle II"),
    ("Alexander the Great", "Aleksandar Veliki"),
    ("John the Baptist", "Jovan Krstitelj"),
    ("Joan of Arc", "Jovanka Orleanka"),
    ("Martin Luther King Jr.", "Martin Luter King Mlađi"),
]
WRONG = [
    ("Olaf Scholz", "Emanuel Makron"),
    ("Mark Rutte", "Ursula fon der Lajen"),
    ("Mark Rutte", "Mark Lajen"),
    ("Pedro Sánchez", "Pedro Grlić"),
    ("King Charles III", "Emanuel Makron"),
]


def row(name, form, kind="person", tag="sr"):
    return f"name,kind,source\n{name},{kind},{tag}:{form}\n"


@pytest.mark.parametrize(("name", "form"), RIGHT)
def test_what_somebody_writes_is_left_alone(write, name, form):
    assert lint(write(row(name, form))) == ()


@pytest.mark.parametrize(("name", "form"), WRONG)
@pytest.mark.parametrize("tag", ["sr", "bs", "hr"])
def test_what_nobody_would_write_is_named(write, name, form, tag):
    (issue,) = lint(write(row(name, form, tag=tag)))
    assert (issue.id, issue.line, issue.column) == ("improbable-source", 2, "source")
    assert f"“{tag}:{form}” is no respelling of “{name}”" in issue.message


@pytest.mark.parametrize("kind", ["place", "org", "event", ""])
def test_exonyms_and_translations_are_left_alone(write, kind):
    assert lint(write(row("Thessaloniki", "Solun", kind))) == ()


def test_a_pair_of_words_that_a_second_row_has_is_usual(write):
    text = row("Wilhelm Lund", "Vilijam Braun")
    assert [issue.id for issue in lint(write(text))] == ["improbable-source"]
    more = "".join(f"{name} Lund,person,sr:{name} Braun\n" for name in ("Anna", "Jakob"))
    assert lint(write(text + more)) == ()


# Serbian and Macedonian forms of Mark Rutte, and whether a slip is seen.
@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("sr:Mark Ruze|mk:Марк Руте", True),
        ("sr:Mark Rutge|mk:Марк Руте", True),
        ("sr:Mark Rute|mk:Марк Руте", False),
        ("sr:Mark Ruze", False),
        ("sr:Mark Ruze|sr:Mark Rute|mk:Марк Руте", False),
    ],
)
def test_a_slip_is_betrayed_by_the_macedonian_form(write, source, seen):
    issues = lint(write(f"name,kind,source\nMark Rutte,person,{source}\n"))
    assert [issue.id for issue in issues] == ["improbable-source"] * seen
    assert all("“Rute”" in issue.message for issue in issues)
