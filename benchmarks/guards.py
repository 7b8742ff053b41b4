"""What each guard is worth: the pairs it silences, and what happens when it alone is gone.

python -m benchmarks.guards [--lost]
python -m benchmarks.guards --page > docs/guards.md

`cases` are the good texts of its own case file that raise a false alarm once it is off. A guard's
pairs are those that the report leaves alone in its name; a pair is true when a mark has its one
form for the other. Then the guard is switched off, and the articles in which it acted are checked
again. The last row is the program without any guard: what similarity alone would report.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpus import SHARED, Corpus, read_articles, read_planted
from benchmarks.figures import score_articles, score_planted, select_alike, tally
from benchmarks.guard_cases import count_alarms, good_texts
from benchmarks.scorer import Finding
from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.names.judgement.guards import GUARDS
from transcheck.names.terms.asides import ASIDES
from transcheck.pipeline import check_article
from transcheck.readers.formats.plain import read_text
from transcheck.reports.plain_data import article_data

HEADINGS = (
    "cases",
    "silenced",
    "true",
    "found",
    "fixed",
    "false",
    "alarms",
    "found",
    "false",
    "traps",
)


@dataclass(frozen=True)
class Held:
    """What a guard left alone: the article, the guard, the two forms."""

    slug: str
    guard: str
    forms: tuple[str, str]


@dataclass
class Run:
    """The findings of one corpus by article, and the pairs its guards left alone."""

    corpus: Corpus
    desk: Desk
    findings: dict[str, list[Finding]]
    held: list[Held]

    def check(self, slugs: Iterable[str]) -> dict[str, list[Finding]]:
        """Check some articles anew, with the guards as they now stand."""
        return {slug: _check(self, slug)[0] for slug in slugs}


def main() -> None:
    """Measure every guard and print the table."""
    options = _parse()
    if options.page:
        print(write_page(), end="")
        return
    if not (options.shared / "dev").is_dir():
        print(f"guards: not measured, the development data is absent ({options.shared})")
        return
    runs = _run(read_articles(options.shared), None), _run(read_planted(options.shared), "sr")
    print(f"\n  {'':<26}{'':>27}{'dev/articles: change':^36}{'dev/planted: change':^27}")
    print(f"  {'guard':<26}" + "".join(f"{heading:>9}" for heading in HEADINGS))
    figures = _figures(*(run.findings for run in runs), runs)
    _print_row("all on (figures)", [count_alarms(None), *_counts(runs, None)], figures)
    for name in [*GUARDS, None]:
        title = f"without {name}" if name else "no guards at all"
        with _without(name):
            alarms = count_alarms(name)
        _print_row(title, [alarms, *_counts(runs, name)], _change(runs, name))
    print(f"  {len(good_texts())} good texts stand in the case files of the guards")
    for run in runs if options.lost else ():
        for one in run.held:
            if _is_true(one, run.corpus):
                print(f"  lost to {one.guard}: {one.forms[1]} → {one.forms[0]} ({one.slug})")


def write_page() -> str:
    """Return the page that lists the guards, in their order, from their own words."""
    places = [f"| `{name}` | {reason} |" for name, reason in ASIDES.items()]
    pairs = [
        f"| `{name}` | {(guard.__doc__ or '').splitlines()[0]} |" for name, guard in GUARDS.items()
    ]
    return _PAGE.format(places="\n".join(places), pairs="\n".join(pairs))


_PAGE = """# Guards: why transcheck stays silent

Two spellings that read like one name are often two names, and a form that looks wrong is often
meant. A guard is a reason to say nothing. The report names it beside the pair or the place that was
left alone (`left_alone` in JSON), and `transcheck explain` prints it.

Written by `python -m benchmarks.guards --page`; a test keeps it true. What each guard is worth on
the development data: `python -m benchmarks.guards`.

## A form of the glossary, at one place

| guard | why the place is left alone |
|---|---|
{places}

## Two spellings of one article

In this order; the first that holds is the one named.

| guard | what it holds back |
|---|---|
{pairs}
"""


def _run(corpus: Corpus, language: str | None) -> Run:
    run = Run(corpus, open_desk(Settings(), language), {}, [])
    for slug in corpus.texts:
        run.findings[slug], held = _check(run, slug)
        run.held += held
    return run


def _check(run: Run, slug: str) -> tuple[list[Finding], list[Held]]:
    article = read_text(run.corpus.texts[slug], path=slug)
    data = article_data(check_article(article, run.desk)[0])
    notes = [note for note in data["left_alone"] if note["guard"] in GUARDS]
    forms = [note["text"].split(" beside ") for note in notes]
    held = [
        Held(slug, note["guard"], (one, other))
        for note, (other, one) in zip(notes, forms, strict=True)
    ]
    return data["findings"], held


@contextmanager
def _without(name: str | None) -> Iterator[None]:
    """Switch one guard off, or all of them."""
    kept = dict(GUARDS)
    GUARDS.clear()
    GUARDS.update({key: guard for key, guard in kept.items() if name and key != name})
    try:
        yield
    finally:
        GUARDS.clear()
        GUARDS.update(kept)


def _change(runs: tuple[Run, Run], name: str | None) -> list[int]:
    after = []
    with _without(name):
        for run in runs:
            acted = {one.slug for one in run.held if name in (None, one.guard)}
            after.append(run.findings | run.check(sorted(acted)))
    before = _figures(*(run.findings for run in runs), runs)
    return [a - b for a, b in zip(_figures(*after, runs), before, strict=True)]


def _figures(
    articles: dict[str, list[Finding]], planted: dict[str, list[Finding]], runs: tuple[Run, Run]
) -> list[int]:
    one = score_articles(runs[0].corpus, articles)
    other = score_planted(runs[1].corpus, planted)
    near, all_planted = tally(select_alike(one.verdicts)), tally(other.certain)
    alarms = len(one.originals) + len(one.references)
    return [
        near.found, near.fixed, len(one.false), alarms,
        all_planted.found, len(other.false), len(other.touched),
    ]  # fmt: skip


def _counts(runs: tuple[Run, Run], name: str | None) -> list[int]:
    held = [(one, run.corpus) for run in runs for one in run.held if name in (None, one.guard)]
    return [len(held), sum(_is_true(*pair) for pair in held)]


def _is_true(held: Held, corpus: Corpus) -> bool:
    forms = set(held.forms)
    return any(
        forms & set(mark.text.split()) and forms & set(mark.expected.split())
        for mark in corpus.marks
        if mark.slug == held.slug and not forms <= set(mark.text.split())
    )


def _print_row(title: str, counts: list[int], figures: list[int]) -> None:
    sign = "" if "figures" in title else "+"
    numbers = [f"{n:>9}" for n in counts] + [f"{n:>{sign}9}" if n else f"{n:>9}" for n in figures]
    print(f"  {title:<26}" + "".join(numbers))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.guards", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder holding dev/")
    parser.add_argument("--lost", action="store_true", help="print the true pairs that are lost")
    parser.add_argument("--page", action="store_true", help="write the page of the guards")
    return parser.parse_args()


if __name__ == "__main__":
    main()
