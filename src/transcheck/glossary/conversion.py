"""From one glossary format to another: which format a file is in, and what the way costs."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import msgspec

from transcheck.discovery import find_plugins
from transcheck.errors import UsageError, did_you_mean
from transcheck.glossary.exchange import ALL, GlossaryFile, Pair, read_file
from transcheck.glossary.issues import GlossaryIssue
from transcheck.glossary.native.records import refuse_suffix
from transcheck.model import Concept, Record

NATIVE = "csv"
# Problems of a row that is then not among the concepts; every other row is converted.
_UNREAD = frozenset(["cell-count", "cell-type", "empty-cell", "empty-name", "long-cell"])


class Conversion(Record, frozen=True):
    """A glossary in another format, and all that must be said about it, one line each."""

    content: bytes
    concepts: int
    problems: tuple[GlossaryIssue, ...]
    losses: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Say whether every row could be read."""
        return not any(problem.id in _UNREAD for problem in self.problems)


_FOREIGN = "If it is an engine's glossary or a plain list, say which: --from deepl, or --from tsv"


def find_formats() -> tuple[ModuleType, ...]:
    """Return the modules of all glossary formats, in the order of their names."""
    return find_plugins("transcheck.glossary.formats", "GLOSSARY_FORMAT")


def choose_format(path: str, named: str | None = None) -> ModuleType:
    """Return the format that was named, else the one of the file's suffix, else the native one.

    Raise UsageError when no format has that name.
    """
    return _choose(path, named) or _by_name()[NATIVE]


def require_format(path: str, named: str | None, option: str) -> ModuleType:
    """Return the format that was named, else the one of the file's suffix.

    Raise UsageError when neither says it, with the formats there are; `option` names them.
    """
    if refused := refuse_suffix(path):
        raise UsageError(refused, path=path)
    found = _choose(path, named)
    if found is None:
        suffix = Path(path).suffix
        message = f"no format has the suffix {suffix}" if suffix else "the file has no suffix"
        hint = f"Say {option}, one of: {', '.join(sorted(_by_name()))}"
        raise UsageError(message, path=path, hint=hint)
    return found


def read_concepts(path: str, named: str | None = None) -> tuple[Concept, ...]:
    """Return the concepts of a file of any format, of the named one or of its suffix.

    Raise UsageError when a row cannot be read.
    """
    form = choose_format(path, named)
    reading = form.read(read_file(path), Pair())
    worst = [problem for problem in reading.problems if problem.unusable or problem.id in _UNREAD]
    if worst:
        hint = _FOREIGN if worst[0].id == "no-name-column" and not named else None
        raise UsageError(worst[0].message, path=path, line=worst[0].line, hint=hint)
    concepts: tuple[Concept, ...] = reading.concepts
    return concepts


def convert(file: GlossaryFile, pair: Pair, given: ModuleType, wanted: ModuleType) -> Conversion:
    """Return a glossary in the wanted format; raise UsageError when that cannot be done."""
    if not hasattr(wanted, "write"):
        can = [name for name, module in _by_name().items() if hasattr(module, "write")]
        name = wanted.GLOSSARY_FORMAT.name
        raise UsageError(f"{name} is read, not written", hint=f"One of: {', '.join(sorted(can))}")
    reading = given.read(file, pair)
    problems: tuple[GlossaryIssue, ...] = reading.problems
    if worst := next((problem for problem in problems if problem.unusable), None):
        hint = _FOREIGN if worst.id == "no-name-column" else None
        raise UsageError(worst.message, path=file.path, line=worst.line, hint=hint)
    if pair.source == ALL and not hasattr(wanted, "ENGINE"):
        pair = msgspec.structs.replace(pair, source=None)  # all languages is what these do anyway
    writing = wanted.write(reading.concepts, pair)
    return Conversion(
        writing.content,
        len(reading.concepts),
        problems,
        (*reading.losses, *writing.losses),
        writing.notes,
    )


def _choose(path: str, named: str | None) -> ModuleType | None:
    formats = _by_name()
    if named is not None:
        if named not in formats:
            hint = did_you_mean(named, formats, f"One of: {', '.join(sorted(formats))}")
            raise UsageError(f'unknown glossary format "{named}"', hint=hint)
        return formats[named]
    suffix = Path(path).suffix.lower()
    claims = (one for one in formats.values() if suffix in one.GLOSSARY_FORMAT.suffixes)
    return next(claims, None)


def _by_name() -> dict[str, ModuleType]:
    return {module.GLOSSARY_FORMAT.name: module for module in find_formats()}
