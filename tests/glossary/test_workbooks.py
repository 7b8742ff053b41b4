"""Spreadsheets: what a desk may have in one, and what a stranger may send."""

from __future__ import annotations

import datetime
import io
import sys
import zipfile

import pytest

from transcheck.errors import UsageError
from transcheck.glossary import workbooks
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import native, xlsx
from transcheck.model import Concept, Term

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("python_calamine")
pytest.importorskip("xlsxwriter")

HEAD = ["name", "kind", "admitted", "rejected", "source", "lang", "note", "ref"]
CSV = (
    ",".join(HEAD) + "\n"
    r"Anna Lund,person,A\|B|C,,sr:Ana Lund|mk:Ана Лунд,,'=x,Q1" + "\n"
    "NO,place,,,,nb,,\n"
)


def book(*sheets, merge=None):
    """Return the bytes of a workbook of (title, rows)."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for title, rows in sheets:
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if merge:
            sheet.merge_cells(merge)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def read(content, name="a.xlsx", **pair):
    return xlsx.read(GlossaryFile(name, content), Pair(**pair))


def ods(body):
    """Return the bytes of a LibreOffice workbook with the rows given as XML."""
    names = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{names}:office:1.0" '
        f'xmlns:table="{names}:table:1.0" xmlns:text="{names}:text:1.0"><office:body>'
        f'<office:spreadsheet><table:table table:name="Names">{body}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    return made.getvalue()


def ods_row(*cells, repeat=""):
    inside = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>'
        for c in cells
    )
    return f"<table:table-row{repeat}>{inside}</table:table-row>"


def test_native_to_workbook_and_back():
    rows = native.read(GlossaryFile("a.csv", CSV.encode()), Pair()).concepts
    writing = xlsx.write(rows, Pair(suffix=".xlsx"))
    assert writing.losses == ()
    reading = read(writing.content)
    assert reading.problems == ()
    assert native.write(reading.concepts, Pair()).content.decode() == CSV


def test_the_same_rows_give_the_same_bytes():
    rows = native.read(GlossaryFile("a.csv", CSV.encode()), Pair()).concepts
    assert xlsx.write(rows, Pair()).content == xlsx.write(rows, Pair()).content


def test_a_desk_can_live_in_it():
    rows = native.read(GlossaryFile("a.csv", CSV.encode()), Pair()).concepts
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.write(rows, Pair()).content)).active
    assert sheet.freeze_panes == "B2"
    assert [cell.value for cell in sheet[1]] == HEAD
    assert all(cell.font.bold for cell in sheet[1])
    # A formula is a text, and what is typed into an empty cell stays one.
    assert (sheet["G2"].value, sheet["G2"].data_type) == ("=x", "s")
    assert sheet.column_dimensions["A"].number_format == "@"
    assert sheet.column_dimensions["E"].width > len("sr:Ana Lund|mk:Ана Лунд")


def test_the_first_sheet_with_a_name_column_is_read():
    content = book(
        ("About", [["Desk glossary"]]),
        ("Names", [["kind", "name"], ["place", "Lund"]]),
        ("Old", [["name"], ["Malm"]]),
    )
    assert [one.name for one in read(content).concepts] == ["Lund"]


def test_a_list_without_a_header():
    content = book(("Names", [["Ana Lund", "Anna Lund"], [None, "Malm"]]))
    first, second = read(content, source="sr").concepts
    assert (first.name, first.sources[0].text) == ("Anna Lund", "Ana Lund")
    assert (second.name, second.sources) == ("Malm", ())
    assert "--source-lang" in read(content).problems[0].message


def test_empty_and_merged_rows_are_passed_over():
    rows = [["name", "note"], [], ["Lund", "south"], [None, None], ["Malm"]]
    concepts = read(book(("Names", rows), merge="A5:B5")).concepts
    assert [(one.name, one.row) for one in concepts] == [("Lund", 3), ("Malm", 5)]


@pytest.mark.parametrize(("value", "text"), [(1984, "1984"), (1984.0, "1984"), (1.5, "1.5")])
def test_numbers_become_text(value, text):
    assert read(book(("Names", [["name"], [value]]))).concepts[0].name == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "the truth value TRUE"),
        (datetime.date(2024, 5, 1), "a date or a time (2024-05-01)"),
        (datetime.time(12, 30), "a date or a time (12:30:00)"),
        ("=A1&A2", "a formula (=A1&A2)"),
        ("x" * 32_767, ""),
    ],
)
def test_what_is_no_name_is_refused_by_its_address(value, words):
    reading = read(book(("Names", [["kind", "name"], ["place", "Lund"], ["place", value]])))
    if not words:
        assert len(reading.concepts) == 2
        return
    (problem,) = reading.problems
    assert (problem.id, problem.line) == ("cell-type", 3)
    assert problem.message.startswith(f"B3 of “Names” is {words}")
    assert [one.name for one in reading.concepts] == ["Lund"]


def test_a_sheet_that_is_not_read_is_not_judged():
    content = book(("Sums", [["=1+1"]]), ("Names", [["name"], ["Lund"]]))
    reading = read(content)
    assert reading.problems == ()
    assert [one.name for one in reading.concepts] == ["Lund"]


def test_an_empty_workbook():
    (problem,) = read(book(("Names", []))).problems
    assert (problem.id, problem.unusable) == ("empty-file", True)


def test_libreoffice_pads_its_rows():
    body = ods_row("name", "source") + ods_row("Žana Lund", "sr:Žana Lund")
    far = ' table:number-rows-repeated="1048000"'
    body += f'<table:table-row{far}><table:table-cell table:number-columns-repeated="16384"/>'
    body += "</table:table-row>"
    (concept,) = read(ods(body), "a.ods").concepts
    assert (concept.name, concept.sources[0].text) == ("Žana Lund", "Žana Lund")


def test_a_row_repeated_a_million_times():
    body = ods_row("name") + ods_row("Lund", repeat=' table:number-rows-repeated="1000001"')
    with pytest.raises(UsageError, match="stands 1,000,001 times"):
        read(ods(body), "a.ods")


def archive(name, size, lie=None):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as one, one.open(name, "w") as part:
        for _ in range(size // 1_000_000):
            part.write(b" " * 1_000_000)
    data = made.getvalue()
    if lie is not None:
        data = data.replace(size.to_bytes(4, "little"), lie.to_bytes(4, "little"))
    return data


def parts(name, text):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as one:
        one.writestr(name, text)
    return made.getvalue()


DOCTYPE = '<!DOCTYPE w [<!ENTITY a "Lund">]><w>&a;</w>'
BROKEN = [
    (parts("xl/worksheets/sheet1.xml", DOCTYPE), "sheet1.xml in the workbook has a DOCTYPE"),
    (parts("content.xml", DOCTYPE.encode("utf-16")), "content.xml in the workbook has a DOCTYPE"),
    (parts("Basic/script-lc.xml", DOCTYPE), "is broken"),
    (b"", "broken"),
    (b"PK\x03\x04 no archive", "broken"),
    (b"name,kind\nLund,place\n", "broken"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "an old .xls workbook. Save it as .xlsx"),
    (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
    (archive("a.xml", 300_000_000), "unpacks to 300 MB"),
    (archive("a.xml", 30_000_000), "unpacks to 30 MB"),
    (archive("a.xml", 30_000_000, lie=1_000), "broken"),
    (archive("a.xml", 1_000_000), "broken"),
]


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@pytest.mark.parametrize(("content", "words"), BROKEN, ids=[words for _, words in BROKEN])
def test_a_workbook_that_cannot_be_read_is_one_line(name, content, words):
    with pytest.raises(UsageError, match=words) as failure:
        read(content, name)
    assert failure.value.path == name
    assert "\n" not in str(failure.value)


def test_a_cut_workbook():
    whole = book(("Names", [["name"], ["Lund"]]))
    for size in (len(whole) // 2, len(whole) - 1):
        with pytest.raises(UsageError, match="broken"):
            read(whole[:size])


def test_a_cell_at_the_far_end_costs_nothing():
    made = openpyxl.Workbook(write_only=False)
    made.active["A1"] = "name"
    made.active["A2"] = "Lund"
    made.active["XFD1048576"] = "far"
    content = io.BytesIO()
    made.save(content)
    assert [one.name for one in read(content.getvalue()).concepts] == ["Lund"]


def test_one_long_text_in_many_cells(monkeypatch):
    # The text stands once in the file; every cell that shows it is read as a copy.
    row = Concept("", "Lund", terms=(Term("Lund", "en"),), note="x" * 32_000)
    content = xlsx.write([row] * 40, Pair()).content
    assert len(read(content).concepts) == 40
    monkeypatch.setattr(workbooks, "MOST_UNPACKED", 1_000_000)
    with pytest.raises(UsageError, match="over 1 MB of text"):
        read(content)


def test_only_xlsx_is_written():
    with pytest.raises(UsageError, match=r"Name the file \.xlsx"):
        xlsx.write((), Pair(suffix=".ods"))


@pytest.mark.parametrize("library", ["openpyxl", "xlsxwriter"])
def test_without_the_extra_one_line_says_what_to_install(monkeypatch, library):
    content = book(("Names", [["name"], ["Lund"]]))
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match=r'pipx install --force "\.\[sheets\]"'):
        read(content) if library == "openpyxl" else xlsx.write((), Pair())
