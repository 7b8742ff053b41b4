"""Name pairs through the whole program: each variant alone in a sentence, all right forms known.

python -m benchmarks.whole_program [--errors KIND] [--limit N]

The glossary holds every right form of dev/names, of the negatives too; a variant is found when a
finding at certain or likely overlaps it and its first suggestion is the right form or holds it.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from benchmarks.corpus import ROOT, SHARED, read_table
from benchmarks.scorer import find_form
from benchmarks.tables import Row, print_rows

GOALS = {
    "diacritics": "≥ .97",
    "inflection": "≥ .85",
    "typo": "≥ .75",
    "transliteration": "≥ .65",
    "respelling": "≥ .60",
    "exonym": "",
}
MOST_FLAGGED = "≤ .02"
CARRIERS = (
    "Reporters asked about {} again on Tuesday.",
    "The letter from {} arrived on Friday.",
    "Nothing new was said about {} this week.",
    "The report mentions {} only once.",
    "On Monday the dispute over {} went on.",
)
SHOWN = ("certain", "likely")
RATIO, JARO_WINKLER = 85, 0.9


@dataclass(frozen=True)
class Pair:
    """A form as it was written and the name it is a form of (or, a negative, is not)."""

    variant: str
    canonical: str
    kind: str
    phenomenon: str
    language: str

    @property
    def is_negative(self) -> bool:
        """Say whether the two are different names."""
        return self.phenomenon == "different"


@dataclass(frozen=True)
class Answer:
    """What a system said of a variant: whether it raised it, and what it would write instead."""

    flagged: bool
    suggestion: str = ""
    certainty: str = ""
    check: str = ""

    def is_right(self, pair: Pair) -> bool:
        """Say whether the suggestion is the right form or holds it as whole words."""
        return bool(self.suggestion) and bool(find_form(pair.canonical, self.suggestion))


def main() -> None:
    """Measure and print."""
    options = _parse()
    folder = options.shared / "dev" / "names"
    if not folder.is_dir():
        print(f"whole_program: not measured, the development data is absent ({options.shared})")
        return
    pairs = read_pairs(folder)
    names = list_names(pairs)
    latin = [pair for pair in pairs if is_latin(pair.variant)]
    latin = latin[:: max(1, len(latin) // options.limit)] if options.limit else latin
    ours = check(latin, names)
    systems = {
        "transcheck": ours,
        "ratio": [_peer(pair, names, ratio=True) for pair in latin],
        "jaro-winkler": [_peer(pair, names, ratio=False) for pair in latin],
    }
    print_rows(
        f"Each variant alone in a sentence, {len(names):,} names known, source language sr",
        list(systems),
        list(_rows(latin, list(systems.values()))),
    )
    _print_kinds(latin, ours)
    if options.errors:
        _print_errors(latin, ours, options.errors)


def read_pairs(folder: Path) -> list[Pair]:
    """Read every pair of dev/names, in the order of its files."""
    return [
        Pair(r["variant"], r["canonical"], r["kind"], r["phenomenon"], r["language"])
        for path in sorted(folder.glob("*.tsv"))
        for r in read_table(path)
    ]


def list_names(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return every right form with its kind, of positives and negatives alike."""
    names: dict[str, str] = {}
    for pair in pairs:
        names.setdefault(pair.canonical, pair.kind)
    return names


def is_latin(text: str) -> bool:
    """Say whether all letters are Latin."""
    return all("LATIN" in unicodedata.name(c, "") for c in text if c.isalpha())


def check(pairs: Sequence[Pair], names: dict[str, str], source_lang: str = "sr") -> list[Answer]:
    """Check each variant in its sentence by the command line, all of them in one run."""
    with tempfile.TemporaryDirectory() as place:
        glossary, rows = Path(place) / "names.csv", Path(place) / "rows.jsonl"
        write_glossary(names, glossary)
        texts = [CARRIERS[n % len(CARRIERS)].format(p.variant) for n, p in enumerate(pairs)]
        lines = (json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts))
        rows.write_text("\n".join(lines) + "\n", encoding="utf-8")
        report = _run(rows, glossary, source_lang)
    found = {one["id"]: one["findings"] for one in report["articles"]}
    return [
        _answer(found.get(str(n), []), texts[n].index(pair.variant), pair)
        for n, pair in enumerate(pairs)
    ]


