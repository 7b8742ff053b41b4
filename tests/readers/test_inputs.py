from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from transcheck.model import Role
from transcheck.readers import Input, find_inputs, read
from transcheck.readers.formats import plain

LINE = "Mayor Nives Šain spoke.\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("b.txt", "a.md", "sub/c.TXT", "sub/table.csv", ".hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(LINE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def paths(*given: str) -> list[str]:
    return [one.path for one in find_inputs(given).inputs]


def reasons(*given: str) -> list[tuple[str, str]]:
    return [(entry.path, entry.reason) for entry in find_inputs(given).skipped]


def test_a_folder_is_searched_in_order_for_what_readers_claim(desk: Path) -> None:
    found = find_inputs(["."])
    assert [one.path for one in found.inputs] == ["a.md", "b.txt", "sub/c.TXT"]
    assert found.passed_over == 3
    assert found.skipped == ()


def test_a_report_left_among_the_articles_is_passed_over(desk: Path) -> None:
    head = '<!doctype html><html><head><meta name="transcheck-signature" content="x"></head>'
    (desk / "report.html").write_text(head, encoding="utf-8")
    (desk / "page.html").write_text(f"<p>{LINE}</p>", encoding="utf-8")
    assert paths(".") == ["a.md", "b.txt", "page.html", "sub/c.TXT"]
    assert paths("report.html") == ["report.html"]
    os.mkfifo(desk / "pipe.html")
    assert [path for path, _ in reasons(".")] == ["pipe.html"]


def test_paths_are_shown_as_given(desk: Path) -> None:
    assert paths("sub/") == ["sub/c.TXT"]
    assert paths("./b.txt") == ["./b.txt"]
    assert paths(str(desk / "b.txt")) == [f"{desk}/b.txt"]


def test_a_file_named_twice_is_read_once(desk: Path) -> None:
    assert paths("b.txt", "./b.txt", ".", "-", "-") == ["<stdin>", "a.md", "b.txt", "sub/c.TXT"]


def test_a_named_file_is_read_whatever_its_suffix(desk: Path) -> None:
    assert paths("sub/table.csv", ".hidden.txt") == [".hidden.txt", "sub/table.csv"]


def test_the_order_in_which_paths_are_named_changes_nothing(desk: Path) -> None:
    given = ["sub/c.TXT", "b.txt", "none.txt", ".", "*.docx", "a.md"]
    assert find_inputs(given) == find_inputs(given[::-1])


def test_globs(desk: Path) -> None:
    assert paths("*.txt") == ["b.txt"]
    assert paths("**/*.TXT") == ["sub/c.TXT"]
    assert paths("sub/*.csv") == ["sub/table.csv"]
    assert find_inputs(["sub/*"]).passed_over == 1


def test_a_file_whose_name_looks_like_a_glob_is_a_file(desk: Path) -> None:
    Path("[1].txt").write_text(LINE)
    assert paths("[1].txt") == ["[1].txt"]


def test_what_is_not_there_is_skipped_and_the_rest_is_found(desk: Path) -> None:
    (desk / "empty").mkdir()
    found = find_inputs(["none.txt", "empty", "*.docx", "sub/*.zip", "b.txt"])
    assert [one.path for one in found.inputs] == ["b.txt"]
    assert [entry.path for entry in found.skipped] == ["*.docx", "empty", "none.txt", "sub/*.zip"]
    assert found.skipped[0].reason == "no file matches"
    assert found.skipped[1].reason.startswith("no article in this folder (looked for .")
    assert found.skipped[2].reason == "no such file or folder"


def test_a_glob_of_files_that_nobody_claims(desk: Path) -> None:
    assert "no article among these" in reasons("sub/t*")[0][1]


def test_pipes_broken_links_and_loops_are_skipped(desk: Path) -> None:
    os.mkfifo("pipe.txt")
    Path("broken.txt").symlink_to("gone.txt")
    Path("sub/loop").symlink_to("..", target_is_directory=True)
    Path("self.txt").symlink_to("self.txt")
    found = dict(reasons("."))
    assert "a device or a pipe" in found["pipe.txt"]
    assert found["broken.txt"] == "a broken link"
    assert "leads back" in found["sub/loop"]
    assert found["self.txt"] == "a broken link"
    assert reasons("broken.txt") == [("broken.txt", "a broken link")]


def test_a_linked_folder_is_read(desk: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / "e.txt").write_text(LINE)
    Path("linked").symlink_to(other, target_is_directory=True)
    assert paths("linked") == ["linked/e.txt"]


def test_a_name_that_is_not_utf8_can_be_shown(desk: Path) -> None:
    name = os.fsdecode(b"b\xe8.txt")
    Path(name).write_text(LINE)
    (one,) = find_inputs([name]).inputs
    assert one.path == "b\\udce8.txt"
    assert len(read(one)[0]) == 1


def test_reading_gives_articles_named_by_their_path(desk: Path) -> None:
    (article,), skipped = read(find_inputs(["b.txt"]).inputs[0])
    assert (article.path, article.id, skipped) == ("b.txt", "b.txt", ())
    assert [s.target for s in article.segments] == ["Mayor Nives Šain spoke."]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "has no text"),
        (b"\x89PNG\0\0", "is a binary file, not an article"),
        (b"Nives \x8aain", "byte 6 (0x8A) is not UTF-8. Try --encoding cp1250"),
    ],
)
@pytest.mark.parametrize("name", ["x.txt", "x.md", "x.html", "x.unknown"])
def test_a_bad_file_is_one_entry(desk: Path, name: str, raw: bytes, reason: str) -> None:
    Path(name).write_bytes(raw)
    articles, skipped = read(find_inputs([name]).inputs[0])
    assert articles == ()
    assert [entry.path for entry in skipped] == [name]
    if not (name == "x.html" and reason == "has no text"):
        assert skipped[0].reason == reason


def test_a_file_over_20_mb_is_refused_unread(desk: Path) -> None:
    with Path("big.txt").open("wb") as file:
        file.truncate(20_000_001)
    assert "is over 20 MB" in read(find_inputs(["big.txt"]).inputs[0])[1][0].reason


def test_a_file_that_went_away_is_one_entry(desk: Path) -> None:
    (one,) = find_inputs(["b.txt"]).inputs
    Path("b.txt").unlink()
    assert read(one)[1][0].reason == "cannot be read: No such file or directory"


def test_encoding_is_passed_on(desk: Path) -> None:
    Path("old.txt").write_bytes("Nives Šain".encode("cp1250"))
    (article,), _ = read(find_inputs(["old.txt"]).inputs[0], encoding="cp1250")
    assert article.segments[0].target == "Nives Šain"


def test_nesting_without_end_is_one_entry(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dig(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(plain, "read", dig)
    assert "nested too deeply" in read(find_inputs(["b.txt"]).inputs[0])[1][0].reason


def test_standard_input_is_read_by_the_suffix_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"# Ferry\n\nIt *sails*.")))
    (one,) = find_inputs(["-"], "draft.md").inputs
    assert one == Input("draft.md")
    (article,), _ = read(one)
    assert [s.target for s in article.segments] == ["Ferry", "It sails."]
    assert article.segments[0].role is Role.HEADLINE
