"""The thresholds of the judgements, checked article by article.

python -m benchmarks.thresholds

Each value of a threshold is tried on dev/articles and dev/planted. Then the articles are left out
one by one: the value that does best on the others decides about the one left out, so the last
line is what the choice is worth on articles that did not choose it. Best: most marks rightly
fixed less false findings, the middle one of equals.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import MARKED, SHARED, Corpus, read_articles, read_planted
from benchmarks.figures import score_articles, score_planted, select_alike
from benchmarks.scorer import Finding
from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.names.judgement import rulings
from transcheck.pipeline import check_article
from transcheck.readers.formats.plain import read_text
from transcheck.reports.plain_data import article_data

GRID = {
    "SURE_OF_SIDE": (0.50, 0.52, 0.54, 0.56, 0.58, 0.60, 0.65, 0.70),
    "ONE_NAME": (0.4, 0.5, 0.6, 0.7, 0.8),
}


@dataclass(frozen=True)
class Outcome:
    """One article at one value: marks found and fixed, findings that should not be there."""

    found: int = 0
    fixed: int = 0
    false: int = 0

    @property
    def worth(self) -> int:
        """Fixes less false findings: a false alarm costs an editor as much as a fix saves."""
        return self.fixed - self.false


Table = dict[str, list[Outcome]]
"""By slug: the outcome at each value of the grid, in its order."""


def main() -> None:
    """Try every value of every threshold and print what each is worth."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.thresholds", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder holding dev/")
    options = parser.parse_args()
    if not (options.shared / "dev").is_dir():
        print(f"thresholds: not measured, the development data is absent ({options.shared})")
        return
    corpora = (
        ("dev/articles", read_articles(options.shared), None),
        ("dev/planted", read_planted(options.shared), "sr"),
    )
    for title, corpus, language in corpora:
        desk = open_desk(Settings(), language)
        for name, values in GRID.items():
            print(f"\n  {title}, {name} (now {getattr(rulings, name)})")
            print(f"    {'':<22}{'found':>7}{'fixed':>7}{'false':>7}")
            _print(_try(corpus, desk, name, values), values)


def _print(table: Table, values: Sequence[float]) -> None:
    for n, value in enumerate(values):
        _row(f"{value:.2f}", [outcomes[n] for outcomes in table.values()])
    chosen = {slug: leave_out(table, slug) for slug in table}
    _row("chosen by the others", [table[slug][n] for slug, n in chosen.items()])
    picked = sorted({values[n] for n in chosen.values()})
    print(f"    they chose {', '.join(f'{value:.2f}' for value in picked)}")


def leave_out(table: Table, slug: str) -> int:
    """Return the number of the value that does best on all articles but one."""
    others = [outcomes for name, outcomes in table.items() if name != slug]
    worth = [sum(one.worth for one in column) for column in zip(*others, strict=True)]
    best = [n for n, value in enumerate(worth) if value == max(worth)]
    return best[len(best) // 2]


def _row(title: str, outcomes: Sequence[Outcome]) -> None:
    found, fixed, false = (
        sum(getattr(one, key) for one in outcomes) for key in ("found", "fixed", "false")
    )
    print(f"    {title:<22}{found:>7}{fixed:>7}{false:>7}")


def _try(corpus: Corpus, desk: Desk, name: str, values: Sequence[float]) -> Table:
    table: Table = {slug: [] for slug in corpus.texts}
    for value in values:
        with _set(name, value):
            findings = {slug: _check(corpus, desk, slug) for slug in corpus.texts}
        for slug, outcome in _score(corpus, findings).items():
            table[slug].append(outcome)
    return table


def _check(corpus: Corpus, desk: Desk, slug: str) -> list[Finding]:
    article = read_text(corpus.texts[slug], path=slug)
    found: list[Finding] = article_data(check_article(article, desk)[0])["findings"]
    return found


def _score(corpus: Corpus, findings: dict[str, list[Finding]]) -> dict[str, Outcome]:
    planted = not set(MARKED) <= set(corpus.groups)
    result = (score_planted if planted else score_articles)(corpus, findings)
    verdicts = result.certain if planted else select_alike(result.verdicts)
    false = [slug for slug, _ in (*result.false, *result.originals, *result.references)]
    return {
        slug: Outcome(
            found=sum(v.found for v in verdicts if v.mark.slug == slug),
            fixed=sum(v.fixed for v in verdicts if v.mark.slug == slug),
            false=false.count(slug),
        )
        for slug in corpus.texts
    }


@contextmanager
def _set(name: str, value: float) -> Iterator[None]:
    kept = getattr(rulings, name)
    setattr(rulings, name, value)
    try:
        yield
    finally:
        setattr(rulings, name, kept)


if __name__ == "__main__":
    main()
