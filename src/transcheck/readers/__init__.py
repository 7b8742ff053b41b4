"""Files in, articles out: choose the reader, and turn what fails into an entry of `skipped`."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType

from transcheck.discovery import find_plugins
from transcheck.errors import InputError
from transcheck.files.decode import MOST_BYTES, check_size
from transcheck.model import Article, Skipped
from transcheck.readers.inputs import FORMATS, Input, Inputs, find_inputs, suffix_of

__all__ = ["Input", "Inputs", "find_inputs", "read"]


def read(
    one: Input, *, encoding: str | None = None
) -> tuple[tuple[Article, ...], tuple[Skipped, ...]]:
    """Return the articles of one input, and what of it could not be read and why."""
    try:
        articles, skipped = _find_reader(one.path).read(one.path, _load(one), encoding)
    except InputError as error:
        place = f"line {error.line}: " if error.line else ""
        hint = f". {error.hint}" if error.hint else ""
        return (), (Skipped(one.path, f"{place}{error.message}{hint}"),)
    except RecursionError:
        return (), (Skipped(one.path, "is nested too deeply to be read"),)
    except OSError as error:
        return (), (Skipped(one.path, f"cannot be read: {error.strerror or error}"),)
    return tuple(articles), tuple(skipped)


def _load(one: Input) -> bytes:
    if one.file is None:
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    file = Path(one.file)
    check_size(file.stat().st_size, one.path)
    return file.read_bytes()


def _find_reader(path: str) -> ModuleType:
    """Return the reader that claims the suffix of `path`, else the one for plain text."""
    readers = {
        s: module for module in find_plugins(FORMATS, "READER") for s in module.READER.suffixes
    }
    return readers[suffix_of(path, readers) or ".txt"]
