"""The lists of engines and plain ones: what is written, what is read, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.errors import UsageError
from transcheck.glossary.conversion import find_formats, require_format
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import native
from transcheck.model import Term

SAMPLES = Path(__file__).parent.parent / "samples"
HEADER = "name,kind,admitted,rejected,source,lang,note,ref\n"
ROWS = (
    'Anna Lund,person,A. Lund,Anna Lundt,sr:Ana Lund|mk:Ана Лунд,,"a minister, formerly",Q1\n'
    "Kyiv,place,Kiev,,sr:Kijev|sr:Kijiv,,,\n"
    "Malm,place,,,,,,\n"
    "München,place,,,sr:Minhen,de,,\n"
)
# Format, suffix, language asked for, the bytes.
WRITTEN = [
    ("deepl", ".csv", "sr", "Ana Lund,Anna Lund,sr,en\nKijev,Kyiv,sr,en\nKijiv,Kyiv,sr,en\n"),
    ("deepl", ".tsv", "mk", "Ана Лунд\tAnna Lund\n"),
    ("deepl", ".csv", None, "Ana Lund,Anna Lund,sr,en\nKijev,Kyiv,sr,en\nKijiv,Kyiv,sr,en\n"),
    ("google", ".csv", "sr", "Ana Lund,Anna Lund\nKijev,Kyiv\nKijiv,Kyiv\n"),
    ("google", ".tsv", "sr", "Ana Lund\tAnna Lund\nKijev\tKyiv\nKijiv\tKyiv\n"),
    (
        "google",
        ".csv",
        "mul",
        'sr,mk,en,description\nAna Lund,Ана Лунд,Anna Lund,"a minister, formerly"\n'
        "Kijev,,Kyiv,\nKijiv,,Kyiv,\n,,Malm,\n",
    ),
    ("aws", ".csv", "sr", "sr,en\nAna Lund,Anna Lund\nKijev,Kyiv\nKijiv,Kyiv\n"),
    ("aws", ".tsv", "mk", "mk\ten\nАна Лунд\tAnna Lund\n"),
    ("azure", ".tsv", "sr", "Ana Lund\tAnna Lund\nKijev\tKyiv\nKijiv\tKyiv\n"),
    ("tsv", ".tsv", "sr", "Ana Lund\tAnna Lund\nKijev\tKyiv\nKijiv\tKyiv\n\tMalm\n"),
    ("tsv", ".csv", "mk", "Ана Лунд,Anna Lund\n,Kyiv\n,Malm\n"),
    ("csv", ".csv", None, HEADER + ROWS),
]


def named(name):
    return next(one for one in find_formats() if one.GLOSSARY_FORMAT.name == name)


def concepts(text):
    return native.read(GlossaryFile("n.csv", text.encode()), Pair()).concepts


def read(name, text, file="list.csv", **pair):
    return named(name).read(GlossaryFile(file, text.encode()), Pair(**pair))


@pytest.mark.parametrize(("name", "suffix", "source", "text"), WRITTEN)
def test_what_is_written(name, suffix, source, text):
    writing = named(name).write(concepts(HEADER + ROWS), Pair("en", source, suffix))
    assert writing.content.decode() == text


def test_losses_are_named_once_with_a_count():
    losses = named("deepl").write(concepts(HEADER + ROWS), Pair("en", "sr")).losses
    assert losses == (
        "1 row (“Malm”): left out, having no form in sr",
        "1 row (“München”): left out, as the file is for en: see --target-lang",
        "1 source form (mk): left out, as the file has one source language, sr: see --source-lang",
        "2 admitted forms: DeepL has no place for such",
        "1 rejected form: DeepL has no place for such",
        "3 kinds: DeepL has no place for such",
        "1 note: DeepL has no place for such",
        "1 reference: DeepL has no place for such",
    )


def test_the_language_chosen_is_said():
    notes = named("aws").write(concepts(HEADER + ROWS), Pair()).notes
    assert notes == (
        "3 pairs from sr into en (sr is the most frequent source language; "
        "--source-lang names another)",
    )


def test_a_language_holds_its_scripts_and_a_script_no_other():
    rows = concepts("name,source\nLund,sr-Latn:Lund|sr-Cyrl:Лунд|sr:Lunda\n")
    assert named("google").write(rows, Pair("en", "sr")).content.count(b"\n") == 3
    assert named("google").write(rows, Pair("en", "sr-Cyrl")).content.count(b"\n") == 2


def test_a_region_of_the_target_language_is_the_language():
    writing = named("deepl").write(concepts(HEADER + ROWS), Pair("en-GB", "mk"))
    assert writing.content.decode() == "Ана Лунд,Anna Lund,mk,en\n"


def test_names_alone_are_a_list_of_one_column():
    writing = named("tsv").write(concepts("name\nLund\nMalm\n"), Pair(suffix=".txt"))
    assert writing.content == b"Lund\nMalm\n"


@pytest.mark.parametrize("name", ["deepl", "google", "aws", "azure"])
@pytest.mark.parametrize(
    ("text", "words"),
    [("name\nLund\n", "no source form is there"), ("name,source\nLund,Lunda\n", "has a language")],
)
def test_an_engine_needs_source_forms(name, text, words):
    with pytest.raises(UsageError, match=words):
        named(name).write(concepts(text), Pair())


def test_one_source_language_at_a_time_but_for_term_sets():
    with pytest.raises(UsageError, match="one source language"):
        named("aws").write(concepts(HEADER + ROWS), Pair("en", "mul"))
    with pytest.raises(UsageError, match="CSV only"):
        named("google").write(concepts(HEADER + ROWS), Pair("en", "mul", ".tsv"))


def test_two_targets_for_one_source_term():
    text = "name,source\nKyiv,sr:Kijev\nKiev,sr:KIJEV\nKiew,sr:Kijev\n"
    by_case = named("deepl").write(concepts(text), Pair("en", "sr"))
    assert by_case.content == b"Kijev,Kyiv,sr,en\nKIJEV,Kiev,sr,en\n"
    assert by_case.losses[0] == (
        "1 pair (“Kijev → Kiew, beside Kijev → Kyiv”): left out, "
        "DeepL does not take two targets for one source term"
    )
    folded = named("aws").write(concepts(text), Pair("en", "sr"))
    assert folded.content == b"sr,en\nKijev,Kyiv\n"
    assert "“KIJEV → Kiev, beside Kijev → Kyiv”, “Kijev → Kiew" in folded.losses[0]


# Format, text, file name, pair, (name, language, source forms) of each concept.
READ = [
    ("deepl", "Ana Lund,Anna Lund,SR,EN\n", "a.csv", {}, [("Anna Lund", "en", ["sr:Ana Lund"])]),
    ("deepl", "Anna Lund,Ana Lund,en,sr,3\n", "a.csv", {}, [("Anna Lund", "en", ["sr:Ana Lund"])]),
    ("deepl", "Lund,Lundes,en,de\n", "a.csv", {"target": "de"}, [("Lundes", "de", ["en:Lund"])]),
    ("deepl", "Ana\tAnna\n", "a.tsv", {"source": "sr"}, [("Anna", "en", ["sr:Ana"])]),
    ("deepl", '"Lund, A.","A. ""Lund"""\r\n', "a.csv", {"source": "sr"},
     [('A. "Lund"', "en", ["sr:Lund, A."])]),
    ("google", "\ufeffAna,Anna\nAnica,Anna\n", "a.csv", {"source": "sr"},
     [("Anna", "en", ["sr:Ana", "sr:Anica"])]),
    ("google", "sr,en\nAna,Anna\n", "a.csv", {}, [("Anna", "en", ["sr:Ana"])]),
    ("google", "en,pos,sr,mk,description\nAnna,noun,Ana,,her\n,,Bez,,\nMalm,,,,\n", "a.csv", {},
     [("Anna", "en", ["sr:Ana"]), ("Malm", "en", [])]),
    ("aws", "en,fr,es\nLund,Lunde,Lundo\n", "a.csv", {},
     [("Lund", "en", ["fr:Lunde", "es:Lundo"])]),
    ("aws", "en,fr,es\nLund,Lunde,Lundo\n", "a.csv", {"target": "es"},
     [("Lundo", "es", ["en:Lund", "fr:Lunde"])]),
    ("aws", "sr,en-GB\nLund,Lunde\n", "a.csv", {}, [("Lunde", "en-GB", ["sr:Lund"])]),
    ("aws", "sr,de\nLund,Lunde\n", "a.csv", {}, [("Lunde", "de", ["sr:Lund"])]),
    ("azure", "Source\tTarget\nAna\tAnna\n", "a.tsv", {"source": "sr"},
     [("Anna", "en", ["sr:Ana"])]),
    ("tsv", "Anna Lund\nMalm\n", "a.txt", {}, [("Anna Lund", "en", []), ("Malm", "en", [])]),
    ("tsv", 'A. "B" Lund\n"Malm, X"\n', "a.txt", {},
     [('A. "B" Lund', "en", []), ("Malm, X", "en", [])]),
    ("tsv", "sr\ten\nAna\tAnna\n\tMalm\n", "a.tsv", {},
     [("Anna", "en", ["sr:Ana"]), ("Malm", "en", [])]),
    ("tsv", "Serbian\tEnglish\nAna\tAnna\n", "a.tsv", {}, [("Anna", "en", ["sr:Ana"])]),
    ("tsv", "EU\tEU\nUN\tUN\n", "a.tsv", {"source": "sr"},
     [("EU", "en", ["sr:EU"]), ("UN", "en", ["sr:UN"])]),
    ("tsv", "Ana\tAnna\r\rMia\tMia\r", "a.tsv", {"source": "sr"},
     [("Anna", "en", ["sr:Ana"]), ("Mia", "en", ["sr:Mia"])]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "file", "pair", "expected"), READ)
