"""The cache of compiled glossaries: kept by content, never trusted when damaged."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from newsdesk import concept

from transcheck.files.cache import cache_folder
from transcheck.model import Concept
from transcheck.names.index import NameIndex, cache, open_index
from transcheck.names.index.parts import NAMES

ROWS = (concept("Mark Rutte"), concept("Zvečan", "place"), concept("Novi Sad Fair", "org"))
FILES = [("names.csv", "d1")]
Load = Callable[[], tuple[Concept, ...]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path))
    return tmp_path / "index"


class Loader:
    """Counts how often the glossary had to be read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> tuple[Concept, ...]:
        self.count += 1
        return ROWS


@pytest.fixture
def load() -> Loader:
    return Loader()


def works(index: NameIndex) -> bool:
    return (
        index.near_words("rute", "sr") == ("rutte",)
        and index.near_words("zvecam", "sr") == ("zvecan",)
        and [e.text for e in index.entries_starting(["novi", "sad", "fair"])] == ["Novi Sad Fair"]
        and [one.name for one in index.concepts] == [row.name for row in ROWS]
    )


def only(folder: Path) -> Path:
    (place,) = folder.iterdir()
    return place


def test_it_is_made_once(folder: Path, load: Loader) -> None:
    for _ in range(3):
        assert works(open_index(FILES, load))
    assert load.count == 1
    assert sorted(path.name for path in only(folder).iterdir()) == sorted([*NAMES, "manifest"])


@pytest.mark.parametrize(
    "files",
    [
        [("names.csv", "d2")], [("other.csv", "d1")], [("a.csv", "d2"), *FILES],
        [*FILES, ("a.csv", "d2")],
    ],
)  # fmt: skip
def test_other_files_are_another_index(files: list[tuple[str, str]], load: Loader) -> None:
    open_index(FILES, load)
    open_index(files, load)
    assert load.count == 2


def test_another_version_is_another_index(load: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    open_index(FILES, load)
    monkeypatch.setattr("transcheck.names.index.key.VERSION", "9.9.9")
    open_index(FILES, load)
    assert load.count == 2


def damages(path: Path) -> Iterator[bytes]:
    """Contents that a file may come to have: cut, empty, longer, a byte other, foreign."""
    data = path.read_bytes()
    yield b""
    yield data[: len(data) // 2]
    yield data[:-1]
    yield data + b"\0"
    yield b"\0" * len(data)
    for place in (0, len(data) // 2, len(data) - 1):
        yield data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]


@pytest.mark.parametrize("name", [*NAMES, "manifest"])
def test_a_damaged_file_is_made_anew(name: str, folder: Path, load: Loader) -> None:
    open_index(FILES, load)
    path = only(folder) / name
    for number, data in enumerate(list(damages(path))):
        path.unlink()
        path.write_bytes(data)
        assert works(open_index(FILES, load)), number
        assert load.count == number + 2, number
        assert works(open_index(FILES, load))
        assert load.count == number + 2, number


@pytest.mark.parametrize("name", [*NAMES, "manifest"])
def test_a_missing_file_is_made_anew(name: str, folder: Path, load: Loader) -> None:
    open_index(FILES, load)
    (only(folder) / name).unlink()
    assert works(open_index(FILES, load))
    assert load.count == 2


def test_a_copied_folder_is_read_through_and_used(folder: Path, load: Loader) -> None:
    open_index(FILES, load)
    for path in only(folder).iterdir():
        os.utime(path, (1, 1))
    assert works(open_index(FILES, load))
    assert load.count == 1


def test_a_folder_of_another_key_is_not_taken(folder: Path, load: Loader) -> None:
    open_index([("other.csv", "d9")], lambda: (concept("Somebody Else"),))
    other = only(folder)
    open_index(FILES, load)
    (place,) = (path for path in folder.iterdir() if path != other)
    for path in place.iterdir():
        path.unlink()
        path.write_bytes((other / path.name).read_bytes())
    assert works(open_index(FILES, load))
    assert load.count == 2


def test_a_file_in_its_place_is_no_folder(folder: Path, load: Loader) -> None:
    folder.write_text("not a folder")
    assert works(open_index(FILES, load))
    folder.unlink()
    open_index(FILES, load)
    place = only(folder)
    for path in place.iterdir():
        path.unlink()
    place.rmdir()
    place.write_text("not a folder")
    assert works(open_index(FILES, load))


def test_without_a_place_it_is_made_in_memory(
    load: Loader, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("/proc/none/such", os.devnull):
        monkeypatch.setenv("TRANSCHECK_CACHE", path)
        assert works(open_index(FILES, load))
    monkeypatch.setattr(cache, "cache_folder", lambda: None)
    assert works(open_index(FILES, load))
    assert load.count == 3


def test_a_full_disk_leaves_nothing_behind(
    folder: Path, load: Loader, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    assert works(open_index(FILES, load))
    assert list(folder.iterdir()) == []


def test_a_glossary_that_cannot_be_read_is_not_kept(folder: Path) -> None:
    def fail() -> tuple[Concept, ...]:
        raise ValueError("line 3")

    with pytest.raises(ValueError, match="line 3"):
        open_index(FILES, fail)
    assert not folder.exists()


def test_without_files_nothing_is_kept(folder: Path) -> None:
    assert len(open_index([], tuple)) == 0
    assert not folder.exists()


def test_the_oldest_goes(folder: Path, load: Loader) -> None:
    for number in range(cache.MOST_KEPT + 3):
        open_index([("names.csv", f"d{number}")], load)
        for path in folder.iterdir():
            state = (path / "manifest").stat()
            os.utime(path / "manifest", (state.st_atime, state.st_mtime - 10))
    assert len(list(folder.iterdir())) == cache.MOST_KEPT
    made = load.count
    open_index([("names.csv", f"d{number}")], load)
    assert load.count == made
    open_index([("names.csv", "d0")], load)
    assert load.count == made + 1


def test_several_at_once(folder: Path, load: Loader) -> None:
    barrier, found = threading.Barrier(6), []

    def build() -> None:
        barrier.wait()
        found.append(works(open_index(FILES, load)))

    threads = [threading.Thread(target=build) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [True] * 6
    assert works(open_index(FILES, load))
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_two_processes_at_once(tmp_path: Path, folder: Path) -> None:
    glossary, article = tmp_path / "own.csv", tmp_path / "article.txt"
    glossary.write_text("name,kind,source\nMark Rutte,person,sr:Mark Rute\n", encoding="utf-8")
    article.write_text("Mark Rute spoke.\n", encoding="utf-8")
    command = [sys.executable, "-m", "transcheck", "check", "--glossary", str(glossary)]
    command += ["--no-glossaries", "--source-lang", "sr", "--format", "json", str(article)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    outputs = [process.communicate(timeout=60)[0] for process in running]
    assert {process.returncode for process in running} == {1}
    assert b"Mark Rutte" in outputs[0]
    assert outputs[0] == outputs[1] == outputs[2]
    assert only(folder).is_dir()


@pytest.mark.parametrize(
    ("platform", "variables", "wanted"),
    [
        ("linux", {}, "home/.cache/transcheck"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "home/.cache/transcheck"),
        ("darwin", {}, "home/Library/Caches/transcheck"),
        ("win32", {}, "home/AppData/Local/transcheck/Cache"),
    ],
)
def test_where_the_cache_lies(
    platform: str,
    variables: dict[str, str],
    wanted: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("TRANSCHECK_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    assert cache_folder() == tmp_path / wanted
    monkeypatch.setenv("TRANSCHECK_CACHE", str(tmp_path / "other"))
    assert cache_folder() == tmp_path / "other"
