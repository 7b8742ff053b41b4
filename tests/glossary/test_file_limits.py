"""What a native glossary may not be: too large, too long a cell, another encoding, no table."""

from __future__ import annotations

import os
import subprocess
import sys
import threading

import pytest

from transcheck.errors import UsageError
from transcheck.glossary import load_glossaries
from transcheck.glossary.exchange import read_file
from transcheck.glossary.lint import lint
from transcheck.glossary.native import records
from transcheck.glossary.native.records import MOST_BYTES, MOST_CHARACTERS

BELOW = 131_072  # the limit of the csv module itself


def names(path):
    return [concept.name for concept in load_glossaries([path], shipped=False).concepts]


def test_a_gigabyte_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "n.csv"
    with path.open("wb") as file:
        file.truncate(1_000_000_000)
    code = (
        "import resource; resource.setrlimit(resource.RLIMIT_AS, (600_000_000, 600_000_000))\n"
        f"from transcheck.glossary.lint import lint; print(*lint({str(path)!r}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == (
        f"{path}:1: file-size: the glossary is over 512 MB: split it, or look whether it is the "
        "right file\n"
    )
    with pytest.raises(UsageError, match="over 512 MB"):
        load_glossaries([str(path)], shipped=False)


def test_the_limit_itself_is_read(monkeypatch, write):
    path = write("name\nLund\n")
    monkeypatch.setattr(records, "MOST_BYTES", 10)
    assert len(read_file(path).content) == 10
    monkeypatch.setattr(records, "MOST_BYTES", 9)
    with pytest.raises(UsageError, match="over 0 MB"):
        read_file(path)
    assert MOST_BYTES == 512_000_000


@pytest.mark.parametrize("size", [MOST_CHARACTERS + 1, BELOW - 1, BELOW + 1, 1_000_000])
@pytest.mark.parametrize("before", ["", "\n\n", '"a\nb",x\n'])
def test_a_cell_that_is_too_long_is_measured(write, size, before):
    path = write(f"name,note\n{before}Lund,{'x' * size}\nMalm,y\nUmea,{'y' * size}\n,z\n")
    line = 2 + before.count("\n")
    found = [(issue.line, issue.id) for issue in lint(path)]
    wanted = [(line, "long-cell"), (line + 2, "long-cell"), (line + 3, "empty-name")]
    assert [one for one in found if one[1] in ("long-cell", "empty-name")] == wanted
    message = next(issue.message for issue in lint(path) if issue.id == "long-cell")
    assert message.startswith(f"the row has a cell of {size:,} characters, at most 32,767 (")
    with pytest.raises(UsageError, match="characters, at most"):
        names(path)


def test_the_longest_cell_and_a_longer_row_are_read(write):
    cell = "x" * MOST_CHARACTERS
    assert names(write(f"name,note,ref\nLund,{cell},{cell}\n")) == ["Lund"]


@pytest.mark.parametrize("rows", [10, 100_000])
def test_an_unclosed_quote_is_named_however_much_it_swallows(write, rows):
    path = write('name,note\nMalm,x\nLund,"open\n' + "Row,x\n" * rows)
    (issue,) = [one for one in lint(path) if one.unusable]
    assert (issue.id, issue.line) == ("unclosed-quote", 3)


ENCODINGS = [("utf-16", True), ("utf-16-le", False), ("utf-16-be", False), ("utf-32", False)]


@pytest.mark.parametrize(("encoding", "read"), ENCODINGS)
def test_utf_16_is_read_with_its_mark(write, encoding, read):
    path = write("name,note\nŽitno,x\n", encoding=encoding)
    if read:
        assert names(path) == ["Žitno"]
        return
    with pytest.raises(UsageError, match=r"NUL|not UTF-16"):
        names(path)


def test_utf_16_of_the_other_order_and_a_broken_one(tmp_path):
    path = tmp_path / "n.csv"
    path.write_bytes(b"\xfe\xff" + "name\nŽitno\n".encode("utf-16-be"))
    assert names(str(path)) == ["Žitno"]
    path.write_bytes(b"\xff\xfen\0a")
    with pytest.raises(UsageError, match="byte 4 is not UTF-16"):
        names(str(path))


def test_a_spreadsheet_under_another_name_is_recognised(tmp_path):
    path = tmp_path / "n.csv"
    path.write_bytes(b"PK\x03\x04\0\0")
    (issue,) = lint(str(path))
    assert issue.message.startswith("the file is a spreadsheet or another zip archive, not text")
    with pytest.raises(UsageError, match=r"name it \.xlsx or \.ods"):
        names(str(path))


def test_nul_is_no_text(write):
    with pytest.raises(UsageError, match=r"n\.csv:3: byte 17 is NUL"):
        names(write("name,note\r\na,b\r\nA\0\r\n", "n.csv"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_counted_alike(write, end):
    path = write(end.join(["name,kind", "Lund,", "", "Malm,,", ""]))
    assert [(one.line, one.id) for one in lint(path)] == [(4, "cell-count")]


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_a_wrong_byte_is_on_the_line_an_editor_shows(tmp_path, end):
    path = tmp_path / "n.csv"
    path.write_bytes(end.join([b"name", b"Lund", b"P\xe8"]))
    assert [one.line for one in lint(str(path))] == [3]


@pytest.mark.parametrize(("sign", "word"), [(";", "semicolons"), ("\t", "tabs")])
def test_the_loader_says_which_separator_it_met(write, sign, word):
    with pytest.raises(UsageError, match=f"`name`: the cells are separated by {word}, save"):
        names(write(f"name{sign}kind\nLund{sign}place\n"))


def test_a_pipe_is_read(tmp_path):
    path = tmp_path / "n.csv"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"name\nLund\n",))
    writer.start()
    assert names(str(path)) == ["Lund"]
    writer.join()
