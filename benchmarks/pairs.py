"""Pairs of names: damage told from different names that look alike, and which side is damaged.

python -m benchmarks.pairs [--json FILE]

A pair's score is the program's judgement of two bare forms, word by word: the log-odds of damage
against strangers (names/damage/likelihood.py). One threshold for all: 1 % of dev/names' pairs of
different names are above it. Cyrillic variants are romanised by the program first.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from benchmarks.corpus import SHARED, read_table
from benchmarks.tables import Row, print_rows, rows_as_data
from transcheck.names.damage import weigh
from transcheck.names.damage.likelihood import damage_odds, log_odds
from transcheck.names.damage.script import in_latin, is_cyrillic

FLAGGED = 0.01
GOALS = {
    "respelling": "≥ .55", "diacritics": "≥ .98", "transliteration": "≥ .60",
    "transliteration from Cyrillic": "", "inflection": "≥ .90", "typo": "", "exonym": "",
}  # fmt: skip
NOMENKLATURA = "NOMENKLATURA_PYTHON"
"""Environment variable: a Python in which nomenklatura (PyPI) is installed, of its own venv."""
_NOTHING = -1_000.0


@dataclass(frozen=True)
class NamePair:
    """Two forms as they stand in dev/names; `language` is the one translated from."""

    variant: str
    canonical: str
    language: str
    source: str

    @property
    def words(self) -> list[tuple[str, str]]:
        """The words that differ, right and damaged, in lower case and Latin letters."""
        variant = in_latin(self.variant.lower(), self.language).split()
        canonical = self.canonical.lower().split()
        if len(variant) != len(canonical):
            return []
        return [(b, a) for a, b in zip(variant, canonical, strict=True) if a != b]


Score = Callable[[NamePair], float]


def read_names(name: str) -> list[NamePair]:
    """Read one table of dev/names."""
    rows = read_table(SHARED / "dev" / "names" / f"{name}.tsv")
    return [
        NamePair(row["variant"], row["canonical"], _language(row["language"]), row["source"])
        for row in rows
    ]


def _language(tag: str) -> str:
    """Return the first of the languages that a row names: "sr/hr/bs" is sr; strangers' too."""
    first = tag.partition("/")[0].partition(" ")[0].partition("-")[0]
    return first.lower() if first.islower() and first != "other" else "sr"


def by_likelihood(pair: NamePair) -> float:
    """Score by what is learned; forms of other numbers of words are never one name."""
    if not pair.words:
        return _NOTHING
    return sum(log_odds(one, other, pair.language) for one, other in pair.words)


def by_written_rules(pair: NamePair) -> float:
    """Score by the written rules alone: minus their cost per letter."""
    cost, letters = 0.0, 0
    for one, other in pair.words:
        cost += min(weigh(one, other, pair.language).cost, weigh(other, one, pair.language).cost)
        letters += max(len(one), len(other))
    return -cost / max(4, letters) if letters and cost < float("inf") else _NOTHING


def by_ratio(pair: NamePair) -> float:
    """Score by rapidfuzz's ratio."""
    return fuzz.ratio(pair.variant, pair.canonical)


def by_jaro_winkler(pair: NamePair) -> float:
    """Score by Jaro-Winkler similarity."""
    return JaroWinkler.similarity(pair.variant, pair.canonical)


def by_logic_v2(pairs: Sequence[NamePair]) -> dict[NamePair, float] | None:
    """Return the scores of OpenSanctions' logic-v2, None where it is not installed."""
    python = os.environ.get(NOMENKLATURA, "")
    if not python:
        return None
    lines = "".join(f"{pair.variant}\t{pair.canonical}\n" for pair in pairs)
    done = subprocess.run(
        [python, "-c", _LOGIC_V2], input=lines, capture_output=True, text=True, timeout=600
    )
    if done.returncode:
        print(f"logic-v2 did not run: {done.stderr.strip().splitlines()[-1:]}")
        return None
    return dict(zip(pairs, map(float, done.stdout.split()), strict=True))