def test_what_is_read(name, text, file, pair, expected):
    reading = read(name, text, file, **pair)
    assert reading.problems == ()
    assert [
        (one.name, one.lang, [f"{term.lang}:{term.text}" for term in one.sources])
        for one in reading.concepts
    ] == expected


def test_excel_writes_tabs_in_utf_16():
    file = GlossaryFile("a.txt", "Žana\tŽanna\r\n".encode("utf-16"))
    (concept,) = named("tsv").read(file, Pair("en", "sr")).concepts
    assert concept.terms == (Term("Žanna", "en"), Term("Žana", "sr"))


# Format, text, file name, id of the problem, its line, words of the message.
FAULTS = [
    ("deepl", "Ana,Anna\n", "a.csv", "source-without-language", 1, "--source-lang sr"),
    ("tsv", "Anna\n\tAnna\n", "a.tsv", "cell-count", 1, "1 cell, not 2"),
    ("google", "a,b,c\n", "a.csv", "no-header", 1, "“a” is not a language code"),
    ("azure", "a,b,c\n", "a.csv", "cell-count", 1, "3 cells, not 2"),
    ("aws", "Ana,Anna\n", "a.csv", "no-header", 1, "“Ana” is not a language code"),
    ("aws", "en,en\nA,B\n", "a.csv", "no-header", 1, "another language"),
    ("aws", "sr,de,fr\nA,B,C\n", "a.csv", "no-target-column", 1,
     "--target-lang, one of sr, de, fr"),
    ("aws", "sr,en\nA,B,C\n", "a.csv", "cell-count", 2, "3 cells, not 2"),
    ("deepl", "Ana;Anna\nMia;Mia\n", "a.csv", "separator", 1, "semicolons"),
    ("deepl", "Ana\tAnna\n", "a.csv", "separator", 1, "tabs"),
    ("deepl", ",Anna\n", "a.csv", "empty-cell", 1, "no source term"),
    ("deepl", "Ana,\n", "a.csv", "empty-cell", 1, "no translation"),
    ("deepl", "name,kind\nLund,place\n", "a.csv", "native-header", 1, "leave out --from"),
    ("tsv", "name\tkind\nLund\tplace\n", "a.tsv", "native-header", 1, "with commas"),
    ("tsv", "name,note\nLund,x\n", "a.txt", "native-header", 1, "name it .csv"),
    ("deepl", '"Ana,Anna\n', "a.csv", "unclosed-quote", 1, "not closed"),
    ("tsv", "", "a.tsv", "empty-file", 1, "empty"),
    ("tsv", "Ana\tAn\0na\n", "a.tsv", "encoding", 1, "NUL"),
    ("tsv", "- Anna\n", "a.yaml", "refused-format", 1, "“false”"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "file", "id", "line", "words"), FAULTS)
