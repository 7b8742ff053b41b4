"""What `glossary lint` says beyond the reasons not to load: each with a bad row and a good one."""

from __future__ import annotations

import unicodedata

import pytest

from transcheck.glossary.lint import KINDS, lint
from transcheck.glossary.native.sheet import COLUMNS

ANNA = {"name": "Anna Lund", "kind": "person"}
NFD = unicodedata.normalize("NFD", "Žitno")

# id, the bad cells, the good cells, words of the message.
CASES = [
    ("blank", {"name": " Lund"}, {"name": "Lund"}, "before or after"),
    ("blank", {"admitted": "Lunden |Lunda"}, {"admitted": "Lunden|Lunda"}, "before or after"),
    ("blank", {"source": "sr:Lund  Sad"}, {"source": "sr:Lund Sad"}, "two blanks"),
    ("no-break-blank", {"name": "Lund\u00a0Sad"}, {"name": "Lund Sad"}, "no-break"),
    ("no-break-blank", {"rejected": "Lun\u202fden"}, {"rejected": "Lun den"}, "no-break"),
    ("invisible", {"name": "Lu\u00adnd"}, {"name": "Lund"}, "U+00AD"),
    ("invisible", {"admitted": "Lu\u200bnden"}, {"admitted": "Lunden"}, "U+200B"),
    ("invisible", {"source": "sr:Lu\u202end"}, {"source": "fa:می\u200cخوا"}, "U+202E"),
    ("control-character", {"name": "Lu\x07nd"}, {"name": "Lund"}, "U+0007"),
    ("control-character", {"name": '"Lund\nSad"'}, {"name": '"Lund, Sad"'}, "line break"),
    ("decomposed", {"name": NFD}, {"name": "Žitno"}, "NFC"),
    ("mixed-script", {"name": "Lunа"}, {"name": "Luna"}, "Cyrillic “а” and Latin “L”"),
    ("mixed-script", {"source": "mk:Лунd"}, {"source": "mk:Лунд"}, "one script"),
    ("mixed-script", {"admitted": "Lunа"}, {"rejected": "Lunа"}, "one script"),
    ("encoding-damage", {"name": "PetroviÄ‡"}, {"name": "Petrović"}, "“Petrović”"),
    ("encoding-damage", {"admitted": "Petrovi\ufffd"}, {"rejected": "Petrovi\ufffd"}, "anew"),
    ("encoding-damage", {"name": "Vu?i?"}, {"name": "Quo vadis?"}, "anew"),
    ("encoding-damage", {"name": "Ko?a"}, {"name": "Koča"}, "anew"),
    ("unknown-kind", {"kind": "Place"}, {"kind": "place"}, 'Did you mean "place"?'),
    ("unknown-kind", {"kind": "thing"}, {"kind": ""}, "person, place"),
    ("list-in-name", {"name": "Lund|Lunden"}, {"name": "Lund"}, "`admitted`"),
    ("empty-item", {"admitted": "Lunden||Lunda"}, {"admitted": "Lunden|Lunda"}, "`admitted`"),
    ("empty-item", {"rejected": "Lunden|"}, {"rejected": "Lunden"}, "`rejected`"),
    ("empty-item", {"source": "sr:"}, {"source": "sr:Lund"}, "colon"),
    ("unknown-language", {"source": "srp:Lund"}, {"source": "sr:Lund"}, "write “sr”"),
    ("unknown-language", {"source": "SR:Lund"}, {"source": "sr-Cyrl:Лунд"}, "write “sr”"),
    ("unknown-language", {"source": "qq:Lund"}, {"source": "cnr:Lund"}, "“qq”"),
    ("unknown-language", {"lang": "english"}, {"lang": "en-GB"}, "“english”"),
    ("unknown-language", {"lang": "en_GB"}, {"lang": "en"}, "“en_GB”"),
    ("source-without-language", {"source": "Lunde"}, {"source": "sr:Lunde"}, "`sr:Lunde`"),
    ("source-in-target-language", {"source": "en:Lunde"}, {"source": "de:Lunde"}, "`admitted`"),
    ("repeated-form", {"admitted": "Lund"}, {"admitted": "Lunde"}, "twice"),
    ("repeated-form", {"rejected": "Lunde|Lunde"}, {"rejected": "Lunde|Lunda"}, "twice"),
    ("rejected-own-form", {"rejected": "Lund"}, {"rejected": "Lunde"}, "keep one"),
    (
        "rejected-own-form",
        {"admitted": "Lunde", "rejected": "Lunde"},
        {"admitted": "Lunde", "rejected": "Lunda"},
        "keep one",
    ),
    ("short-variant", {"admitted": "Lu"}, {"admitted": "LU"}, "too short"),
    ("short-variant", {"rejected": "LU"}, {"rejected": "LUD"}, "too short"),
    ("ordinary-word", {"admitted": "Bridge"}, {"admitted": "Stone Bridge"}, "ordinary"),
    ("ordinary-word", {"rejected": "Bridge"}, {"rejected": "Brudge"}, "ordinary"),
    ("lower-case-person", ANNA | {"name": "anna lund"}, ANNA, "capitals"),
    (
        "lower-case-person",
        ANNA | {"name": "Anna lund"},
        ANNA | {"name": "Anna von Lund"},
        "capitals",
    ),
    (
        "lower-case-person",
        ANNA | {"source": "sr:ana Lund"},
        ANNA | {"source": "ar:آنا"},
        "capitals",
    ),
]


