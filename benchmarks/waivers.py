"""Waivers that last: articles are edited away from a waived finding, or its sentence is rewritten.

    python -m benchmarks.waivers [--edits 200] [--show N]

Every edit is applied to the article as it was, with about half its names (or other faults)
waived at all their places, as a card of the report decides them; then with half the places,
whatever stands at the others: the waivers say that those were left open. Sentences are edited
elsewhere, those of the waived names are rewritten, or taken out; at last the name is mended at
places that were waived, or left open. A waiver is kept when the finding still stands at its place
and is still waived. It is a false one when it covers a finding that nobody waived. Where the edit
took away what a finding rests on (the full name two sentences before) there is nothing to waive:
such places are counted and left out.
Beside ours: waivers that do not say what was left open, the fingerprint alone, and the line
number with the form, as many linters keep them.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from benchmarks.corpus import SHARED
from benchmarks.edits import Edit, apply, carry, edit_elsewhere, rewrite, split_text, take_out
from benchmarks.figures import share
from benchmarks.tables import Row, print_rows
from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.model import Article, Finding, Span, Waiver
from transcheck.pipeline import check_article
from transcheck.readers.formats.plain import read_text
from transcheck.waivers.leaving import list_left_open
from transcheck.waivers.matching import match_waivers

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
SYSTEMS = ("ours", "no left-open", "fingerprint", "line and form")
_SEED = 20261130
_PATH = "article.txt"


@dataclass(frozen=True)
class Place:
    """A finding and where it stands in the text."""

    finding: Finding
    span: Span
    line: int


@dataclass
class Count:
    """What became of waivers: how many were to keep, and kept or false by system."""

    places: int = 0
    gone: int = 0
    kept: Counter[str] = field(default_factory=Counter)
    false: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)


def main() -> None:
    """Measure and print."""
    options = _parse()
    desk = open_desk(Settings())
    folders = {"examples/articles": EXAMPLES, "dev/articles": SHARED / "dev" / "articles"}
    for name, folder in folders.items():
        texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
        if not texts:
            print(f"\n{name}: not here, not measured")
            continue
        _measure(name, texts, options.edits, desk, options.show)


def _measure(name: str, texts: list[str], edits: int, desk: Desk, show: int) -> None:
    checked = [(text, _check(text, desk)) for text in texts]
    checked = [(text, places) for text, places in checked if places]
    findings = sum(len(places) for _, places in checked)
    pool = [text[s.start : s.end] for text in texts for s in split_text(text)]
    rng = random.Random(_SEED)
    rows: list[Row] = []

    def anew(text: str, *names: list[Place], mended: Sequence[Place] = ()) -> list[Edit]:
        right = [(one.span, next(iter(one.finding.suggestions), "they")) for one in mended]
        return rewrite(text, _spans(chain(*names)), pool, rng, right)

    make: dict[str, Callable[[str, list[Place], list[Place]], list[Edit]]] = {
        "one edit elsewhere": lambda text, own, _: edit_elsewhere(text, _spans(own), 1, pool, rng),
        "ten edits elsewhere": lambda text, own, _: edit_elsewhere(
            text, _spans(own), 10, pool, rng
        ),
        "own sentence rewritten": lambda text, own, _: anew(text, own),
        "own sentence taken out": lambda text, own, _: take_out(text, _spans(own)),
        # what follows is about places left open only
        "all rewritten": lambda text, own, left: anew(text, own, left),
        "all rewritten, the waived mended": lambda text, own, left: anew(
            text, own, left, mended=own
        ),
        "own rewritten, half of them mended": lambda text, own, _: anew(text, own, mended=own[::2]),
        "own rewritten, those left open mended": lambda text, own, left: anew(
            text, own, mended=left
        ),
    }
    usual = list(make)[:4]
    for what, by in [(one, "") for one in usual] + [(one, ", by place") for one in make]:
        count = Count()
        for _ in range(edits):
            text, places = rng.choice(checked)
            own = what.startswith(("own", "all"))
            able = [one for one in places if one.finding.check.startswith("name-") or not own]
            waived = _choose(able, rng, single=bool(by))
            if waived:
                left = [one for one in able if one not in waived]
                _try(text, places, waived, make[what](text, waived, left), desk, count)
        what += by
        rows += _rows(what, count)
        for line in count.lost[:show]:
            print(f"  lost, {what}: {line}")
    articles = f"{len(checked)} articles, {findings} findings, {edits} edited copies a figure"
    print_rows(f"Waivers, {name} ({articles})", SYSTEMS, rows)


def _spans(places: Iterable[Place]) -> list[Span]:
    return [one.span for one in places]


def _choose(places: Sequence[Place], rng: random.Random, *, single: bool) -> list[Place]:
    """Return about half the places, never none: each by itself, or all of one name together."""
    if single:
        return [one for one in places if rng.random() < 0.5] or list(places[:1])
    names = {(one.finding.check, one.finding.text): rng.random() < 0.5 for one in places}
    if names and not any(names.values()):
        names[next(iter(names))] = True
    return [one for one in places if names[one.finding.check, one.finding.text]]


def _rows(what: str, count: Count) -> Iterator[Row]:
    shares = tuple(share(count.kept[system], count.places) for system in SYSTEMS)
    false = tuple(count.false[system] for system in SYSTEMS)
    goal = "" if what.startswith(("all", "own rewritten")) else "≥ .99"
    if count.places:
        yield Row(f"{what}: kept", goal, shares, count.places)
    yield Row(f"{what}: of another finding", "", false)
    yield Row(f"{what}: gone with the edit", "", (count.gone,))


def _try(
    text: str,
    before: Sequence[Place],
    waived: Sequence[Place],
    edits: Sequence[Edit],
    desk: Desk,
    count: Count,
) -> None:
    """Apply edits and see what each way of keeping waivers still covers, and what else."""
    edited = apply(text, edits)
    places = _check(edited, desk)
    left = [one for one in waived if not any(one.span.overlaps(span) for span, _ in edits)]
    wanted = {carry(one.span, edits): one for one in left}
    there = {one.span: one for one in places}
    stand = sum(span in there for span in wanted)
    count.places += stand
    count.gone += len(wanted) - stand
    for system, covered in _covered(edited, before, waived, places).items():
        right = {span for span in covered if span in wanted}
        count.kept[system] += len(right)
        count.false[system] += len(covered) - len(right)
        if system == "ours":
            for span in there.keys() & wanted.keys() - right:
                new, old = there[span].finding, wanted[span].finding
                count.lost.append(f"“{new.text}”, {old.check} before, {new.check} now")


def _covered(
    edited: str, before: Sequence[Place], waived: Sequence[Place], places: Sequence[Place]
) -> dict[str, set[Span]]:
    article = read_text(edited, path=_PATH)
    findings = [one.finding for one in places]
    marks = {one.finding.fingerprint for one in waived}
    lines = {(one.line, one.finding.text) for one in waived}
    old = [one.finding for one in before]
    made = [_waive(one.finding, list_left_open(one.finding, old, marks)) for one in waived]
    ours = match_waivers(findings, article, made)
    silent = match_waivers(findings, article, [_waive(one.finding) for one in waived])
    return {
        "ours": {places[number].span for number in ours},
        "no left-open": {places[number].span for number in silent},
        "fingerprint": {one.span for one in places if one.finding.fingerprint in marks},
        "line and form": {one.span for one in places if (one.line, one.finding.text) in lines},
    }


def _waive(finding: Finding, left: tuple[str, ...] = ()) -> Waiver:
    return Waiver(
        path=_PATH,
        reason="measured",
        fingerprint=finding.fingerprint,
        check=finding.check,
        form=finding.text,
        left_open=left,
    )


def _check(text: str, desk: Desk) -> list[Place]:
    """Return the findings that a report shows, with their places in the text."""
    article = read_text(text, path=_PATH)
    report, _ = check_article(article, desk)
    least = desk.settings.min_certainty
    return [_place(one, article, text) for one in report.findings if one.counts(least)]


def _place(finding: Finding, article: Article, text: str) -> Place:
    span = article.segments[finding.segment].locate(finding.span)
    return Place(finding, span, text.count("\n", 0, span.start))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.waivers", description=__doc__)
    parser.add_argument("--edits", type=int, default=200, help="edited copies for each figure")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N lost waivers")
    return parser.parse_args()


if __name__ == "__main__":
    main()
