"""Two branches that both decided: what of which stands afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from transcheck.errors import UsageError
from transcheck.waivers import read_waivers
from transcheck.waivers.merging import merge_waivers


def _waiver(mark: str, reason: str = "So") -> str:
    return f'[[waiver]]\nfingerprint = "{mark * 12}"\npath = "a.txt"\nreason = "{reason}"\n'


A, B, C = _waiver("a"), _waiver("b"), _waiver("c")
LEFT = f'{B}left-open = ["cccccccccccc"]\n'
AGAIN, ELSE = _waiver("a", "Again"), _waiver("a", "Otherwise")


def _merge(folder: Path, base: str, ours: str, theirs: str) -> tuple[str, int]:
    for name, text in (("base", base), ("ours", ours), ("theirs", theirs)):
        (folder / name).write_bytes(text.encode())
    both = merge_waivers(*(str(folder / name) for name in ("base", "ours", "theirs")))
    return (folder / "ours").read_bytes().decode(), len(both)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        (A, f"{A}\n{B}", f"{A}\n{C}", f"{A}\n{B}\n{C}"),  # each added one
        ("", B, C, f"{B}\n{C}"),  # each made the file
        (A, A, A, A),
        (A, AGAIN, A, AGAIN),
        (A, A, AGAIN, AGAIN),
        (A, f"{A}\n{LEFT}", f"{A}\n{C}", f"{A}\n{LEFT}\n{C}"),
        (A, f"{A}\n{C}", f"{A}\n{LEFT}", f"{A}\n{C}\n{LEFT}"),
        (f"{A}\n{B}", f"{A}\n{B}", f"{A}\n{LEFT}", f"{A}\n\n{LEFT}"),
        (A, AGAIN, AGAIN, AGAIN),
        ("", A, AGAIN, A),  # added twice: once, in our words
        (f"{A}\n{B}", f"{A}\n{B}", B, B),
        (f"{A}\n{B}", B, f"{A}\n{B}", B),
        (A, "", AGAIN, AGAIN),  # removed here, renewed there
        (A, AGAIN, "", AGAIN),
        (f"# ours\n{A}", f"# our desk\n{A}", f"# ours\n{A}\n# as he signs\n{B}# end\n",
         f"# our desk\n{A}\n# as he signs\n{B}"),
        (A, f"{A}\n{B}".replace("\n", "\r\n"), f"{A}\n{C}", f"{A}\n{B}\n{C}".replace("\n", "\r\n")),
        (A, f"\ufeff{A}", f"{A}\n{C}", f"\ufeff{A}\n{C}"),
    ],
)  # fmt: skip
def test_what_stands_after_a_merge(
    tmp_path: Path, base: str, ours: str, theirs: str, merged: str
) -> None:
    assert _merge(tmp_path, base, ours, theirs) == (merged, 0)
    read_waivers(str(tmp_path / "ours"))


def test_of_one_that_both_changed_both_stand_until_a_person_keeps_one(tmp_path: Path) -> None:
    assert _merge(tmp_path, A, AGAIN, ELSE) == (f"{AGAIN}\n{ELSE}", 1)
    with pytest.raises(UsageError, match="Keep one of the two"):
        read_waivers(str(tmp_path / "ours"))


def test_a_broken_side_leaves_ours_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="theirs:1"):
        _merge(tmp_path, A, B, "[[waiver")
    assert (tmp_path / "ours").read_text() == B
