"""Wrong names that stand alone in their article: those whose right name a shipped row holds.

python -m benchmarks.standing_alone [--errors] [--json]

Nothing in such an article shows that the name is wrong: only a glossary can. Rows are written for
what a desk needs, not for these texts, so what the rows hold is part of the figure.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable

from benchmarks import engine
from benchmarks.corpus import SHARED, Mark, read_articles
from benchmarks.figures import score_articles, tally
from benchmarks.scorer import Verdict
from benchmarks.tables import Row, print_rows, rows_as_data

ALONE = "single-form"
UNKNOWN = "in no row"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.standing_alone")
    parser.add_argument("--errors", action="store_true", help="print each mark and what became")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    if not (SHARED / "dev" / "articles").is_dir():
        raise SystemExit("skipped: ../shared/dev/articles is not here")
    corpus = read_articles(SHARED)
    findings, _ = engine.check_corpus(corpus, None, True)
    kind_of = _open_glossary()
    alone = [v for v in score_articles(corpus, findings).certain if v.mark.context == ALONE]
    alike = [one for one in alone if one.mark.alike]
    kinds = {id(one): kind_of(one.mark) for one in alone}
    held = [one for one in alike if kinds[id(one)] != UNKNOWN]
    rows = [
        _row("alike in letters, in a row: found", "≥ .80", held),
        Row("… fixed", "", (_share(tally(held).fixed, held),), len(held)),
        Row("alike in letters: right name in a row", "", (_share(len(held), alike),), len(alike)),
        _row("alike in letters: found", "", alike),
        _row("other words altogether: found", "", [v for v in alone if not v.mark.alike]),
    ]
    for kind in sorted({kinds[id(one)] for one in alike}):
        some = [one for one in alike if kinds[id(one)] == kind]
        rows.append(_row(f"alike, {kind}: found", "", some))
    if options.json:
        print(json.dumps(rows_as_data(rows, ["transcheck"]), ensure_ascii=False, indent=1))
        return
    print_rows("Names that stand alone, dev/articles, shipped glossaries", ["transcheck"], rows)
    for one in alone if options.errors else ():
        state = "fixed" if one.fixed else "found" if one.found else "missed"
        mark = one.mark
        print(f"{state:7} {kinds[id(one)]:10} {mark.phenomenon:19} {mark.text} → {mark.expected}")


def _row(title: str, goal: str, verdicts: list[Verdict]) -> Row:
    return Row(title, goal, (_share(tally(verdicts).found, verdicts),), len(verdicts))


def _share(count: int, verdicts: list[Verdict]) -> float:
    return count / len(verdicts) if verdicts else 0.0


def _open_glossary() -> Callable[[Mark], str]:
    from transcheck.config import Settings
    from transcheck.desk import open_desk

    index = open_desk(Settings()).index_for()

    def find_kind(mark: Mark) -> str:
        """Return the kind of the row that holds the right name, whole or as a family name."""
        words = mark.expected.split()
        pieces = [mark.expected, *_shorter(words)]
        numbers = next(filter(None, map(index.spelt, pieces)), None)
        numbers = numbers or sorted(index.named_by(words[-1]) if len(words) == 1 else ())
        return index.concepts[numbers[0]].kind if numbers else UNKNOWN

    return find_kind


def _shorter(words: list[str]) -> Iterable[str]:
    """Return the name without words before it: a title stands there at times."""
    return (" ".join(words[start:]) for start in range(1, len(words) - 1))


if __name__ == "__main__":
    main()
