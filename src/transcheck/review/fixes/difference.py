"""The difference of a file before and after, as `patch` and git read it and as bytes to undo."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from transcheck.files.decode import decode_file
from transcheck.model import Record

_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_UNSAFE = re.compile(r'[\x00-\x1f"\\\x7f]')
_NO_END = b"\\ No newline at end of file\n"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


class ByteEdit(Record, frozen=True):
    """Bytes `now` that stand at an offset of the fixed file, and what they were before."""

    at: int
    now: bytes
    was: bytes


def diff_lines(path: str, before: bytes, after: bytes) -> Iterator[bytes]:
    """Yield the lines of a unified diff: the file's own bytes, so that it can be applied.

    UTF-16 and UTF-32, of which no line ends where a byte says so, are shown as UTF-8.
    """
    if before.startswith(_WIDE):
        before, after = (decode_file(raw, path, None).text.encode() for raw in (before, after))
    old, new = (_quote(f"{side}/{path.lstrip('/')}") for side in "ab")
    found = difflib.diff_bytes(difflib.unified_diff, _split(before), _split(after), old, new)
    for line in found:
        yield line if line.endswith(b"\n") else line + b"\n" + _NO_END


def find_byte_edits(before: bytes, after: bytes) -> tuple[ByteEdit, ...]:
    """Return what makes `before` of `after` again, from the first place to the last."""
    old, new = _split(before), _split(after)
    edits, at, done = [], 0, 0
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for tag, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        at += sum(map(len, new[done:new_start]))
        done = new_start
        if tag != "equal":
            was, now = b"".join(old[old_start:old_end]), b"".join(new[new_start:new_end])
            edits.append(_trim(ByteEdit(at, now, was)))
    return tuple(edits)


def take_back(after: bytes, edits: Sequence[ByteEdit]) -> bytes | None:
    """Return a fixed file as it was before, None when the edits are not of this file."""
    parts, done = [], 0
    for edit in edits:
        end = edit.at + len(edit.now)
        if edit.at < done or after[edit.at : end] != edit.now:
            return None
        parts += [after[done : edit.at], edit.was]
        done = end
    return b"".join([*parts, after[done:]])


def _quote(path: str) -> bytes:
    """Return a path as git writes it: one with a line end in it cannot pass for more lines."""
    if not _UNSAFE.search(path):
        return path.encode()
    return b'"%s"' % _UNSAFE.sub(lambda found: f"\\{ord(found.group()):03o}", path).encode()


def _split(content: bytes) -> list[bytes]:
    return _LINE.findall(content)


def _trim(edit: ByteEdit) -> ByteEdit:
    """Leave out what two stretches have in common at either end."""
    shorter = min(len(edit.now), len(edit.was))
    head = next((i for i in range(shorter) if edit.now[i] != edit.was[i]), shorter)
    rest = shorter - head
    tail = next((i for i in range(rest) if edit.now[-1 - i] != edit.was[-1 - i]), rest)
    return ByteEdit(
        edit.at + head,
        edit.now[head : len(edit.now) - tail],
        edit.was[head : len(edit.was) - tail],
    )
