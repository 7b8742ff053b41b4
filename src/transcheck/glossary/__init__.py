"""Glossaries: which names there are, and which forms of them may stand in print.

formats     ─ one file a format: bytes ─► concepts, and back (exchange: what they share)
native, engines, termbases, workbooks ─ what those formats are made of
precedence  ─ several files as one, the last named first
lint, rules, formatting ─ what would mislead, and the usual form
merging, differences, statistics ─ two people's work on one glossary
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from msgspec.structs import replace

from transcheck.errors import UsageError
from transcheck.glossary.conversion import choose_format
from transcheck.glossary.exchange import GlossaryFile, Pair, read_file
from transcheck.glossary.issues import note_no_rows
from transcheck.glossary.precedence import merge
from transcheck.glossary.shipped import find_shipped
from transcheck.model import Concept, Glossary

__all__ = [
    "GlossaryFile",
    "find_shipped",
    "load_glossaries",
    "parse_glossaries",
    "read_glossaries",
    "sign_files",
]


def load_glossaries(paths: Sequence[str], *, shipped: bool = True, target: str = "en") -> Glossary:
    """Return the glossaries named by the user and those that come with transcheck, as one."""
    files = read_glossaries(paths, shipped=shipped)
    return Glossary(parse_glossaries(files, target), sign_files(files))


def read_glossaries(paths: Sequence[str], *, shipped: bool = True) -> tuple[GlossaryFile, ...]:
    """Return the files, unparsed, the winning one first.

    The last one named wins and stands first; the shipped ones come last.
    """
    named = map(read_file, reversed(paths))
    own = (
        (replace(read_file(str(path)), shipped=True) for path in find_shipped()) if shipped else ()
    )
    return (*named, *own)


def parse_glossaries(files: Sequence[GlossaryFile], target: str = "en") -> tuple[Concept, ...]:
    """Return the concepts of all files; raise UsageError at the first fault of any.

    `target` is the language whose terms are the names, in files that do not say it.
    """
    pair = Pair(target)
    return merge([_parse(file, pair) for file in files])


def sign_files(files: Sequence[GlossaryFile]) -> tuple[tuple[str, str], ...]:
    """Return the name and the beginning of the digest of each file, as a signature has them.

    The shipped ones are signed as one.
    """
    own = [(Path(file.path).stem, file.digest[:6]) for file in files if not file.shipped]
    shipped = "".join(file.digest for file in files if file.shipped)
    if shipped:
        own.append(("shipped", hashlib.sha256(shipped.encode()).hexdigest()[:6]))
    return tuple(own)


def _parse(file: GlossaryFile, pair: Pair) -> tuple[Concept, ...]:
    reading = choose_format(file.path).read(file, pair)
    problems = reading.problems if reading.concepts else note_no_rows(file.path, reading.problems)
    if problems:
        worst = next((p for p in problems if p.unusable), problems[0])
        more = len(problems) - 1
        hint = f"`transcheck glossary lint` lists {more} more" if more else None
        raise UsageError(worst.message, path=file.path, line=worst.line, hint=hint)
    concepts: tuple[Concept, ...] = reading.concepts
    return tuple(replace(one, shipped=True) for one in concepts) if file.shipped else concepts
