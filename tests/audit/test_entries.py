"""Trials of glossary rows: what is made of a name, what passes, what is excused."""

from __future__ import annotations

import pytest

from transcheck.audit.entries.carriers import carry, carry_possessive
from transcheck.audit.entries.outcomes import Fault, judge
from transcheck.audit.entries.reasons import Reason, find_reason
from transcheck.audit.entries.trials import Channel, Trial, make_trials
from transcheck.glossary.lint import KINDS
from transcheck.model import Certainty, Concept, Finding, Glossary, Severity, Span, Status, Term
from transcheck.names import build_index
from transcheck.names.damage.declension import decline, decline_person
from transcheck.names.damage.hearing import is_written_so, write_by_ear


def concept(name: str, kind: str, *terms: Term) -> Concept:
    return Concept(f"{kind}:{name}", name, kind, (Term(name, "en"), *terms))


LUND = concept(
    "Anna Lund",
    "person",
    Term("Ana Lund", "en", Status.DEPRECATED),
    Term("Ana Lunn", "sr"),
    Term("Ана Лун", "mk"),
    Term("ანა", "ka"),
)


@pytest.mark.parametrize(
    ("word", "town", "cases"),
    [
        ("Rutte", False, "Ruttea Rutteu Rutteom"),
        ("Vučić", False, "Vučića Vučiću Vučićem"),
        ("Kurti", False, "Kurtija Kurtiju Kurtijem"),
        ("Rama", False, "Rame Rami Ramu Ramom"),
        ("Gruevski", False, "Gruevskog Gruevskom Gruevskim"),
        ("Zvečan", True, "Zvečana Zvečanu Zvečanom"),
        ("Kragujevac", True, "Kragujevca Kragujevcu Kragujevcem"),
        ("Skopje", True, "Skopja Skopju Skopjem"),
        ("Sarajevo", True, "Sarajeva Sarajevu Sarajevom"),
        ("Vinkovci", True, "Vinkovcima"),
        ("Orbánné", False, ""),
    ],
)
def test_cases_of_a_word(word, town, cases):
    assert " ".join(decline(word, town=town)) == cases


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Aleksandar Vučić", "Aleksandra Vučića"),
        ("Ana Brnabić", "Ane Brnabić"),
        ("Nikola Selaković", "Nikole Selakovića"),
        ("Bashar al-Assad", "Bashara al-Assada"),
    ],
)
def test_cases_of_a_full_name(name, genitive):
    assert " ".join(decline_person(tuple(name.split()))[0]) == genitive


@pytest.mark.parametrize(
    ("name", "heard"),
    [("Rutte", "Rute"), ("Scholz", "Šolz"), ("Grenell", "Grenel"), ("Leyen", "Lajen")],
)
def test_a_name_is_written_by_ear(name, heard):
    assert write_by_ear(name, "sr") == heard


@pytest.mark.parametrize("name", ["Brnabić", "Blic", "Kosovo"])
def test_what_serbian_may_write_is_not_respelt(name):
    assert is_written_so(name)
    assert Channel.RESPELLING not in {t.channel for t in make_trials(concept(name, "place"), "sr")}


def test_trials_of_a_row():
    tried = {(t.channel, t.form, t.language) for t in make_trials(LUND, "sr")}
    assert tried >= {
        (Channel.RIGHT, "Anna Lund", "sr"),
        (Channel.RIGHT, "Lund’s", "sr"),
        (Channel.REJECTED, "Ana Lund", "sr"),
        (Channel.RESPELLING, "Ana Lunn", "sr"),
        (Channel.RESPELLING, "Lunn", "sr"),
        (Channel.RESPELLING, "Lunn’s", "sr"),
        (Channel.SCRIPT, "Лун", "mk"),
        (Channel.ENDING, "Anne Lund", "sr"),
    }
    assert "ანა" not in {form for _, form, _ in tried}


def test_marks_are_lost_in_both_ways():
    forms = {t.form for t in make_trials(concept("Đakovica", "place"), "sr")}
    assert {"Dakovica", "Djakovica"} <= forms


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_every_kind_has_a_sentence(kind):
    assert "Lund" in carry("Lund", kind)
    assert "Lund’s" in (carry_possessive("Lund", kind) or "Lund’s")


TRIAL = Trial(Channel.RESPELLING, "Lun", "In Lun.", ("In Lund.",), "sr", "Lund")


def finding(
    suggestion: str, *, certainty: Certainty = Certainty.LIKELY, concept: str = "place:lund"
) -> Finding:
    span = Span(3, 6)
    where = (0, span, "Lun", "message", (suggestion,))
    return Finding("name-respelt", "x", Severity.MAJOR, certainty, *where, concept=concept)


@pytest.mark.parametrize(
    ("found", "fault"),
    [
        ([finding("Lund")], None),
        ([], Fault.MISSED),
        ([finding("Lund", certainty=Certainty.POSSIBLE)], Fault.UNSURE),
        ([finding("Lunen", concept="place:lunen")], Fault.OTHER),
        ([finding("Lunde")], Fault.WRONG),
    ],
)
def test_outcomes_of_damage(found, fault):
    shown = [one for one in found if one.certainty is not Certainty.POSSIBLE]
    assert judge(TRIAL, "place:lund", found, shown).fault is fault


def test_even_a_possible_finding_on_a_right_form_is_an_alarm():
    right = Trial(Channel.RIGHT, "Lun", "In Lun.", ("In Lun.",), "sr", "Lun")
    found = [finding("Lund", certainty=Certainty.POSSIBLE)]
    assert judge(right, "place:lun", found, []).fault is Fault.ALARM


@pytest.mark.parametrize(
    ("form", "of", "reason"),
    [
        ("Pens", "Pence", Reason.WORD),
        ("Malm", "Malmö", Reason.ROW),
        ("Hil", "Hill", Reason.SHORT),
        ("Merza", "Merz", Reason.SHORT),
        ("Martina", "Martin", Reason.NAME),
        ("Gligorova", "Gligorov", Reason.NAME),
        ("Zvečanu", "Zvečan", None),
    ],
)
def test_why_a_form_cannot_be_told(form, of, reason):
    index = build_index(Glossary((concept(of, "place"), concept("Malm", "place"))))
    trial = Trial(Channel.ENDING, form, carry(form, "place"), (carry(of, "place"),), "sr", of)
    assert find_reason(trial, 0, index) is reason
