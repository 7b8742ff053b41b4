"""The good texts of the guards' own case files: what each guard is there for."""

from __future__ import annotations

import tempfile
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import transcheck
from benchmarks.corpus import ROOT
from benchmarks.scorer import counts
from transcheck.reports.plain_data import article_data

FOLDER = ROOT / "tests" / "cases" / "guards"


@dataclass(frozen=True)
class GoodText:
    """A text in which nothing is wrong, and how it is to be checked."""

    guard: str
    text: str
    glossary: str | None
    shipped: bool
    source_lang: str | None


@cache
def good_texts() -> tuple[GoodText, ...]:
    """Read the good texts of every guard."""
    return tuple(
        GoodText(
            guard=path.stem,
            text=table["text"].strip("\n"),
            glossary=table.get("glossary"),
            shipped=table.get("shipped", False),
            source_lang=table.get("source_lang"),
        )
        for path in sorted(FOLDER.glob("*.toml"))
        for table in tomllib.loads(path.read_text(encoding="utf-8"))["good"]
    )


def count_alarms(guard: str | None) -> int:
    """Count the good texts of a guard, or of all, in which a name is now found to be wrong."""
    return sum(_alarms(one) for one in good_texts() if guard in (None, one.guard))


def _alarms(one: GoodText) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        glossary = Path(folder) / "glossary.csv"
        glossary.write_text((one.glossary or "name").strip() + "\n", encoding="utf-8")
        report = transcheck.check(
            one.text,
            glossary=glossary if one.glossary else (),
            shipped=one.shipped,
            source_lang=one.source_lang,
        )
    return any(counts(finding) for finding in article_data(report.articles[0])["findings"])
