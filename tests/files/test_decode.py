from __future__ import annotations

import codecs

import pytest

from transcheck.errors import InputError, UsageError
from transcheck.files.decode import MOST_BYTES, check_encoding, decode, replace_surrogates

TEXT = "Nives Šain, Korčula, 🎉"


def test_utf8_is_read() -> None:
    assert decode(TEXT.encode(), "a.txt", None) == TEXT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
@pytest.mark.parametrize("asked", [None, "cp1250"])
def test_a_byte_order_mark_decides(mark: bytes, encoding: str, asked: str | None) -> None:
    assert decode(mark + TEXT.encode(encoding), "a.txt", asked) == TEXT


def test_what_the_user_says_wins_over_what_the_file_says() -> None:
    raw = "Šain".encode("cp1250")
    assert decode(raw, "a.html", "cp1250", "iso-8859-1") == "Šain"


def test_utf8_wins_over_what_the_file_says() -> None:
    assert decode(TEXT.encode(), "a.html", None, "cp1250") == TEXT


def test_what_the_file_says_is_used_when_it_is_not_utf8() -> None:
    assert decode("Šain".encode("iso8859-2"), "a.html", None, "ISO-8859-2") == "Šain"


def test_the_byte_that_does_not_fit_is_named() -> None:
    raw = b"x" * 412 + "č".encode("cp1250")
    with pytest.raises(InputError) as error:
        decode(raw, "a.txt", None)
    assert str(error.value) == "a.txt: byte 412 (0xE8) is not UTF-8. Try --encoding cp1250"


def test_the_byte_counts_from_the_start_of_the_file() -> None:
    with pytest.raises(InputError, match=r"byte 4 \(0xE8\) is not UTF-8"):
        decode(codecs.BOM_UTF8 + b"x\xe8", "a.txt", None)


@pytest.mark.parametrize(
    ("raw", "encoding", "declared", "message"),
    [
        (b"", None, None, "is empty"),
        (codecs.BOM_UTF8, None, None, "is empty"),
        (b"GIF89a\0\0", None, None, "binary"),
        (b"a\0b", "cp1250", None, "binary"),
        (b"\xe8", "ascii", None, r"byte 0 \(0xE8\) is not ASCII"),
        (b"\xe8", None, "klingon", 'unknown encoding "klingon"'),
        (b"\xe8", None, "utf8", "is not UTF-8"),
        ("a".encode("utf-16-le"), "utf-16", None, "--encoding utf-16-le"),
    ],
)
def test_what_cannot_be_read_is_refused(
    raw: bytes, encoding: str | None, declared: str | None, message: str
) -> None:
    with pytest.raises(InputError, match=message):
        decode(raw, "a.txt", encoding, declared)


def test_utf16_without_a_mark_is_read_when_the_order_is_given() -> None:
    assert decode(TEXT.encode("utf-16-le"), "a.txt", "utf-16-le") == TEXT


def test_a_file_over_20_mb_is_refused() -> None:
    with pytest.raises(InputError, match="over 20 MB"):
        decode(b"x" * (MOST_BYTES + 1), "a.txt", None)
    assert decode(b"x" * MOST_BYTES, "a.txt", None)


@pytest.mark.parametrize(
    "name", ["utf-8", "UTF8", "cp1250", "windows-1250", "iso-8859-2", "latin1"]
)
def test_known_encodings(name: str) -> None:
    check_encoding(name)
    assert "Ž".encode(name, "replace").decode(name) in ("Ž", "?")


@pytest.mark.parametrize("name", ["hex", "rot13", "idna", "unicode_escape", "", "a\0b", "č"])
def test_what_is_no_encoding_of_files(name: str) -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        check_encoding(name)


@pytest.mark.parametrize(
    ("wrong", "meant"), [("cp125o", "cp1250"), ("utf-9", "utf-8"), ("latn1", "latin-1")]
)
def test_a_mistyped_encoding_gets_a_hint(wrong: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f'Did you mean "{meant}'):
        check_encoding(wrong)


def test_lone_surrogates_are_replaced_one_by_one() -> None:
    assert replace_surrogates("a\ud800b\udfffč") == "a\ufffdb\ufffdč"
