"""What an editor decided in the page goes into the desk's glossary, where a row was chosen."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from transcheck.errors import UsageError
from transcheck.review.decided import read_accepted
from transcheck.review.rows import Outcome, write_rows

DESK = "name,kind,admitted,rejected,source,lang,note,ref\nAna Lund,person,Anna Lund,,,,,\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    path = tmp_path / "desk.csv"
    path.write_bytes(DESK.encode())
    return path


def accept(text: str, target: Path) -> Outcome:
    path = target.with_name("decisions.json")
    path.write_bytes(text.encode())
    return write_rows(read_accepted(str(path)).rows, str(target))


def decide(*rows: tuple[str, str, str], **more: str) -> str:
    entries = [
        {"path": "a.txt", "id": "a.txt", "fingerprint": f"0123456789ab-{number}", "check": "name-x",
         "text": "Lucka", "decision": decision, "name": name, "kind": kind, **more}
        for number, (decision, name, kind) in enumerate(rows, 2)
    ]  # fmt: skip
    top = {"schema": "transcheck/decisions/1", "report": "0123456789ab", "signature": "x"}
    return json.dumps(top | {"decisions": entries})


def test_decisions_are_rows_where_the_editor_chose_the_glossary(desk):
    chosen = ("glossary", "Luc\u030cka ", "place")
    others = (("glossary", "Ana Lund", ""), ("accept", "", ""), ("skip", "Berg", "place"))
    outcome = accept(decide(chosen, *others, chosen), desk)
    assert (outcome.written, outcome.present, outcome.refused) == (1, 1, [])
    assert desk.read_bytes() == DESK.encode() + "Lučka,place,,,,,,\n".encode()


@pytest.mark.parametrize(
    ("name", "more", "written"),
    [
        ("Lučka", {"admitted": "Lucka"}, "Lučka,place,Lucka,,,,,\n"),
        ("Lucka", {"beside": "Lučka"}, "Lucka,place,,,,,,\nLučka,place,,,,,,\n"),
    ],
)
def test_what_stands_is_admitted_or_a_name_of_its_own(desk, name, more, written):
    outcome = accept(decide(("glossary", name, "place"), **more), desk)
    assert outcome.refused == []
    assert desk.read_bytes() == DESK.encode() + written.encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (decide(("glossary", " ", "place")), "“Lucka” in a.txt goes into the glossary under no"),
        (decide(("glosary", "Lučka", "")), 'unknown decision "glosary". Did you mean "glossary"?'),
        ('{"schema": "transcheck/report/1"}', 'is of the schema "transcheck/report/1"'),
        ('{"schema": ', "not valid JSON"),
    ],
)
def test_decisions_that_name_no_row_are_refused(desk, content, words):
    with pytest.raises(UsageError, match=re.escape(words)):
        accept(content, desk)
    assert desk.read_bytes() == DESK.encode()


def test_a_decision_that_contradicts_a_row_is_refused_by_its_name(desk):
    outcome = accept(decide(("glossary", "Anna Lund", "person")), desk)
    (reason,) = outcome.refused
    assert reason.startswith("“Anna Lund”: it is an admitted form of “Ana Lund”")
