"""JSONL: one article a row, with `id`, `text` or `segments`, and what is known of its source."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from transcheck.errors import InputError
from transcheck.files.decode import decode, misfit
from transcheck.model import Article, Origin, ReaderInfo, Skipped
from transcheck.readers.row import read_row

READER = ReaderInfo("JSONL", (".jsonl", ".ndjson"))

_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def read(
    path: str, raw: bytes, encoding: str | None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Return the articles of the good rows, and one entry for each row that cannot be read."""
    articles: list[Article] = []
    skipped: list[Skipped] = []
    rows: dict[str, int] = {}
    for number, start, row in _split(raw, path, encoding):
        try:
            line = row if isinstance(row, str) else _decode_row(row, path, start, encoding)
            article = read_row(line, path, number)
            if article.id in rows:
                first = rows[article.id]
                said = f'id "{article.id}" is already that of row {first}'
                raise InputError(said, hint="Give each row its own")
        except InputError as error:
            hint = f". {error.hint}" if error.hint else ""
            skipped.append(Skipped(path, f"row {number}: {error.message}{hint}"))
        else:
            rows[article.id] = number
            articles.append(article)
    if not articles and not skipped:
        raise InputError("has no rows", path=path)
    return tuple(articles), tuple(skipped)


def trace_field(raw: str, field: str) -> Origin:
    """Return where each letter of a row's field stands in the row as it is written."""
    from transcheck.readers.strings import trace

    return trace(raw, field)


def spell(letters: str, around: Sequence[str], holds: Callable[[str], bool]) -> str:
    """Return letters as they are written in a row, escaped where the row escapes its own."""
    from transcheck.readers.strings import spell

    return spell(letters, around, holds)


def _split(raw: bytes, path: str, encoding: str | None) -> Iterator[tuple[int, int, str | bytes]]:
    """Yield number, offset and content of each row that is not blank.

    When the file does not decode as a whole, each row is decoded for itself, so that one bad
    byte costs one row.
    """
    try:
        text = decode(raw, path, encoding)
    except InputError as error:
        if not isinstance(error.__context__, UnicodeDecodeError) or raw.startswith(_WIDE):
            raise
        yield from _split_bytes(raw)
        return
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield number, 0, line


def _split_bytes(raw: bytes) -> Iterator[tuple[int, int, bytes]]:
    start = 0
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if line.strip():
            yield number, start, line
        start += len(line) + 1


def _decode_row(row: bytes, path: str, start: int, encoding: str | None) -> str:
    try:
        return row.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        hint = "Try another --encoding" if encoding else "Try --encoding cp1250"
        raise misfit(error, path, encoding or "UTF-8", hint, start) from None
