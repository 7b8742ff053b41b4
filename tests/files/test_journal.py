"""Kept results come back as they were kept or not at all, whatever became of the file."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from transcheck.errors import UsageError
from transcheck.files.journal import Journal

KEYS = [f"{number:064x}" for number in range(20)]


def content(key: str) -> bytes:
    return f'{{"{key[-3:]}": "Žabarina"}}'.encode() * (1 + int(key, 16))


def write(folder: Path, keys: list[str], kind: str = "one") -> None:
    journal = Journal(folder, kind)
    for key in keys:
        journal.add(key, content(key))
    journal.close()


def read(folder: Path, kind: str = "one") -> dict[str, bytes]:
    journal = Journal(folder, kind)
    found = {key: journal.get(key) for key in KEYS}
    journal.close()
    return {key: one for key, one in found.items() if one is not None}


def test_what_is_kept_comes_back(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "kept", KEYS[:12])
    write(tmp_path / "deep" / "kept", KEYS[12:])
    assert read(tmp_path / "deep" / "kept") == {key: content(key) for key in KEYS}


def test_another_kind_drops_it(tmp_path: Path) -> None:
    write(tmp_path, KEYS)
    assert read(tmp_path, "two") == {}
    assert read(tmp_path, "one") == {}


@pytest.mark.parametrize("times", [20, pytest.param(500, marks=pytest.mark.long)])
def test_damage_costs_the_lines_it_touches(tmp_path: Path, times: int) -> None:
    write(tmp_path, KEYS)
    path = tmp_path / "results"
    whole = path.read_bytes()
    head = whole.index(b"\n") + 1
    rng = random.Random(6)
    cases = [(whole[:at], 20) for at in rng.choices(range(len(whole)), k=times)]
    for at in rng.choices(range(head, len(whole)), k=times):
        flipped = bytes([whole[at] ^ 1 << rng.randrange(8)])
        cases.append((whole[:at] + flipped + whole[at + 1 :], 2))
        cases.append((whole[:at] + whole[at + rng.randrange(1, 9) :], 3))
        cases.append((whole[:at] + os.urandom(3) + whole[at:], 2))
    for damaged, most in cases:
        path.write_bytes(damaged)
        found = read(tmp_path)
        assert all(one == content(key) for key, one in found.items())
        assert len(found) >= 20 - most
        write(tmp_path, [key for key in KEYS if key not in found])
        assert len(read(tmp_path)) == 20


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"\n\n",
        b"\0" * 500,
        b"trans",
        b"transcheck/results/1 on",
        b"transcheck/results/9 one\nx",
    ],
)
def test_a_file_that_is_blank_cut_short_or_of_another_version_is_begun_anew(
    tmp_path: Path, found: bytes
) -> None:
    (tmp_path / "results").write_bytes(found)
    assert read(tmp_path) == {}
    write(tmp_path, KEYS)
    assert len(read(tmp_path)) == 20


@pytest.mark.parametrize("found", [b"trial,result\n1,2\n", b"x", b"\xff\xfe1\x00"])
def test_a_file_that_somebody_else_wrote_is_left_alone(tmp_path: Path, found: bytes) -> None:
    (tmp_path / "results").write_bytes(found)
    with pytest.raises(UsageError) as error:
        Journal(tmp_path, "one")
    said = f"cannot keep results in {tmp_path}: results in it is not transcheck's"
    assert str(error.value) == f"{said}. Name another folder"
    assert (tmp_path / "results").read_bytes() == found


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"mine")
    (tmp_path / "kept").mkdir()
    (tmp_path / "kept" / "results").symlink_to("../other")
    with pytest.raises(UsageError, match="cannot keep results in"):
        Journal(tmp_path / "kept", "one")
    assert (tmp_path / "other").read_bytes() == b"mine"
