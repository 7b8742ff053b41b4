"""Waiver files as people write them: what is read, and which line of a wrong one is named."""

from __future__ import annotations

from datetime import date

import pytest

from transcheck.errors import UsageError
from transcheck.model import Verdict
from transcheck.waivers import reading
from transcheck.waivers.lines import Lines

WHOLE = """\ufeff# Balkans desk
[[waiver]]
fingerprint = "1f2e3d4c5b6a"
check = "name-respelt"
form = "Rute"   # as in the poem
path = "./balkans//sr-0411.txt"
id = "row-7"
verdict = "accepted"
reason = '''
Quoted
[[waiver]] spelling'''
by = "Anna Lund"
expires = 2027-01-31

[[ waiver ]]
"check" = "acronym-foreign"
form = "OEBS"
path = "balkans/**/*.txt"
reason = "So [[waiver]]"
expires = "2027-02-28"
"""
HEAD = "# ours\n[[waiver]]\nfingerprint = '0123456789ab'\npath = 'a.txt'\nreason = 'So'\n"


def _parse(text: str) -> reading.WaiverFile:
    return reading.parse_waivers(text.encode(), "w.toml")


def test_every_key_is_read() -> None:
    one, other = _parse(WHOLE).waivers
    assert (one.fingerprint, one.check, one.form) == ("1f2e3d4c5b6a", "name-respelt", "Rute")
    assert (one.path, one.id, one.by) == ("balkans/sr-0411.txt", "row-7", "Anna Lund")
    assert one.verdict is Verdict.ACCEPTED
    assert one.reason == "Quoted\n[[waiver]] spelling"
    assert (one.expires, one.line) == (date(2027, 1, 31), 2)
    assert (other.expires, other.line) == (date(2027, 2, 28), 15)
    assert other.verdict is Verdict.NOT_AN_ERROR


@pytest.mark.parametrize("text", ["", "# none\n", "waiver = []\n"])
def test_a_file_may_have_no_waivers(text: str) -> None:
    assert _parse(text).waivers == ()


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("[[waiver]]\npath = 'a'\nnote = 1\nreason = 'So'\n", 3, 'unknown key "note"'),
        ("title = 'x'\n", 1, 'unknown key "title"'),
        (f"{HEAD}\n[desk]\nname = 'x'\n", 7, 'unknown key "desk"'),
        (f"{HEAD}[waiver.more]\nx = 1\n", 6, 'unknown key "more"'),
        ("[waiver]\npath = 'a'\n", 1, "in double brackets"),
        ("waiver = [{ path = 'a', reason = 'So' }]\n", 1, "in double brackets"),
        ("waiver = 'a'\n", 1, "in double brackets"),
        ("[[waiver]]\npath = 'a'\nfingerprint = '0123456789ab'\n", 1, "without a reason"),
        ("[[waiver]]\npath = '**/*a*/*b*.txt*'\nreason = 'So'\n", 2, "more than 5 stars"),
        (f"{HEAD}by = 3\n", 6, '"by" is no text'),
        ("\n[[waiver]]\nreason = 'So'\nfingerprint = '0123456789ab'\n", 2, "without a path"),
        ("[[waiver]]\nreason = 'So'\npath = 'a'\n", 3, "says of no finding"),
        ("[[waiver]]\nreason = 'So'\npath = 'a'\ncheck = 'name-respelt'\n", 3, "of no finding"),
        (
            "[[waiver]]\nreason = 'So'\npath = 'a'\ncheck = 'repeated-word'\nform = 'the'\n",
            4,
            "repeated-word is waived by fingerprint only",
        ),
        ("[[waiver]]\nfingerprint = '0123'\npath = 'a'\nreason = 'So'\n", 2, "no fingerprint"),
        (f"{HEAD}left_open = []\n", 6, 'unknown key "left_open". Did you mean "left-open"?'),
        (f"{HEAD}left-open = 'ba9876543210'\n", 6, '"left-open" is no list. Write left-open = ["'),
        (f"{HEAD}left-open = ['ba98']\n", 6, '"ba98" is no fingerprint. Take it out'),
        (f"{HEAD}left-open = [\n'ba9876543210',\n7]\n", 6, '"7" is no fingerprint'),
        (
            "[[waiver]]\nreason = 'So'\npath = 'a'\ncheck = 'name-respelt'\nform = 'Rute'\n"
            "left-open = ['ba9876543210']\n",
            6,
            '"left-open" without a fingerprint. Remove it: a waiver of a form is of all its places',
        ),
        (f"{HEAD}verdict = 'not-a-error'\n", 6, 'Did you mean "not-an-error"'),
        (f"{HEAD}verdict = 7\n", 6, 'unknown verdict "7"'),
        (f"{HEAD}expires = 2027-02-30\n", 6, "not valid TOML"),
        (f"{HEAD}expires = '2027-02-30'\n", 6, "is not a day"),
        (f"{HEAD}expires = 2027-01-31T10:00:00\n", 6, "is not a day"),
        (f"{HEAD}expires = 20270131\n", 6, "is not a day"),
        (HEAD + HEAD.replace("'So'", "'Or so'"), 7, "waives what line 2 waives already"),
        (f"{HEAD}by = Anna\n", 6, "not valid TOML"),
        (f'{HEAD}by = """Anna\n\n', 8, "not valid TOML"),
        (f"{HEAD}<<<<<<< ours\n", 6, "a merge of git is not finished"),
        (f"{HEAD}path = 'b'\n", 6, "not valid TOML"),
        (f"{HEAD}by = {'9' * 5000}\n", None, "not valid TOML"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, line: int | None, said: str) -> None:
    with pytest.raises(UsageError) as raised:
        _parse(text)
    assert said in str(raised.value)
    assert (raised.value.path, raised.value.line) == ("w.toml", line)


def test_one_fingerprint_may_be_waived_in_two_articles() -> None:
    assert len(_parse(HEAD + HEAD.replace("a.txt", "b.txt")).waivers) == 2


def test_the_digest_is_of_the_bytes() -> None:
    assert _parse(HEAD).digest != _parse(f"{HEAD}# more\n").digest


def test_lines_are_not_fooled_by_strings_and_comments() -> None:
    lines = Lines(WHOLE)
    assert len(lines.headers) == 2
    assert [lines.of_key(key, 0) for key in ("check", "reason", "expires")] == [4, 9, 13]
    start, end = lines.span(0)
    assert WHOLE[start:end].startswith("[[waiver]]\nfingerprint")
    assert WHOLE[start:end].endswith("expires = 2027-01-31")
