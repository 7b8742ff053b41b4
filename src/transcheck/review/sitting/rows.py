"""Rows of the desk's glossary, written at once and taken back."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from msgspec.structs import replace

from transcheck.errors import UsageError
from transcheck.files.lock import hold_folder
from transcheck.files.write import write_text
from transcheck.glossary.native.sheet import Row
from transcheck.model import Record
from transcheck.review.rows import write_rows


class RowChange(Record, frozen=True):
    """The lines that were written, and those that stood there before; nothing when all did.

    `made` says that there was no such file.
    """

    path: str
    was: tuple[str, ...] = ()
    now: tuple[str, ...] = ()
    made: bool = False


def add_rows(rows: Iterable[Row], lang: str, target: str) -> RowChange:
    """Write rows of a language, or add to those of the same names: all of them, or none.

    Raise UsageError when one cannot stand there.
    """
    tagged = [replace(row, lang="" if lang == "en" else lang) for row in rows]
    outcome = write_rows(tagged, target)
    if outcome.refused:
        raise UsageError(outcome.refused[0], path=target)
    was, now = _lines(outcome.before), _lines(outcome.after)
    matcher = difflib.SequenceMatcher(None, was, now, autojunk=False)
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if not changed:
        return RowChange(target)
    first, last = changed[0], changed[-1]
    return RowChange(
        target,
        tuple(was[first[1] : last[2]]),
        tuple(now[first[3] : last[4]]),
        made=not outcome.before,
    )


def take_row_back(change: RowChange) -> None:
    """Put back the lines that stood there; a file made for the row goes with its last row.

    Raise UsageError when the row was changed since.
    """
    if not change.now:
        return
    path = Path(change.path)
    with hold_folder(path):
        try:
            text = path.read_bytes().decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError):
            raise _changed(change) from None
        lines, count = _lines(text), len(change.now)
        places = [at for at in range(len(lines)) if tuple(lines[at : at + count]) == change.now]
        if change.made and tuple(lines) == change.now:
            path.unlink()
            return
        now = change.now
        if change.made and not places:  # the header came with it, and other rows since
            now, places = now[1:], [at for at, line in enumerate(lines) if (line,) == now[1:]]
        if len(places) != 1:
            raise _changed(change)
        kept = change.now[:1] if change.made and now == change.now else change.was
        lines[places[0] : places[0] + len(now)] = kept
        write_text(path, "".join(lines))


def _changed(change: RowChange) -> UsageError:
    hint = "Take it back by hand"
    return UsageError("the row was changed since it was written", path=change.path, hint=hint)


def _lines(text: str) -> list[str]:
    """Split at line ends alone: a cell may hold other signs that break lines."""
    *lines, last = text.split("\n")
    return [line + "\n" for line in lines] + ([last] if last else [])
