"""A report keeps its id as long as its articles lie where they lay."""

from __future__ import annotations

import re

import pytest

from transcheck.reports.identity import article_key, report_id


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (["a/b/1.txt", "a/b/2.txt"], ["a/b/3.txt", "a/b/2.txt", "a/b/9.txt"], True),
        (["a/b/1.txt", "a/b/2.txt"], ["a/b/2.txt", "a/b/1.txt", "a/b/1.txt"], True),
        (["a/b/1.txt", "a/c/2.txt"], ["a/1.txt", "a/d/e/2.txt"], True),
        (["a/b/1.txt", "a/b/2.txt"], ["a/c/1.txt", "a/c/2.txt"], False),
        (["a/1.txt"], ["a/2.txt"], False),
        (["rows.jsonl", "rows.jsonl"], ["rows.jsonl"], True),
        (["1.txt", "2.txt"], ["1.txt", "3.txt"], False),
        (["/a/1.txt", "/b/2.txt"], ["/a/1.txt", "/c/2.txt"], False),
        (["/a/1.txt", "b/2.txt"], ["b/2.txt", "/a/1.txt"], True),
        (["Šabac/1.txt", "Šabac/\udce8.txt"], ["Šabac/1.txt", "Šabac/2.txt"], True),
    ],
)
def test_reports_of_the_same_folder_have_one_id(
    one: list[str], other: list[str], same: bool
) -> None:
    assert (report_id(one) == report_id(other)) is same
    assert re.fullmatch("[0-9a-f]{12}", report_id(one))


def test_an_empty_run_has_an_id_too() -> None:
    assert re.fullmatch("[0-9a-f]{12}", report_id([]))


def test_rows_of_one_file_have_keys_of_their_own() -> None:
    assert article_key("rows.jsonl", "1") != article_key("rows.jsonl", "2")