_LOGIC_V2 = """
import sys
from followthemoney import model
from nomenklatura.matching.logic_v2.model import LogicV2
config = LogicV2.default_config()
def person(name):
    entity = model.make_entity("Person")
    entity.id = name
    entity.add("name", name)
    return entity
for line in sys.stdin:
    one, other = line.rstrip("\\n").split("\\t")
    print(LogicV2.compare(person(one), person(other), config).score)
"""


def measure(score: Score, names: dict[str, list[NamePair]]) -> dict[str, float]:
    """Return recall by phenomenon at 1 % of the strangers flagged, and the respellings' AUC."""
    strangers = sorted(map(score, names["strangers"]), reverse=True)
    threshold = strangers[int(FLAGGED * len(strangers))]
    found = {}
    for name in GOALS:
        scores = [score(pair) for pair in names[name]]
        found[name] = sum(value > threshold for value in scores) / len(scores)
    found["AUC"] = _auc([score(pair) for pair in names["respelling"]], strangers)
    return found


def _auc(right: Sequence[float], wrong: Sequence[float]) -> float:
    """Return P(a pair of one name scores above a pair of strangers), ties as a half."""
    higher = sum((a > b) + 0.5 * (a == b) for a in right for b in wrong)
    return higher / (len(right) * len(wrong))


def point_right(pairs: Sequence[NamePair], odds: Callable[[str, str, str], float]) -> float:
    """Return the share of pairs whose odds point from the right form to the damaged one."""
    told = [pair for pair in pairs if pair.words]
    right = sum(sum(odds(a, b, pair.language) for a, b in pair.words) > 0 for pair in told)
    return right / len(told)


def cost_difference(one: str, other: str, language: str) -> float:
    """Return by how much less the written rules take for `other` than for the reverse."""
    costs = [weigh(a, b, language).cost for a, b in ((other, one), (one, other))]
    return min(costs[0], 3.0) - min(costs[1], 3.0)


def read_all() -> dict[str, list[NamePair]]:
    """Read dev/names by phenomenon, transliterations by script."""
    tables = ("respelling", "diacritics", "inflection", "typo", "exonym")
    names = {name: read_names(name) for name in tables}
    both = read_names("transliteration")
    names["transliteration"] = [pair for pair in both if not is_cyrillic(pair.variant)]
    names["transliteration from Cyrillic"] = [pair for pair in both if is_cyrillic(pair.variant)]
    names["strangers"] = read_names("negatives")
    return names


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    if not (SHARED / "dev" / "names").is_dir():
        print("pairs: ../shared/dev/names is not here; nothing was measured")
        return
    names = read_all()
    scores: dict[str, Score] = {
        "transcheck": by_likelihood, "written rules": by_written_rules, "ratio": by_ratio,
        "Jaro-Winkler": by_jaro_winkler,
    }  # fmt: skip
    peer = by_logic_v2([pair for pairs in names.values() for pair in pairs])
    if peer is None:
        print(f"logic-v2 is not measured: set {NOMENKLATURA} to a Python that has nomenklatura")
    else:
        scores["logic-v2"] = peer.__getitem__
    measured = [measure(score, names) for score in scores.values()]
    rows = [
        Row(name, goal, tuple(one[name] for one in measured), of=len(names[name]))
        for name, goal in GOALS.items()
    ]
    rows.append(Row("respelling: AUC", "≥ .94", tuple(one["AUC"] for one in measured)))
    print_rows("Found at 1 % of look-alike strangers flagged, one threshold", list(scores), rows)
    directions = [damage_odds, cost_difference]
    sides = [
        Row(f"{name} pointing the right way", goal,
            tuple(point_right(names[name], odds) for odds in directions), of=len(names[name]))
        for name, goal in (("respelling", "≥ .95"), ("transliteration", ""))
    ]  # fmt: skip
    print_rows("Direction", ["transcheck", "written rules"], sides)
    if options.json:
        options.json.write_text(json.dumps(rows_as_data([*rows, *sides], list(scores)), indent=1))


if __name__ == "__main__":
    main()