def write_glossary(names: dict[str, str], path: Path) -> None:
    """Write names and kinds as a glossary."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("name", "kind"))
        writer.writerows((name.replace("|", " "), kind) for name, kind in names.items())


def _run(rows: Path, glossary: Path, source_lang: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "transcheck", "check", "--format", "json", "--exit-zero"]
    command += ["--no-glossaries", "--glossary", str(glossary), "--source-lang", source_lang]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1"}
    done = subprocess.run(
        [*command, str(rows)], capture_output=True, text=True, encoding="utf-8", env=environment
    )
    try:
        return dict(json.loads(done.stdout))
    except ValueError:
        raise SystemExit(f"transcheck gave no report:\n{done.stderr[-4000:]}") from None


def _answer(findings: Iterable[dict[str, Any]], start: int, pair: Pair) -> Answer:
    end = start + len(pair.variant)
    for one in findings:
        overlaps = one["start"] < end and start < one["end"]
        if overlaps and one["certainty"] in SHOWN:
            suggestion = next(iter(one["suggestions"]), "")
            return Answer(True, suggestion, one["certainty"], one["check"])
    return Answer(False)


def _peer(pair: Pair, names: dict[str, str], *, ratio: bool) -> Answer:
    """Return what a plain similarity says: the nearest known name, if it is near enough."""
    scorer = fuzz.ratio if ratio else JaroWinkler.similarity
    least = RATIO if ratio else JARO_WINKLER
    best = process.extractOne(pair.variant, list(names), scorer=scorer, score_cutoff=least)
    if best is None or pair.variant in names:
        return Answer(False)
    return Answer(True, best[0])


def _rows(pairs: Sequence[Pair], systems: Sequence[Sequence[Answer]]) -> Iterable[Row]:
    for phenomenon, goal in GOALS.items():
        chosen = [n for n, pair in enumerate(pairs) if pair.phenomenon == phenomenon]
        shares = tuple(
            sum(held[n].is_right(pairs[n]) for n in chosen) / max(1, len(chosen))
            for held in systems
        )
        yield Row(f"{phenomenon}, {len(chosen)} variants: right", goal, shares)
    positive = [n for n, pair in enumerate(pairs) if not pair.is_negative]
    yield Row(
        "precision of what is raised on variants",
        "",
        tuple(
            sum(held[n].is_right(pairs[n]) for n in positive)
            / max(1, sum(held[n].flagged for n in positive))
            for held in systems
        ),
    )
    negative = [n for n, pair in enumerate(pairs) if pair.is_negative]
    flagged = (sum(held[n].flagged for n in negative) / max(1, len(negative)) for held in systems)
    yield Row(f"{len(negative)} other names: flagged", MOST_FLAGGED, tuple(flagged))


def _print_kinds(pairs: Sequence[Pair], answers: Sequence[Answer]) -> None:
    """Print right, wrong and silent by phenomenon and kind, words and certainty."""
    head = f"{'variants':>10}{'right':>8}{'wrong':>8}{'silent':>8}"
    keys = {
        "by kind": lambda p, a: f"{p.phenomenon}, {p.kind}",
        "by words": lambda p, a: f"{p.phenomenon}, {min(3, len(p.variant.split()))} words",
        "by certainty": lambda p, a: a.certainty or "silent",
        "by check": lambda p, a: a.check or "silent",
    }
    for title, key in keys.items():
        print(f"\n  {title:<44}{head}")
        groups: dict[str, Counter[str]] = {}
        for pair, answer in zip(pairs, answers, strict=True):
            group = groups.setdefault(key(pair, answer), Counter())
            right = not pair.is_negative and answer.is_right(pair)
            group["right" if right else "wrong" if answer.flagged else "silent"] += 1
        for name, held in sorted(groups.items()):
            counts = "".join(f"{held[one]:>8}" for one in ("right", "wrong", "silent"))
            print(f"  {name:<44}{held.total():>10}{counts}")


def _print_errors(pairs: Sequence[Pair], answers: Sequence[Answer], phenomenon: str) -> None:
    for pair, answer in zip(pairs, answers, strict=True):
        if phenomenon not in ("all", pair.phenomenon):
            continue
        wrong = answer.flagged if pair.is_negative else not answer.is_right(pair)
        if wrong:
            said = f"{answer.suggestion} ({answer.certainty})" if answer.flagged else "silent"
            print(f"  {pair.phenomenon:<16}{pair.variant} → {pair.canonical}: {said}")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.whole_program", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder holding dev/")
    parser.add_argument("--errors", help="print what went wrong with one phenomenon, or all")
    parser.add_argument("--limit", type=int, help="take about so many variants, evenly spread")
    return parser.parse_args()


if __name__ == "__main__":
    main()
