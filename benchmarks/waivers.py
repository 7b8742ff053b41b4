"""Waivers that last: articles are edited away from a waived finding, or its sentence is rewritten.

    python -m benchmarks.waivers [--edits 200] [--show N]

Every edit is applied to the article as it was, with about half its names (or other faults)
waived at all their places, as a card of the report decides them; then with half the places,
whatever stands at the others. Sentences are edited elsewhere, those of the waived names are
rewritten, or taken out. A waiver is kept when the finding still stands at its place and is
still waived. It is a false one when it covers a finding that nobody waived. Where the edit took
away what a finding rests on (the full name two sentences before) there is nothing to waive: such
places are counted and left out.
Beside ours: the fingerprint alone, and the line number with the form, as many linters keep them.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import SHARED
from benchmarks.figures import share
from benchmarks.tables import Row, print_rows
from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.model import Article, Finding, Span, Waiver
from transcheck.pipeline import check_article
from transcheck.readers.formats.plain import read_text
from transcheck.text.sentences import find_sentences
from transcheck.waivers.matching import match_waivers

EXAMPLES = Path(__file__).parents[1] / "examples" / "articles"
SYSTEMS = ("ours", "fingerprint", "line and form")
KINDS = (
    "delete", "insert", "insert paragraph", "replace", "delete word", "insert word", "replace word",
)  # fmt: skip
_SEED = 20261130
_WORD = re.compile(r"(?<!\w)[a-z]{2,}(?!\w)")
_PATH = "article.txt"

Edit = tuple[Span, str]
"""A stretch of the text and what comes in its place."""


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
    pool = [text[s.start : s.end] for text in texts for s in _sentences(text)]
    rng = random.Random(_SEED)
    rows: list[Row] = []
    make: dict[str, Callable[[str, Sequence[Place]], list[Edit]]] = {
        "one edit elsewhere": lambda text, waived: _edit(text, waived, 1, pool, rng),
        "ten edits elsewhere": lambda text, waived: _edit(text, waived, 10, pool, rng),
        "own sentence rewritten": lambda text, waived: _rewrite(text, waived, pool, rng),
        "own sentence taken out": lambda text, waived: _take_out(text, waived),
    }
    for what, by in [(what, by) for by in ("", ", by place") for what in make]:
        count = Count()
        for _ in range(edits):
            text, places = rng.choice(checked)
            own = what.startswith("own")
            able = [one for one in places if one.finding.check.startswith("name-") or not own]
            waived = _choose(able, rng, single=bool(by))
            if waived:
                _try(text, waived, make[what](text, waived), desk, count)
        what += by
        rows += _rows(what, count)
        for line in count.lost[:show]:
            print(f"  lost, {what}: {line}")
    articles = f"{len(checked)} articles, {findings} findings, {edits} edited copies a figure"
    print_rows(f"Waivers, {name} ({articles})", SYSTEMS, rows)


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
    goal = "" if what.endswith("by place") else "≥ .99"
    if count.places:
        yield Row(f"{what}: kept", goal, shares, count.places)
    yield Row(f"{what}: of another finding", "", false)
    yield Row(f"{what}: gone with the edit", "", (count.gone,))


def _try(
    text: str, waived: Sequence[Place], edits: Sequence[Edit], desk: Desk, count: Count
) -> None:
    """Apply edits and see what each way of keeping waivers still covers, and what else."""
    edited = _apply(text, edits)
    places = _check(edited, desk)
    left = [one for one in waived if not any(one.span.overlaps(span) for span, _ in edits)]
    wanted = {_move(one.span, edits): one for one in left}
    there = {one.span: one for one in places}
    stand = sum(span in there for span in wanted)
    count.places += stand
    count.gone += len(wanted) - stand
    for system, covered in _covered(edited, waived, places).items():
        right = {span for span in covered if span in wanted}
        count.kept[system] += len(right)
        count.false[system] += len(covered) - len(right)
        if system == "ours":
            for span in there.keys() & wanted.keys() - right:
                new, old = there[span].finding, wanted[span].finding
                count.lost.append(f"“{new.text}”, {old.check} before, {new.check} now")


def _covered(edited: str, waived: Sequence[Place], places: Sequence[Place]) -> dict[str, set[Span]]:
    article = read_text(edited, path=_PATH)
    findings = [one.finding for one in places]
    marks = {one.finding.fingerprint for one in waived}
    lines = {(one.line, one.finding.text) for one in waived}
    ours = match_waivers(findings, article, [_waive(one.finding) for one in waived])
    return {
        "ours": {places[number].span for number in ours},
        "fingerprint": {one.span for one in places if one.finding.fingerprint in marks},
        "line and form": {one.span for one in places if (one.line, one.finding.text) in lines},
    }


def _waive(finding: Finding) -> Waiver:
    return Waiver(
        path=_PATH,
        reason="measured",
        fingerprint=finding.fingerprint,
        check=finding.check,
        form=finding.text,
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


def _sentences(text: str) -> list[Span]:
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        inside = find_sentences(line, "en")
        found += [Span(start + one.start, start + one.end) for one in inside]
        start += len(line)
    return found


def _edit(
    text: str, waived: Sequence[Place], times: int, pool: list[str], rng: random.Random
) -> list[Edit]:
    """Change sentences in which nothing waived stands: whole ones, or one word of each."""
    free = [s for s in _sentences(text) if not any(s.overlaps(one.span) for one in waived)]
    edits = []
    for sentence in rng.sample(free, min(times, len(free))):
        words = list(_WORD.finditer(text, sentence.start, sentence.end))
        kind = rng.choice(KINDS)
        other = rng.choice([one for one in pool if one not in text])
        if kind == "delete":
            end = sentence.end + (text[sentence.end : sentence.end + 1] == " ")
            edits.append((Span(sentence.start, end), ""))
        elif kind == "insert paragraph":
            start = text.rfind("\n", 0, sentence.start) + 1
            edits.append((Span(start, start), f"{other}\n\n"))
        elif kind == "insert":
            edits.append((Span(sentence.start, sentence.start), f"{other} "))
        elif kind == "replace" or not words:
            edits.append((sentence, other))
        else:
            word = Span(*rng.choice(words).span())
            new = rng.choice(_WORD.findall(other) or ["also"])
            if kind == "delete word":
                edits.append((Span(word.start, word.end + 1), ""))
            elif kind == "insert word":
                edits.append((Span(word.start, word.start), f"{new} "))
            else:
                edits.append((word, new))
    return sorted(edits, key=lambda edit: edit[0])


def _rewrite(text: str, waived: Sequence[Place], pool: list[str], rng: random.Random) -> list[Edit]:
    """Put other words for all small ones in the sentences of waived names, and some before."""
    words = [word for sentence in rng.choices(pool, k=40) for word in _WORD.findall(sentence)]
    edits: list[Edit] = []
    for sentence in _sentences(text):
        if any(sentence.overlaps(one.span) for one in waived):
            for found in _WORD.finditer(text, sentence.start, sentence.end):
                span = Span(*found.span())
                if not any(span.overlaps(one.span) for one in waived):
                    edits.append((span, rng.choice(words)))
    return edits


def _take_out(text: str, waived: Sequence[Place]) -> list[Edit]:
    """Delete the sentences of waived names: nothing is to keep, and nothing else to cover."""
    sentences = _sentences(text)
    return [(s, "") for s in sentences if any(s.overlaps(one.span) for one in waived)]


def _apply(text: str, edits: Sequence[Edit]) -> str:
    for span, new in reversed(edits):
        text = text[: span.start] + new + text[span.end :]
    return text


def _move(span: Span, edits: Sequence[Edit]) -> Span:
    """Return where a stretch that no edit touches stands afterwards."""
    shift = sum(len(new) - (s.end - s.start) for s, new in edits if s.end <= span.start)
    return Span(span.start + shift, span.end + shift)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.waivers", description=__doc__)
    parser.add_argument("--edits", type=int, default=200, help="edited copies for each figure")
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N lost waivers")
    return parser.parse_args()


if __name__ == "__main__":
    main()
