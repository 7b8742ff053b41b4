"""Files in, articles out: choose the reader, and turn what fails into an entry of `skipped`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from msgspec.structs import replace

from transcheck.discovery import find_plugins
from transcheck.errors import InputError
from transcheck.files.decode import MOST_BYTES, Decoded, check_size, decode_file
from transcheck.model import Article, Origin, Skipped
from transcheck.readers.inputs import FORMATS, Input, Inputs, find_inputs, suffix_of

Holds = Callable[[str], bool]

__all__ = [
    "Holds",
    "Input",
    "Inputs",
    "decode",
    "digest",
    "find_inputs",
    "load",
    "read",
    "read_content",
    "spell",
    "trace_field",
]


def read(
    one: Input, *, encoding: str | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Return the articles of one input, and what of it could not be read and why."""
    try:
        content = load(one)
    except InputError as error:
        return (), (_skip(one.path, error),)
    except OSError as error:
        return (), (Skipped(one.path, f"cannot be read: {error.strerror or error}"),)
    articles, skipped = read_content(one.path, content, encoding)
    if one.file is None:
        return articles, skipped
    mark = digest(content)
    return tuple(replace(article, digest=mark) for article in articles), skipped


def read_content(
    path: str, content: bytes, encoding: str | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Return the articles in the bytes of a file called `path`, as `read` does."""
    try:
        articles, skipped = _find_reader(path).read(path, content, encoding)
    except InputError as error:
        return (), (_skip(path, error),)
    except RecursionError:
        return (), (Skipped(path, "is nested too deeply to be read"),)
    return tuple(articles), tuple(skipped)


def load(one: Input) -> bytes:
    """Return the bytes of an input. Raise InputError when they are too many, else OSError."""
    if one.file is None:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    file = Path(one.file)
    check_size(file.stat().st_size, one.path)
    return file.read_bytes()


def decode(path: str, content: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file and how it was written, as its reader reads it.

    A page in ASCII is in the encoding that it declares: what is added to it has to be too. Raise
    InputError when the whole of a file cannot be decoded.
    """
    find = getattr(_find_reader(path), "find_declared", None)
    declared = find(content) if find else None
    decoded = decode_file(content, path, encoding, declared)
    if declared and not encoding and content.isascii() and _is_ascii_in(declared):
        return decoded._replace(encoding=declared)
    return decoded


def spell(path: str, letters: str, around: Sequence[str], holds: Holds) -> str:
    """Return `letters` as they are written in a file called `path`, by the habit of its own text.

    `around` are texts of the file, the nearest first; `holds` says which letters its encoding
    has. Raise InputError naming a letter that the file has no way to hold.
    """
    return str(_find_reader(path).spell(letters, around, holds))


def trace_field(path: str, raw: str, field: str) -> Origin:
    """Return where each letter of a field of a row stands in the row as it is written."""
    found = _find_reader(path).trace_field(raw, field)
    assert isinstance(found, Origin)
    return found


def digest(content: bytes) -> str:
    """Return the digest that an article carries of its file."""
    from hashlib import sha256

    return f"sha256:{sha256(content).hexdigest()}"


def _is_ascii_in(encoding: str) -> bool:
    """Say whether a known encoding has the letters of ASCII where ASCII has them."""
    letters = "".join(map(chr, range(128)))
    try:
        return letters.encode(encoding) == letters.encode("ascii")
    except (LookupError, UnicodeError):
        return False


def _skip(path: str, error: InputError) -> Skipped:
    place = f"line {error.line}: " if error.line else ""
    hint = f". {error.hint}" if error.hint else ""
    return Skipped(path, f"{place}{error.message}{hint}")


def _find_reader(path: str) -> ModuleType:
    """Return the reader that claims the suffix of `path`, else the one for plain text."""
    readers = {
        s: module for module in find_plugins(FORMATS, "READER") for s in module.READER.suffixes
    }
    return readers[suffix_of(path, readers) or ".txt"]
