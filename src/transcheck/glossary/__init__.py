"""Glossaries: which names there are, and which forms of them may stand in print."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from transcheck.discovery import find_plugins
from transcheck.errors import UsageError
from transcheck.glossary.precedence import merge
from transcheck.glossary.shipped import find_shipped
from transcheck.model import Concept, Glossary, Record

__all__ = [
    "GlossaryFile",
    "find_shipped",
    "load_glossaries",
    "parse_glossaries",
    "read_glossaries",
    "sign_files",
]


class GlossaryFile(Record, frozen=True):
    """A glossary as it stands on the disk: its bytes and their SHA-256."""

    path: str
    content: bytes
    digest: str

    @property
    def name(self) -> str:
        """Its name without the folder."""
        return Path(self.path).name


def load_glossaries(paths: Sequence[str], *, shipped: bool = True) -> Glossary:
    """Return the glossaries named by the user and those that come with transcheck, as one."""
    files = read_glossaries(paths, shipped=shipped)
    return Glossary(parse_glossaries(files), sign_files(files))


def read_glossaries(paths: Sequence[str], *, shipped: bool = True) -> tuple[GlossaryFile, ...]:
    """Return the files, unparsed, the winning one first.

    The last one named wins and stands first; the shipped ones come last.
    """
    named = [*reversed(paths)]
    if shipped:
        named += [str(path) for path in find_shipped()]
    return tuple(map(_read, named))


def parse_glossaries(files: Sequence[GlossaryFile]) -> tuple[Concept, ...]:
    """Return the concepts of all files; raise UsageError at the first fault of any."""
    return merge([_parse(file) for file in files])


def sign_files(files: Sequence[GlossaryFile]) -> tuple[tuple[str, str], ...]:
    """Return the name and the beginning of the digest of each file, as a signature has them."""
    return tuple((Path(file.path).stem, file.digest[:6]) for file in files)


def _read(path: str) -> GlossaryFile:
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Check the path"
        raise UsageError(f"the glossary cannot be read ({reason})", path=path, hint=hint) from error
    return GlossaryFile(path, content, hashlib.sha256(content).hexdigest())


def _parse(file: GlossaryFile) -> tuple[Concept, ...]:
    plugins = find_plugins("transcheck.glossary.formats", "GLOSSARY_FORMAT")
    suffix = Path(file.path).suffix.lower()
    native = next(plugin for plugin in plugins if plugin.GLOSSARY_FORMAT.name == "csv")
    claims = (plugin for plugin in plugins if suffix in plugin.GLOSSARY_FORMAT.suffixes)
    concepts: tuple[Concept, ...] = next(claims, native).load(file.path, file.content)
    return concepts
