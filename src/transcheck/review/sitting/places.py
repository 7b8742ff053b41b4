"""Where decisions are written, and which articles a change of the waiver file concerns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from transcheck.config import Settings
from transcheck.model import Record, Waiver
from transcheck.waivers import WaiverFile
from transcheck.waivers.paths import compile_glob, normalise, relate


class Places(Record, frozen=True):
    """The waiver file, the glossary that takes rows, and who decides."""

    waivers: str
    glossary: str | None = None
    by: str = ""

    def settle(self, settings: Settings) -> Settings:
        """Return settings that read both files, as far as they are there already."""
        waivers = self.waivers if Path(self.waivers).exists() else None
        glossaries = settings.glossary
        if self.glossary:
            into = Path(self.glossary)
            glossaries = tuple(one for one in glossaries if not _is_same(Path(one), into))
            if into.exists():
                # in its place where it had one: the later of two glossaries wins
                at = next(
                    (n for n, one in enumerate(settings.glossary) if _is_same(Path(one), into)),
                    len(glossaries),
                )
                glossaries = (*glossaries[:at], self.glossary, *glossaries[at:])
        return replace(settings, waivers=waivers, glossary=glossaries)


def find_concerned(one: WaiverFile | None, other: WaiverFile | None) -> Callable[[str], bool]:
    """Return what says whether an article's path is that of a waiver which only one file has."""
    changed = _waivers(one) ^ _waivers(other)
    file = other or one
    patterns = [compile_glob(normalise(waiver.path)) for waiver in changed]

    def concerns(path: str) -> bool:
        if not file or not patterns:
            return False
        here = relate(path, file.folder)
        return any(pattern.fullmatch(here) for pattern in patterns)

    return concerns


def _waivers(file: WaiverFile | None) -> set[Waiver]:
    return {replace(waiver, line=0) for waiver in file.waivers} if file else set()


def _is_same(one: Path, other: Path) -> bool:
    return one == other or one.resolve() == other.resolve()
