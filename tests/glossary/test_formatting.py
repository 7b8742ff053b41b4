"""`glossary fmt`: what it puts right, what it leaves, and that twice is once."""

from __future__ import annotations

import csv
import io
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.errors import UsageError
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import native
from transcheck.glossary.formatting import format_glossary, tidy_text
from transcheck.glossary.native.sheet import COLUMNS
from transcheck.model import Status

HEADER = "name,kind,admitted,rejected,source,lang,note,ref\n"


def tidy(text, **options):
    content = text if isinstance(text, bytes) else text.encode()
    return format_glossary(GlossaryFile("names.csv", content), **options).decode()


# What stands under a column, and what it becomes.
CELLS = [
    ("name", " Lund ", "Lund"),
    ("name", "Lund  Sad", "Lund Sad"),
    ("name", "Lund\u00a0Sad", "Lund Sad"),
    ("name", "Lund\u202fSad", "Lund Sad"),
    ("name", "Lu\u00adnd\u200b\ufeff", "Lund"),
    ("name", "Lu\u202end\u200d", "Lund"),
    ("name", '"Lund\nSad"', "Lund Sad"),
    ("name", unicodedata.normalize("NFD", "Žitno"), "Žitno"),
    ("name", '"Lund"', "Lund"),
    ("name", "=Lund", "'=Lund"),
    ("name", "'=Lund", "'=Lund"),
    ("kind", "Place", "place"),
    ("kind", "Town", "Town"),
    ("admitted", "Lunden | Lunda", "Lunden|Lunda"),
    ("admitted", "Lunden||Lunda|", "Lunden|Lunda"),
    ("admitted", "Lunden|Lunden", "Lunden"),
    ("admitted", "Lund|Lunden", "Lunden"),
    ("admitted", r"a\|b|c", r"a\|b|c"),
    ("rejected", "Lunden|Lunden |", "Lunden"),
    ("source", "sr : Lund|sr:Lund", "sr:Lund"),
    ("source", "SR:Lund|sr-latn:Lund", "sr:Lund|sr-Latn:Lund"),
    ("source", "rs:Lund", "rs:Lund"),
    ("source", "Lund", "Lund"),
    ("source", "fa:می\u200cخوا", "fa:می\u200cخوا"),
    ("lang", "EN-gb", "en-GB"),
    ("lang", "english", "english"),
    ("note", '" two  blanks\nand a line"', '"two blanks\nand a line"'),
    ("ref", " QX", "QX"),
]


@pytest.mark.parametrize(("column", "cell", "wanted"), CELLS)
def test_a_cell(column, cell, wanted):
    rows = [{"name": "Lund", column: text} for text in (cell, wanted)]
    before, after = (
        HEADER + ",".join(row.get(name, "") for name in COLUMNS) + "\n" for row in rows
    )
    assert tidy(before) == after
    assert tidy(after) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"name,kind\r\nLund,place\r\n", "name,kind\nLund,place\n"),
        (b"\xef\xbb\xbfname\nLund", "name\nLund\n"),
        ("name\nŽitno\n".encode("utf-16"), "name\nŽitno\n"),
        (b"name,kind\n\nLund,place\n\n", "name,kind\nLund,place\n"),
        (b"kind,name\nplace,Lund\n", "name,kind\nLund,place\n"),
        (b" name ,kind\nLund,place\n", "name,kind\nLund,place\n"),
        (b"name,kind\nLund ,place,x\nMalm ,\n", "name,kind\nLund ,place,x\nMalm,\n"),
    ],
)
def test_a_file(before, after):
    assert tidy(before) == after


def test_rows_stay_in_their_order_unless_they_are_to_be_sorted():
    text = "name,kind\nŽitno,place\nÅre,place\nare,org\nBrdo,place\n"
    assert tidy(text) == text
    wanted = "name,kind\nare,org\nÅre,place\nBrdo,place\nŽitno,place\n"
    assert tidy(text, sort=True) == wanted


def test_a_row_that_is_in_form_keeps_its_bytes():
    rows = ["Lund,place,,,,,,\n", "Malm ,place,,,,,,\n", '"Lund, Sad",place,,,,,"a ""b""",\n']
    done = tidy(HEADER + "".join(rows)).splitlines(keepends=True)
    assert done == [HEADER, rows[0], "Malm,place,,,,,,\n", rows[2]]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"kind\nplace\n", "`name`"),
        (b"name,name\nLund,Lund\n", "twice"),
        (b"name,knid\nLund,\n", "`knid`"),
        (b'name\n"Lund\n', "not closed"),
        (b"name\nL\xe8nd\n", "not UTF-8"),
        (b"name\n" + b"x" * 40_000 + b"\n", "40,000 characters"),
    ],
)
def test_what_cannot_be_read_to_its_end_is_refused(content, words):
    with pytest.raises(UsageError, match=words):
        tidy(content)


def test_other_formats_are_refused():
    with pytest.raises(UsageError, match="Convert it to CSV first"):
        format_glossary(GlossaryFile("names.tbx", b"<tbx/>"))


LETTERS = st.sampled_from(
    [*"aBž|\\:,\"'=- \n", "\u00a0", "\u00ad", "\u200b", "\u202e", "c", "\u030c"]
)
CELL = st.text(LETTERS, max_size=8)
LANG = st.sampled_from(["", "en", "EN-gb ", "\u00a0sr", "english"])
ROWS = st.lists(st.tuples(CELL.map("N{}".format), *[CELL] * 4, LANG, CELL, CELL), max_size=4)


@settings(deadline=None)
@given(ROWS, st.booleans())
def test_twice_is_once_and_the_concepts_stay(rows, sort):
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *rows])
    once = tidy(text.getvalue(), sort=sort)
    assert tidy(once, sort=sort) == once
    if not sort:
        assert _concepts(once) == _concepts(text.getvalue())


def _concepts(text):
    """Return what the rows of a file say, apart from what `fmt` is there to change."""
    read = native.read(GlossaryFile("names.csv", text.encode()), Pair()).concepts
    return [
        (
            _plain(concept.name),
            _plain(concept.kind),
            [
                pair
                for pair in dict.fromkeys(
                    (_plain(term.text), _plain(term.lang).lower() or "und", term.status)
                    for term in concept.terms
                )
                if pair[0] and (pair[0] != _plain(concept.name) or pair[2] is Status.DEPRECATED)
            ],
            _plain(concept.note),
            _plain(concept.ref),
        )
        for concept in read
    ]


def _plain(text):
    return " ".join(tidy_text(text).split())
