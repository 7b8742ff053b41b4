"""Where the glossaries that come with transcheck lie, installed or in a checkout."""

from __future__ import annotations

from pathlib import Path

from transcheck.errors import UsageError

_PACKAGE = Path(__file__).resolve().parents[1]


def find_shipped(package: Path = _PACKAGE) -> tuple[Path, ...]:
    """Return the shipped glossary files, sorted by name.

    A wheel carries them inside the package; a checkout has them at its top, beside `src`.
    """
    for folder in (package / "shipped", package.parents[1] / "glossaries"):
        if files := sorted(folder.glob("*.csv")):
            return tuple(files)
    raise UsageError(
        "the glossaries that come with transcheck are missing",
        path=str(package / "shipped"),
        hint="Install transcheck again, or leave them out with --no-glossaries",
    )
