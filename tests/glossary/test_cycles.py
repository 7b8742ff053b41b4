"""Rings of rows: named once, at their last row, however long."""

from __future__ import annotations

import time

from transcheck.glossary.lint import lint


def ring(size, column="rejected", closed=True):
    rows = [f"Name {place:05},place,Name {place + 1:05}" for place in range(size - 1)]
    rows.append(f"Name {size - 1:05},place,{'Name 00000' if closed else ''}")
    return "\n".join([f"name,kind,{column}", *rows]) + "\n"


def test_a_long_ring_is_one_finding_that_names_some_of_its_rows(write):
    (issue,) = lint(write(ring(9)))
    assert (issue.id, issue.line) == ("cycle", 10)
    assert "“Name 00003” (line 5) and 5 more rows" in issue.message


def test_two_rings_are_two_findings(write):
    rows = (
        "name,kind,admitted\nLund,place,Malm\nMalm,place,Lund\nUmea,place,Ystad\nYstad,place,Umea\n"
    )
    assert [(issue.id, issue.line) for issue in lint(write(rows))] == [("cycle", 3), ("cycle", 5)]


def test_rows_that_only_lead_to_a_ring_are_told_by_themselves(write):
    rows = "name,kind,rejected\nLund,place,Malm\nMalm,place,Lund\nUmea,place,Lund\n"
    issues = [(issue.id, issue.line) for issue in lint(write(rows))]
    assert issues == [("cycle", 3), ("rejected-name", 4)]


def test_a_row_and_its_acronym_name_each_other(write):
    rows = "name,kind,ref\nOffice of Lund,org,OOL\nOOL,acronym,Office of Lund\n"
    assert lint(write(rows)) == ()


def test_a_chain_of_many_rows_takes_no_longer_than_its_rows(write):
    started = time.process_time()
    issues = lint(write(ring(4_000, "admitted", closed=False)))
    assert {issue.id for issue in issues} == {"shared-form"}
    assert time.process_time() - started < 5
