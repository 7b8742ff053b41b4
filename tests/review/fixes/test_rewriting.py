"""Fixes that a file takes, and those that it does not."""

from __future__ import annotations

import pytest

from transcheck.errors import InputError
from transcheck.model import Article, Certainty, Finding, Severity, Span
from transcheck.readers import read_content
from transcheck.review.fixes.choice import Left, by_certainty, choose
from transcheck.review.fixes.planning import plan
from transcheck.review.fixes.rewriting import Fix

CERTAIN = by_certainty(Certainty.CERTAIN)


def _finding(article: Article, text: str, *suggestions: str, **other: object) -> Finding:
    segment = next(i for i, one in enumerate(article.segments) if text in one.target)
    start = article.segments[segment].target.index(text)
    facts = {
        "check": "name-rejected",
        "category": "terminology",
        "severity": Severity.MAJOR,
        "certainty": Certainty.CERTAIN,
        "message": "",
    } | other
    span = Span(start, start + len(text))
    return Finding(segment=segment, span=span, text=text, suggestions=suggestions, **facts)  # type: ignore[arg-type]


def _fix(path: str, content: bytes | str, *pairs: tuple[str, str]) -> tuple[str, list[Left]]:
    raw = content.encode() if isinstance(content, str) else content
    (article,), _ = read_content(path, raw)
    found = [_finding(article, wrong, right) for wrong, right in pairs]
    made = plan(path, raw, [(article, found)], CERTAIN, encoding=None)
    return made.after.decode(), list(made.left)


@pytest.mark.parametrize(
    ("path", "before", "wrong", "right", "after"),
    [
        ("x.txt", "He met Lunnd.\r\n", "Lunnd", "Lund", "He met Lund.\r\n"),
        ("x.txt", "Zve\u030cc Ana", "Ana", "Aña", "Zve\u030cc An\u0303a"),
        ("x.html", "<p>Smits</p>", "Smits", "A <b> & C", "<p>A &lt;b&gt; &amp; C</p>"),
        ("x.html", "<p>A&#110;a <i>L</i>und", "Ana Lund", "Anna Lünd",
         "<p>A&#110;na <i>L</i>&#252;nd"),
        ("x.md", "So Smits left", "Smits", "A*b*_c", "So A\\*b\\*\\_c left"),
        ("x.md", "> Ana\n> Lund left", "Ana Lund", "Anna Lund", "> Anna\n> Lund left"),
        ("x.jsonl", '{"text": "Smits"}', "Smits", 'Ann "B" \\', '{"text": "Ann \\"B\\" \\\\"}'),
        ("x.jsonl", '{"text": "Smits\\u00e9"}', "Smits", "\U0001d518ita",
         '{"text": "\\ud835\\udd18ita\\u00e9"}'),
    ],
)  # fmt: skip
def test_letters_are_written_as_the_format_writes_them(
    path: str, before: str, wrong: str, right: str, after: str
) -> None:
    assert _fix(path, before, (wrong, right)) == (after, [])


@pytest.mark.parametrize(
    ("path", "content", "wrong", "right", "reason"),
    [
        ("x.html", "<p>Nova <b> Slovenija</b>", "Nova Slovenija", "NovaSlovenija",
         "markup stands inside it"),
        ("x.html", "<p>&fjlig;ord", "fjord", "fiord", "“&fjlig;” stands for several letters"),
        ("x.html", "<p>&fjlig;ord", "fjord", "feeord", "“&fjlig;” stands for several letters"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_letter_by_letter_is_refused(
    path: str, content: str, wrong: str, right: str, reason: str
) -> None:
    after, (left,) = _fix(path, content, (wrong, right))
    assert after == content
    assert left.refused
    assert left.reason == f"{reason}. Change it by hand"


def test_a_file_that_would_read_otherwise_is_refused() -> None:
    with pytest.raises(InputError, match="would not read as meant"):
        _fix("x.txt", "Smits left", ("Smits", "A\nb"))


def test_bytes_that_do_not_come_back_are_refused() -> None:
    raw = "\x1b$B\x1b(BSmits".encode("ascii")  # an escape that says nothing
    (article,), _ = read_content("x.txt", raw, "iso2022_jp")
    found = [_finding(article, "Smits", "Smith")]
    with pytest.raises(InputError, match="cannot be written back byte for byte"):
        plan("x.txt", raw, [(article, found)], CERTAIN, encoding="iso2022_jp")


def _choose(text: str, *findings: tuple[str, tuple[str, ...], dict[str, object]]) -> list[str]:
    (article,), _ = read_content("x.txt", text.encode())
    found = [_finding(article, wrong, *right, **other) for wrong, right, other in findings]
    fixes, left = choose([(0, article, found)], CERTAIN)
    return [_say(fix) for fix in fixes] + [one.reason for one in left]


def _say(fix: Fix) -> str:
    return f"{fix.finding.text} → {fix.replacement}"


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (("Lunnd", ("Lund",), {}), "Lunnd → Lund"),
        (("Lunnd", ("Lund", "Lunt"), {}), "with several suggestions"),
        (("Lunnd", (), {}), "without a suggestion"),
        (("Lunnd", ("Lunnd",), {}), "that stand as suggested"),
        (("Lunnd", ("Lund",), {"certainty": Certainty.LIKELY}),
         "likely (--likely fixes those too)"),
        (("Lunnd", ("Lund",), {"certainty": Certainty.POSSIBLE}), "possible"),
        (("Lunnd", ("Lund",), {"waived": {"kind": "waiver"}}), "waived"),
        (("example", ("Lund",), {}), "in no place that a fix may touch"),
    ],
)  # fmt: skip
def test_only_sure_findings_with_one_suggestion_are_fixed(
    finding: tuple[str, tuple[str, ...], dict[str, object]], said: str
) -> None:
    assert _choose("Ana Lunnd left, see https://example.com/x there.", finding) == [said]


@pytest.mark.parametrize(
    ("text", "check", "said"),
    [
        ("The two Lunnds left.", "name-misspelt", "in what may be a plural"),
        ("The Lunnds left.", "name-misspelt", "in what may be a plural"),
        ("The Lunnds left.", "name-rejected", "Lunnds → Lund"),
        ("Then Lunnds left.", "name-misspelt", "Lunnds → Lund"),
    ],
)
def test_a_plural_is_left_to_an_editor(text: str, check: str, said: str) -> None:
    assert _choose(text, ("Lunnds", ("Lund",), {"check": check})) == [said]


def test_of_findings_that_overlap_the_surer_then_the_longer_one_is_fixed() -> None:
    one, long = ("Lunnd", ("Lund",), {}), ("Ana Lunnd", ("Anna Lund",), {})
    overlap = "it overlaps “Ana Lunnd”, which is fixed first"
    assert _choose("Ana Lunnd left.", one, long) == ["Ana Lunnd → Anna Lund", overlap]


def test_fixes_that_call_for_each_other_are_refused() -> None:
    def check(article: Article) -> list[Finding]:
        text = article.segments[0].target
        return [_finding(article, text, "Lunt" if text == "Lund" else "Lund")]

    raw = b"Lund"
    (article,), _ = read_content("x.txt", raw)
    with pytest.raises(InputError, match="speak against each other"):
        plan("x.txt", raw, [(article, check(article))], CERTAIN, encoding=None, check=check)
