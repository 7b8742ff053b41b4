from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from transcheck.errors import UsageError
from transcheck.files import write
from transcheck.files.exchange import exchange
from transcheck.files.write import write_folder, write_text


def test_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_text(tmp_path / "report.txt", "Šain\r\n\n")
    assert (tmp_path / "report.txt").read_bytes() == "Šain\r\n\n".encode()


def test_an_old_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_text(path, "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_an_old_file_keeps_its_group_and_its_attributes_and_is_new(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    os.utime(path, (0, 0))
    groups = [one for one in (*os.getgroups(), *([12345] if os.geteuid() == 0 else [])) if one]
    group = (groups or [os.getegid()])[-1]
    os.chown(path, 12345 if os.geteuid() == 0 else -1, group)
    path.chmod(0o664)
    marked = True
    try:
        os.setxattr(path, "user.desk", b"world")
    except (AttributeError, OSError):
        marked = False  # not on this system
    owner = path.stat().st_uid
    write_text(path, "new")
    now = path.stat()
    assert (now.st_uid, now.st_gid, now.st_mode & 0o777) == (owner, group, 0o664)
    assert now.st_mtime > 0
    assert not marked or os.getxattr(path, "user.desk") == b"world"


@pytest.mark.parametrize("reason", [errno.EPERM, errno.EINVAL, errno.ENOTSUP])
def test_a_file_is_written_where_its_owner_cannot_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(reason, os.strerror(reason))

    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o640)
    monkeypatch.setattr(os, "chown", refuse)
    write_text(path, "new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


@pytest.mark.skipif(not hasattr(os, "chown"), reason="no groups of files")
def test_another_group_gets_no_rights_of_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    others = [one for one in os.getgroups() if one != path.stat().st_gid]
    if os.geteuid() != 0 and not others:
        pytest.skip("one group only")
    os.chown(path, -1, others[0] if others else 12345)
    path.chmod(0o664)

    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "chown", refuse)
    write_text(path, "new")
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o644)


@pytest.mark.parametrize("name", ["none/report.html", "folder", "file/report.html"])
def test_what_cannot_be_written_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("x")
    path = tmp_path / name
    with pytest.raises(UsageError) as error:
        write_text(path, "new")
    assert str(error.value).startswith(f"cannot write {path}: ")


def test_the_old_file_stays_when_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "report.txt"
    path.write_text("old")
    monkeypatch.setattr(write.os, "fsync", full)
    with pytest.raises(UsageError, match="No space left on device"):
        write_text(path, "new")
    assert path.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.txt"]


def test_a_file_that_is_write_protected_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.txt"
    path.write_text("old")
    monkeypatch.setattr(write.os, "access", lambda *_: False)  # root may write anywhere
    with pytest.raises(UsageError, match="Permission denied"):
        write_text(path, "new")
    assert path.read_text() == "old"


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_a_folder_is_written_whole(tmp_path: Path) -> None:
    folder = tmp_path / "report"
    pages = [("index.html", "transcheck 1"), ("a/one.html", "Šain")]
    write_folder(folder, pages)
    assert (folder / "a" / "one.html").read_text(encoding="utf-8") == "Šain"
    write_folder(folder, [("index.html", "transcheck 2")])
    assert [p.name for p in folder.rglob("*")] == ["index.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize("can", [True, False])
def test_folders_change_places_in_one_step_where_the_system_can(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can: bool
) -> None:
    there: list[bool] = []
    rename = Path.replace

    def watched(path: Path, target: Path) -> Path:
        done = rename(path, target)
        there.append((tmp_path / "report").exists())
        return done

    write_folder(tmp_path / "report", [("index.html", "transcheck 1")])
    monkeypatch.setattr(Path, "replace", watched)
    if not can:
        monkeypatch.setattr(write, "exchange", lambda *_: False)
    write_folder(tmp_path / "report", [("index.html", "transcheck 2")])
    assert (tmp_path / "report" / "index.html").read_text() == "transcheck 2"
    assert [path.name for path in tmp_path.iterdir()] == ["report"]
    if sys.platform == "linux":
        assert there == ([] if can else [False, True])


def test_what_is_not_there_does_not_change_places(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert not exchange(tmp_path / "one", tmp_path / "other")
    assert [path.name for path in tmp_path.iterdir()] == ["one"]


def test_the_old_folder_stays_when_a_page_fails(tmp_path: Path) -> None:
    def broken() -> Iterator[tuple[str, str]]:
        yield "index.html", "new"
        raise OSError(28, "No space left on device")

    folder = tmp_path / "report"
    write_folder(folder, [("index.html", "transcheck old")])
    with pytest.raises(UsageError, match="No space left"):
        write_folder(folder, broken())
    assert (folder / "index.html").read_text() == "transcheck old"
    assert [path.name for path in tmp_path.iterdir()] == ["report"]


@pytest.mark.parametrize("index", [None, "<h1>Our holidays</h1>"])
def test_a_folder_that_is_not_a_report_is_left_alone(tmp_path: Path, index: str | None) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    if index:
        (tmp_path / "index.html").write_text(index)
    with pytest.raises(UsageError, match="holds other files"):
        write_folder(tmp_path, [("index.html", "new")])
    assert (tmp_path / "mine.txt").read_text() == "mine"


@pytest.mark.parametrize("name", ["../out.html", "/tmp/out.html", "a/../../out.html"])
def test_no_page_leaves_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="outside"):
        write_folder(tmp_path / "report", [(name, "x")])
    assert not (tmp_path / "report").exists()
