"""Writing waivers: bytes that stay, what is not written twice, and many writers at once."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from transcheck.errors import UsageError
from transcheck.model import Waiver
from transcheck.waivers import read_waivers
from transcheck.waivers.reading import parse_waivers
from transcheck.waivers.writing import add_waivers, remove_waivers

TODAY = date(2027, 1, 31)
ONE = Waiver("a.txt", "Quoted", "0123456789ab", "name-respelt", "Rute", by="Anna Lund")
OTHER = replace(
    ONE,
    fingerprint="ba9876543210",
    expires=date(2027, 2, 1),
    left_open=("cccccccccccc", "cccccccccccc-2"),
)
WRITERS = 20
EACH = 5


def _plain(waivers: tuple[Waiver, ...]) -> list[Waiver]:
    return [replace(one, line=0) for one in waivers]


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    assert add_waivers(str(path), [ONE, OTHER], TODAY).changed == (ONE, OTHER)
    assert _plain(read_waivers(str(path)).waivers) == [ONE, OTHER]


def test_an_equal_waiver_is_not_written_twice(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    add_waivers(str(path), [ONE, ONE], TODAY)
    before = path.read_bytes()
    again = add_waivers(str(path), [replace(ONE, reason="Other words")], TODAY)
    assert (again.changed, len(again.present)) == ((), 1)
    assert path.read_bytes() == before


def test_a_waiver_takes_the_place_of_one_that_expired(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    add_waivers(str(path), [replace(ONE, expires=date(2027, 1, 30)), OTHER], date(2027, 1, 1))
    assert add_waivers(str(path), [ONE], TODAY).changed == (ONE,)
    assert _plain(read_waivers(str(path)).waivers) == [OTHER, ONE]


@pytest.mark.parametrize(
    "before",
    [
        b"# no line end",
        b"\xef\xbb\xbf# a mark\r\n\r\n",
        b"[[waiver]] # so\nreason='x'\npath='b.txt'\nfingerprint='000000000000'\n# tail",
        b"[[waiver]]\r\nreason='''\r\nx\r\n'''\r\npath='b'\r\nfingerprint='000000000000'\r\n",
    ],
)
def test_what_stands_there_keeps_its_bytes(tmp_path: Path, before: bytes) -> None:
    path = tmp_path / "w.toml"
    path.write_bytes(before)
    add_waivers(str(path), [ONE], TODAY)
    after = path.read_bytes()
    assert after.startswith(before)
    added = after[len(before) :]
    if b"\r\n" in before:
        assert added.count(b"\n") == added.count(b"\r\n")
    remove_waivers(str(path), lambda file: file.waivers[-1:])
    assert path.read_bytes().rstrip() == before.rstrip()


def test_removing_leaves_comments_and_the_others(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    head = "# Balkans\n"
    first = "[[waiver]]\nfingerprint='0123456789ab' # x\npath='a'\nreason='''\n[[waiver]]\n'''\n\n"
    rest = "# Danube\n[[waiver]]\nfingerprint='0123456789ab'\npath='b'\nreason='So'\n"
    path.write_text(head + first + rest)
    assert len(remove_waivers(str(path), lambda file: file.waivers[:1]).changed) == 1
    assert path.read_text() == head + rest


@pytest.mark.parametrize(
    ("stood", "comes", "written"),
    [
        (["ba9876543210"], [], False),  # decided since, or mended: its own waiver tells
        (["ba9876543210"], ["cccccccccccc"], False),
        (["0123456789ab-2"], ["0123456789ab-2"], False),
        # A twin has gone: the waiver that stands is in doubt, and the place was asked again.
        (["0123456789ab-2"], [], True),
        (["0123456789ab-2"], ["cccccccccccc"], True),
        ([], ["cccccccccccc"], False),
    ],
)
def test_a_waiver_in_doubt_is_written_anew(
    tmp_path: Path, stood: list[str], comes: list[str], written: bool
) -> None:
    path = tmp_path / "w.toml"
    old, new = (replace(ONE, left_open=tuple(left)) for left in (stood, comes))
    add_waivers(str(path), [old], TODAY)
    done = add_waivers(str(path), [new], TODAY)
    assert (len(done.changed), len(done.present)) == ((1, 0) if written else (0, 1))
    assert _plain(read_waivers(str(path)).waivers) == [new if written else old]


def test_a_broken_file_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "w.toml"
    path.write_text("[[waiver]\n")
    with pytest.raises(UsageError, match="not valid TOML"):
        add_waivers(str(path), [ONE], TODAY)
    assert path.read_text() == "[[waiver]\n"
    assert [one.name for one in tmp_path.iterdir()] == ["w.toml"]


_TEXT = st.text(st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip)


@settings(max_examples=200, deadline=None)
@given(reason=_TEXT, form=_TEXT, by=st.text(), path=_TEXT)
def test_any_words_survive(
    tmp_path_factory: pytest.TempPathFactory, reason: str, form: str, by: str, path: str
) -> None:
    file = tmp_path_factory.mktemp("w") / "w.toml"
    made = replace(ONE, reason=reason.strip(), form=form, by=by.strip(), path=path)
    add_waivers(str(file), [made], TODAY)
    text = file.read_bytes().decode()
    assert not any(letter in text for letter in "\x1b\u202e\x7f\u2028")
    (read,) = parse_waivers(text.encode(), str(file)).waivers
    assert (read.reason, read.form, read.by) == (made.reason, form, made.by)


_SCRIPT = """
import sys
from datetime import date
from transcheck.model import Waiver
from transcheck.waivers.writing import add_waivers
for number in range(int(sys.argv[3])):
    mark = f"{int(sys.argv[2]):06x}{number:06x}"
    add_waivers(sys.argv[1], [Waiver("a.txt", "So", mark)], date(2027, 1, 31))
"""


@pytest.mark.long
@pytest.mark.parametrize("attempt", range(3))
def test_twenty_writers_at_once_lose_nothing(tmp_path: Path, attempt: int) -> None:
    path = tmp_path / "w.toml"
    path.write_text("# ours\n")
    running = [
        subprocess.Popen([sys.executable, "-c", _SCRIPT, str(path), str(number), str(EACH)])
        for number in range(WRITERS)
    ]
    assert [process.wait(timeout=120) for process in running] == [0] * WRITERS
    waivers = read_waivers(str(path)).waivers
    assert len({one.fingerprint for one in waivers}) == len(waivers) == WRITERS * EACH
    assert path.read_text().startswith("# ours\n")
    assert [one.name for one in tmp_path.iterdir()] == ["w.toml"]