def test_what_is_wrong_is_said_once(name, text, file, id, line, words):
    (problem,) = read(name, text, file).problems
    assert (problem.id, problem.line) == (id, line)
    assert words in problem.message


@pytest.mark.parametrize("name", ["deepl", "google", "azure"])
def test_a_header_where_none_belongs_is_recognised_and_said(name):
    reading = read(name, "source,target\nAna,Anna\n", source="sr")
    assert [one.name for one in reading.concepts] == ["Anna"]
    assert reading.losses[0].startswith("line 1 was taken for a header; ")


def test_rows_without_a_name_are_counted():
    reading = read("google", "sr,en,pos\nAna,,\nMia,Mia,noun\n")
    assert reading.losses == (
        "1 row: left out, having no term in en",
        "the column `pos`: left out, transcheck has no parts of speech",
    )


@pytest.mark.parametrize("made", find_formats(), ids=lambda made: made.GLOSSARY_FORMAT.name)
def test_every_sample_is_read(made):
    form = made.GLOSSARY_FORMAT
    path = SAMPLES / f"glossary{next(iter(form.suffixes), f'.{form.name}.csv')}"
    if form.name == "xlsx":
        pytest.importorskip("openpyxl")
    reading = made.read(GlossaryFile(str(path), path.read_bytes()), Pair("en", "sr"))
    assert not reading.problems
    assert {"Kyiv", "Kaja Kallas"} <= {concept.name for concept in reading.concepts}


def test_formats_are_told_by_suffix_or_name():
    assert require_format("a.tsv", None, "--from").GLOSSARY_FORMAT.name == "tsv"
    assert require_format("a.CSV", None, "--from").GLOSSARY_FORMAT.name == "csv"
    assert require_format("a.csv", "deepl", "--from").GLOSSARY_FORMAT.name == "deepl"
    with pytest.raises(UsageError, match=r"suffix \.foo\. Say --to, one of: aws, azure, csv"):
        require_format("a.foo", None, "--to")
    with pytest.raises(UsageError, match='Did you mean "deepl"'):
        require_format("a.csv", "depl", "--from")
