"""Which findings decisions cover: by place, by name, and when the place was written anew."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from transcheck.model import Article, Certainty, Finding, Known, Segment, Severity, Span, Waiver
from transcheck.waivers import Verdicts, WaiverFile
from transcheck.waivers.matching import match_known, match_waivers
from transcheck.waivers.paths import compile_glob, relate

ARTICLE = Article("a.txt", "a.txt", (Segment("1", "Rute and Rute and Rute."),))
ROW = replace(ARTICLE, path="rows.jsonl", id="7", row=7)


def _finding(mark: str, text: str = "Rute", check: str = "name-respelt") -> Finding:
    return Finding(
        check, "terminology", Severity.MAJOR, Certainty.CERTAIN, 0, Span(0, 4), text, "",
        fingerprint=mark,
    )  # fmt: skip


def _waiver(mark: str = "", check: str = "name-respelt", form: str = "Rute") -> Waiver:
    return Waiver("a.txt", "So", mark, check, form)


THREE = [_finding("a"), _finding("b"), _finding("c")]


@pytest.mark.parametrize(
    ("waivers", "covered"),
    [
        ([_waiver("b")], {1}),
        ([_waiver("b"), _waiver("c")], {1, 2}),
        ([_waiver()], {0, 1, 2}),
        ([_waiver(form="rute")], set()),
        ([_waiver(check="name-misspelt")], set()),
        # Its sentence was rewritten: it goes on where the place can be told from undecided ones.
        ([_waiver("gone"), _waiver("a"), _waiver("b")], {0, 1, 2}),
        ([_waiver("gone"), _waiver("too"), _waiver("a")], {0, 1, 2}),
        ([_waiver("gone"), _waiver("too"), _waiver("three"), _waiver("four")], {0, 1, 2}),
        ([_waiver("gone"), _waiver("a")], {0}),
        ([_waiver("gone"), _waiver("too")], set()),
        ([_waiver("gone")], set()),
        # Another check claims the same letters, but not a graver one.
        ([_waiver("gone", "name-misspelt"), _waiver("a"), _waiver("b")], {0, 1, 2}),
        ([_waiver("gone", "name-inconsistent"), _waiver("a"), _waiver("b")], {0, 1}),
        ([_waiver("a"), _waiver("b"), _waiver("gone", form="")], {0, 1}),
        ([_waiver("a"), _waiver("b"), _waiver("gone", form="Rutte")], {0, 1}),
        ([_waiver("a"), _waiver("b"), replace(_waiver("gone"), path="*.txt")], {0, 1}),
    ],
)
def test_waivers(waivers: list[Waiver], covered: set[int]) -> None:
    assert set(match_waivers(THREE, ARTICLE, waivers)) == covered


def test_a_waiver_of_a_row_moves_within_its_row_only() -> None:
    assert not match_waivers(THREE[:1], ROW, [_waiver("gone")])
    assert set(match_waivers(THREE[:1], ROW, [replace(_waiver("gone"), id="7")])) == {0}


def test_what_is_no_name_is_known_by_its_place_only() -> None:
    word = [_finding("a", "the the", "repeated-word")]
    assert not match_waivers(word, ARTICLE, [_waiver("gone", "repeated-word", "the the")])
    assert match_waivers(word, ARTICLE, [_waiver("a", "repeated-word", "the the")])


def test_advice_is_not_waived() -> None:
    advice = [replace(_finding("a"), advisory=True)]
    assert not match_waivers(advice, ARTICLE, [_waiver("a"), _waiver()])


@pytest.mark.parametrize(
    ("marks", "covered"),
    [
        ("a", {0}),
        ("ab", {0, 1}),
        ("xy", {0, 1}),
        ("xa", {0, 1}),
        ("aa", {0, 1}),
        ("abcd", {0, 1, 2}),
    ],
)
def test_each_entry_of_a_baseline_covers_one_finding(marks: str, covered: set[int]) -> None:
    known = [Known("a.txt", "a.txt", mark, "name-respelt", "Rute") for mark in marks]
    assert set(match_known(THREE, known)) == covered


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("*.txt", "a.txt", True),
        ("*.txt", "b/a.txt", False),
        ("**/*.txt", "a.txt", True),
        ("**/*.txt", "b/c/a.txt", True),
        ("b/**", "b/c/a.txt", True),
        ("b/?.txt", "b/a.txt", True),
        ("b/?.txt", "b//.txt", False),
        ("a[1]*.txt", "a[1].txt", True),
        ("a[1]*.txt", "a1.txt", False),
    ],
)
def test_globs(glob: str, path: str, fits: bool) -> None:
    assert bool(compile_glob(glob).fullmatch(path)) is fits


def test_paths_start_at_the_folder_of_the_file(tmp_path, monkeypatch) -> None:
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path)
    assert relate("./wire/a.txt", str(tmp_path / "desk")) == "../wire/a.txt"
    assert relate(str(tmp_path / "desk" / "a.txt"), str(tmp_path / "desk")) == "a.txt"
    assert relate("<stdin>", str(tmp_path)) == "<stdin>"


def _verdicts(tmp_path, *waivers: Waiver) -> Verdicts:
    numbered = tuple(replace(one, line=number) for number, one in enumerate(waivers, 1))
    file = WaiverFile("w.toml", str(tmp_path), "000000", numbered)
    return Verdicts(file, None, date(2027, 1, 31))


def test_a_waived_finding_says_who_and_why_and_until_when(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = replace(_waiver("b"), by="Anna Lund", expires=date(2027, 1, 31))
    one, two, _ = _verdicts(tmp_path, made).apply(THREE, ARTICLE)
    assert one.waived is None
    assert two.waived == {
        "kind": "waiver", "reason": "So", "by": "Anna Lund", "expires": "2027-01-31",
    }  # fmt: skip
    assert not two.counts(Certainty.POSSIBLE)


def test_the_day_after_it_expires_a_waiver_waives_nothing(tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = replace(_waiver(), expires=date(2027, 1, 30))
    assert not any(one.waived for one in _verdicts(tmp_path, made).apply(THREE, ARTICLE))
