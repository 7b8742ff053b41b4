"""Translations beside their reference, line by line: what corpus metrics are computed on.

A system is a file with one sentence a line, or a folder of such files, each paired by its name
without the suffix with a file of the reference folder.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from transcheck.errors import InputError, UsageError
from transcheck.files.decode import decode
from transcheck.model import Record
from transcheck.text.lines import split_lines
from transcheck.text.plural import plural

_FEW = 3


class Line(Record, frozen=True):
    """One line and where it stands: its file as given and its number, from 1."""

    path: str
    number: int
    text: str


class Side(Record, frozen=True):
    """All lines of the reference or of one system; `path` is what was named."""

    path: str
    lines: tuple[Line, ...]

    @property
    def texts(self) -> list[str]:
        """The lines without their places."""
        return [line.text for line in self.lines]


class Corpus(Record, frozen=True):
    """A reference and the systems compared with it: every side has as many lines."""

    reference: Side
    systems: tuple[Side, ...]


def read_corpus(hypotheses: Sequence[str], reference: str, encoding: str | None = None) -> Corpus:
    """Read the reference and each system. Raise InputError where lines cannot be paired."""
    _must_exist(reference)
    if Path(reference).is_dir():
        pairs = [list(_pair_folders(path, reference)) for path in hypotheses]
    else:
        pairs = [[_pair_files(path, reference)] for path in hypotheses]
    wanted = {file: _read_lines(file, encoding) for _, file in pairs[0]}
    systems = []
    for path, files in zip(hypotheses, pairs, strict=True):
        lines: list[Line] = []
        for file, partner in files:
            own = _read_lines(file, encoding)
            _compare_lengths(file, len(own), partner, len(wanted[partner]))
            lines += own
        systems.append(_side(path, lines))
    return Corpus(_side(reference, [line for _, f in pairs[0] for line in wanted[f]]), (*systems,))


def _side(path: str, lines: Sequence[Line]) -> Side:
    if not any(line.text.strip() for line in lines):
        raise InputError("holds no text", path=path)
    return Side(path, tuple(lines))


def _pair_files(path: str, reference: str) -> tuple[str, str]:
    if Path(path).is_dir():
        raise UsageError(
            f"is a folder, and the reference {reference} is not",
            path=path,
            hint="Name two files or two folders",
        )
    return path, reference


def _pair_folders(folder: str, reference: str) -> Iterator[tuple[str, str]]:
    if not Path(folder).is_dir():
        _must_exist(folder)
        raise UsageError(
            f"is a file, and the reference {reference} is a folder",
            path=folder,
            hint="Name two files or two folders",
        )
    own, wanted = _by_stem(folder), _by_stem(reference)
    for path, missing in ((folder, wanted.keys() - own), (reference, own.keys() - wanted)):
        if missing:
            hint = "Files are paired by their names without the suffix"
            said = f"has no partner for {_enumerate(sorted(missing))}"
            raise InputError(said, path=path, hint=hint)
    for stem in sorted(own):
        yield own[stem], wanted[stem]


def _by_stem(folder: str) -> dict[str, str]:
    """Return the files of a folder by their names without suffix; hidden files are passed over."""
    found: dict[str, str] = {}
    root = Path(folder)
    for file in sorted(root.rglob("*")):
        inside = file.relative_to(root)
        if any(part.startswith(".") for part in inside.parts) or file.is_dir():
            continue
        stem = inside.with_suffix("").as_posix()
        if stem in found:
            hint = "Rename one of them: files are paired by their names without the suffix"
            raise InputError(f"has the stem of {file.name}", path=found[stem], hint=hint)
        found[stem] = file.as_posix()
    if not found:
        raise InputError("holds no files", path=folder)
    return found


def _read_lines(path: str, encoding: str | None) -> list[Line]:
    _must_exist(path)
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror}", path=path) from None
    text = decode(raw, path, encoding)
    pieces = [text[start:end] for start, end in split_lines(text)]
    if not pieces[-1]:
        pieces.pop()
    return [Line(path, number, piece) for number, piece in enumerate(pieces, start=1)]


def _must_exist(path: str) -> None:
    if not Path(path).exists():
        raise InputError("no such file or folder", path=path)


def _compare_lengths(path: str, count: int, reference: str, wanted: int) -> None:
    if count != wanted:
        raise InputError(
            f"{path} has {plural(count, 'line')}, {reference} {wanted:,}",
            hint="They are compared line by line",
        )


def _enumerate(stems: Sequence[str]) -> str:
    shown = ", ".join(stems[:_FEW])
    return shown if len(stems) <= _FEW else f"{shown} and {len(stems) - _FEW} more"
