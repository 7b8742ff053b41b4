"""Case files: what each check has to find and where it has to stay silent.

`tests/cases/<check-id>.toml` holds `[[bad]]` and `[[good]]` tables. In `text`, one segment a
line, what the check has to find stands in double square brackets; a good text has none.
`suggestions` are the first suggestions, one for each marked place ("" where there is none).
`waivers` is a waiver file; the text is called <text> in it.
`tests/cases/guards/<guard>.toml` is for all checks of names together.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import transcheck
from transcheck.model import ArticleReport, Finding, Span

FOLDER = Path(__file__).parent / "cases"
GUARDS = FOLDER / "guards"
NAMES = ("name-", "acronym-")
_MARKED = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Case:
    """One text of a case file, with its marks taken out, and how it is to be checked."""

    check: str
    name: str
    text: str
    marks: tuple[Span, ...]
    note: str = ""
    suggestions: tuple[str, ...] | None = None
    severity: str | None = None
    certainty: str | None = None
    source: str | None = None
    source_lang: str | None = None
    target_lang: str | None = None
    glossary: str | None = None
    preferred: tuple[str, ...] = ()
    house: dict[str, Any] | None = None
    shipped: bool = False
    waivers: str | None = None


_KEYS = {field.name for field in fields(Case)} - {"check", "name", "marks"}


def load_cases(path: Path) -> tuple[Case, ...]:
    """Read a case file. Raise ValueError that names the file and the table that is wrong."""
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    if unknown := set(tables) - {"bad", "good"}:
        raise ValueError(f"{path.name}: unknown table {sorted(unknown)}")
    return tuple(
        _case(path, f"{kind}-{number}", kind, table)
        for kind in ("bad", "good")
        for number, table in enumerate(tables.get(kind, []), start=1)
    )


def all_cases() -> tuple[Case, ...]:
    """Read every case file, in the order of their names."""
    return tuple(case for path in sorted(FOLDER.rglob("*.toml")) for case in load_cases(path))


def check(case: Case, folder: Path) -> ArticleReport:
    """Check a case's text as a program would."""
    glossary = folder / "glossary.csv"
    if case.glossary is not None:
        glossary.write_text(case.glossary.strip() + "\n", encoding="utf-8")
    house = dict(case.house or {})
    if case.waivers is not None:
        waivers = folder / "waivers.toml"
        waivers.write_text(case.waivers, encoding="utf-8")
        house["waivers"] = str(waivers)
    report = transcheck.check(
        case.text,
        source=case.source,
        glossary=(glossary,) if case.glossary is not None else (),
        shipped=case.shipped,
        source_lang=case.source_lang,
        target_lang=case.target_lang,
        preferred=case.preferred,
        house=house,
    )
    assert not report.skipped, report.skipped
    return report.articles[0]


def run(case: Case, folder: Path) -> list[tuple[Span, Finding]]:
    """Return the findings of a case's own check in its text, with their places."""
    report = check(case, folder)
    return [
        (report.article.segments[one.segment].locate(one.span), one)
        for one in report.findings
        if one.check == case.check or (case.check == "names" and one.check.startswith(NAMES))
    ]


def _case(path: Path, name: str, kind: str, table: dict[str, Any]) -> Case:
    place = f"{path.name} {name}"
    if unknown := set(table) - _KEYS:
        raise ValueError(f"{place}: unknown key {sorted(unknown)}")
    text, marks = _unmark(table.pop("text").strip("\n"))
    if bool(marks) is not (kind == "bad"):
        raise ValueError(f"{place}: a bad text has marks, a good one has none")
    for key in ("suggestions", "preferred"):
        if key in table:
            table[key] = tuple(table[key])
    if len(table.get("suggestions", marks)) != len(marks):
        raise ValueError(f"{place}: one suggestion for each mark")
    if path.parent == GUARDS:
        return Case("names", f"{path.stem}-{name}", text, marks, **table)
    return Case(check=path.stem, name=name, text=text, marks=marks, **table)


def _unmark(marked: str) -> tuple[str, tuple[Span, ...]]:
    text, marks, position = "", [], 0
    for match in _MARKED.finditer(marked):
        text += marked[position : match.start()]
        marks.append(Span(len(text), len(text) + len(match.group(1))))
        text += match.group(1)
        position = match.end()
    return text + marked[position:], tuple(marks)
