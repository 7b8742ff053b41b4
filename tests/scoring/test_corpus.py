"""Reading and pairing the lines of systems and reference, and every way it cannot be done."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from transcheck.errors import TranscheckError
from transcheck.scoring.corpus import read_corpus


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tmp_path)

    def make(**files: str | bytes) -> None:
        for name, text in files.items():
            path = Path(name.replace("__", "/") + ("" if "bare" in name else ".txt"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())

    return make


def test_files_by_lines(write):
    write(hyp="a\nb\n", ref="A\nB\n")
    corpus = read_corpus(["hyp.txt"], "ref.txt")
    assert corpus.reference.texts == ["A", "B"]
    (system,) = corpus.systems
    assert system.path == "hyp.txt"
    assert [(line.path, line.number, line.text) for line in system.lines] == [
        ("hyp.txt", 1, "a"),
        ("hyp.txt", 2, "b"),
    ]


@pytest.mark.parametrize("text", ["a\n\nc\n", "a\r\n\r\nc\r\n", "a\r\rc", "\ufeffa\n\nc"])
def test_line_ends_are_those_of_editors_and_blank_lines_count(write, text):
    write(hyp=text, ref="A\nB\nC\n")
    assert read_corpus(["hyp.txt"], "ref.txt").systems[0].texts == ["a", "", "c"]


def test_other_separators_end_no_line(write):
    write(hyp="a\u2028b\x0cc\x85d\n", ref="A\n")
    assert len(read_corpus(["hyp.txt"], "ref.txt").systems[0].lines) == 1


def test_folders_are_paired_by_stem_in_its_order(write):
    write(hyp__b="b1\nb2\n", hyp__a="a1\n", hyp__c__d="d\n")
    write(ref__a="A1\n", ref__b="B1\nB2\n", ref__c__d="D\n")
    Path("ref/a.txt").rename("ref/a.en")
    Path("hyp/.hidden").write_text("x")
    corpus = read_corpus(["hyp"], "ref")
    assert corpus.reference.texts == ["A1", "B1", "B2", "D"]
    assert corpus.systems[0].texts == ["a1", "b1", "b2", "d"]
    assert (corpus.systems[0].lines[2].path, corpus.systems[0].lines[2].number) == ("hyp/b.txt", 2)


def test_each_system_stands_alone(write):
    write(one="a\n", two="b\n", ref="A\n")
    corpus = read_corpus(["two.txt", "one.txt"], "ref.txt")
    assert [system.texts for system in corpus.systems] == [["b"], ["a"]]


def test_encoding_of_the_user(write):
    write(hyp="Niš\n".encode("cp1250"), ref="Niš\n".encode("cp1250"))
    assert read_corpus(["hyp.txt"], "ref.txt", "cp1250").reference.texts == ["Niš"]


@pytest.mark.parametrize(
    ("files", "hypotheses", "reference", "message"),
    [
        ({"ref": "a\n"}, ["hyp.txt"], "ref.txt", r"hyp.txt: no such file or folder"),
        ({"hyp": "a\n"}, ["hyp.txt"], "ref.txt", r"ref.txt: no such file or folder"),
        ({"hyp__a": "a\n"}, ["hyp"], "ref", r"ref: no such file or folder"),
        ({"ref__a": "a\n"}, ["hyp"], "ref", r"hyp: no such file or folder"),
        (
            {"hyp": "a\n" * 12, "ref": "a\n" * 13},
            ["hyp.txt"],
            "ref.txt",
            r"hyp.txt has 12 lines, ref.txt 13. They are compared line by line",
        ),
        (
            {"one": "a\n", "two": "a\nb\n", "ref": "a\n"},
            ["one.txt", "two.txt"],
            "ref.txt",
            r"two.txt has 2 lines, ref.txt 1\. .*",
        ),
        (
            {"hyp__a": "a\n", "ref__a": "a\nb\n"},
            ["hyp"],
            "ref",
            r"hyp/a.txt has 1 line, ref/a.txt 2\. .*",
        ),
        (
            {"hyp__a": "a\n", "ref__a": "a\n", "ref__b": "b\n"},
            ["hyp"],
            "ref",
            r"hyp: has no partner for b\. Files are paired by their names without the suffix",
        ),
        (
            {"ref__a": "a\n"} | {f"hyp__{stem}": "a\n" for stem in "abcdef"},
            ["hyp"],
            "ref",
            r"ref: has no partner for b, c, d and 2 more\. Files are paired by their names.*",
        ),
        (
            {"hyp__a": "a\n", "hyp__bare/a": "a\n", "ref__a": "a\n"},
            ["hyp"],
            "ref",
            r"ref: has no partner for bare/a\. Files are paired by their names without the suffix",
        ),
        ({"hyp": "", "ref": "a\n"}, ["hyp.txt"], "ref.txt", r"hyp.txt: is empty"),
        ({"hyp": "a\n", "ref": ""}, ["hyp.txt"], "ref.txt", r"ref.txt: is empty"),
        ({"hyp": " \n", "ref": "a\n"}, ["hyp.txt"], "ref.txt", r"hyp.txt: holds no text"),
        ({"hyp": "a\n", "ref": "\n"}, ["hyp.txt"], "ref.txt", r"ref.txt: holds no text"),
        (
            {"hyp": "a\n", "ref": b"Ni\x9a\n"},
            ["hyp.txt"],
            "ref.txt",
            r"ref.txt: byte 2 \(0x9A\) is not UTF-8\. Try --encoding cp1250",
        ),
        ({"hyp": b"a\0b\n", "ref": "a\n"}, ["hyp.txt"], "ref.txt", r"hyp.txt: is a binary file.*"),
        (
            {"hyp": "a\n", "ref__a": "a\n"},
            ["hyp.txt"],
            "ref",
            r"hyp.txt: is a file, and the reference ref is a folder. Name two files or two folders",
        ),
        (
            {"hyp__a": "a\n", "ref": "a\n"},
            ["hyp"],
            "ref.txt",
            r"hyp: is a folder, and the reference ref.txt is not. Name two files or two folders",
        ),
    ],
)
def test_what_cannot_be_paired(write, files, hypotheses, reference, message):
    write(**files)
    with pytest.raises(TranscheckError) as caught:
        read_corpus(hypotheses, reference)
    assert re.fullmatch(message, str(caught.value))
    assert "\n" not in str(caught.value)


def test_two_files_of_one_stem(write):
    write(hyp__a="a\n", ref__a="a\n")
    Path("hyp/a.md").write_text("a\n")
    with pytest.raises(TranscheckError, match=r"hyp/a.md: has the stem of a.txt. Rename one"):
        read_corpus(["hyp"], "ref")


def test_an_empty_folder(write):
    write(ref__a="a\n")
    Path("hyp").mkdir()
    with pytest.raises(TranscheckError, match="hyp: holds no files"):
        read_corpus(["hyp"], "ref")