def sheet(*rows):
    """Return a glossary of rows given as columns that differ from a sound row."""
    lines = [",".join(COLUMNS)]
    for row in rows:
        cells = {"name": "Lund", "kind": "place", **row}
        lines.append(",".join(cells.get(column, "") for column in COLUMNS))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(("id", "bad", "good", "words"), CASES)
def test_a_bad_row_is_found_and_a_good_one_is_not(write, id, bad, good, words):
    found = [issue for issue in lint(write(sheet(bad))) if issue.id == id]
    assert [issue.line for issue in found] == [2]
    assert words in str(found[0])
    assert lint(write(sheet(good))) == ()


PAIRS = [
    ("near-duplicate", [{"name": "Žitno"}, {"name": "Zitno"}], "line 2"),
    ("near-duplicate", [{"name": "Umea"}, {"name": "UMEA"}], "line 2"),
    ("shared-form", [{"name": "Malm"}, {"admitted": "Malm"}], "the name of"),
    ("shared-form", [{"admitted": "Malm"}, {"name": "Malm"}], "the name of"),
    ("shared-form", [{"admitted": "Ystad"}, {"name": "Malm", "admitted": "Ystad"}], "admitted for"),
    ("shared-form", [{"admitted": "Ystad"}, {"name": "Malm", "rejected": "Ystad"}], "rejected for"),
]


@pytest.mark.parametrize(("id", "rows", "words"), PAIRS)
def test_of_two_rows_the_later_is_named(write, id, rows, words):
    (issue,) = lint(write(sheet(*rows)))
    assert (issue.line, issue.id) == (3, id)
    assert words in issue.message


def test_rows_apart_in_kind_or_language_are_no_twins(write):
    rows = [{"name": "Umea"}, {"name": "UMEA", "kind": "org"}, {"name": "Uméa", "lang": "fr"}]
    assert lint(write(sheet(*rows))) == ()


def test_every_kind_of_the_design_is_known(write):
    assert (
        lint(write(sheet(*({"name": f"Lund {kind.title()}", "kind": kind} for kind in KINDS))))
        == ()
    )


def test_issues_come_in_the_order_of_lines(write):
    path = write(sheet({"name": "Umea", "kind": "x"}, {"name": "UMEA", "kind": "x", "lang": "qq"}))
    lines = [issue.line for issue in lint(path)]
    assert lines == sorted(lines)
    assert len(lines) == 3


def test_an_issue_prints_as_file_line_id_message(write):
    path = write(sheet({"kind": "Place"}))
    (issue,) = lint(path)
    assert str(issue) == (
        f"{path}:2: unknown-kind: column `kind`: “Place” is not a kind of name. "
        'Did you mean "place"?'
    )
