"""Accuracy on the development data beside the repository: figure, goal, naive peer.

python -m benchmarks.accuracy [--only seed|articles|planted] [--errors] [--json]
"""

from __future__ import annotations

import argparse
import json
import math
import signal
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks import engine
from benchmarks.corpus import SHARED, Corpus, read_articles, read_planted, read_text
from benchmarks.figures import (
    Result,
    count_group,
    score_articles,
    score_planted,
    select_alike,
    share,
    tally,
)
from benchmarks.intervals import print_articles, print_planted
from benchmarks.peer import find_near
from benchmarks.scorer import Finding
from benchmarks.tables import (
    Row,
    print_findings,
    print_marks,
    print_rows,
    print_traps,
    rows_as_data,
)
from benchmarks.tuning import print_errors

SEED = [("Rute", "Rutte"), ("Rute", "Rutte"), ("Zvecan", "Zvečan")]
ANOTHER = "another-wrong-form-in-text"
PARTS = ("seed", "articles", "planted")
Part = dict[str, Any]


def main() -> None:
    """Measure the parts asked for and print them."""
    options = _parse()
    if hasattr(signal, "SIGPIPE"):  # `… --errors | head` ends quietly
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if not (options.shared / "dev").is_dir():
        print(f"accuracy: not measured, the development data is absent ({options.shared})")
        return
    measure = {"seed": measure_seed, "articles": measure_articles, "planted": measure_planted}
    data = {part: measure[part](options) for part in PARTS if options.only in (None, part)}
    if options.json:
        print(json.dumps(data, ensure_ascii=False, indent=1))


def measure_seed(options: argparse.Namespace) -> Part:
    """The seed article: exactly three findings of any check, and exit 1."""
    paths = sorted((options.shared / "seed").glob("*.txt"))
    rows = []
    for name, glossaries in (("with glossaries", True), ("without glossaries", False)):
        outcome = engine.check(paths, glossaries=glossaries, exit_zero=False)
        shown = [one for path in paths for one in outcome.findings(path)]
        shown = [one for one in shown if one["certainty"] != "possible"]
        pairs = sorted((one["text"], (one["suggestions"] or [""])[0]) for one in shown)
        peer = sorted(_pair(one) for path in paths for one in find_near(read_text(path)))
        right, extra = _compare(pairs)
        right_peer, extra_peer = _compare(peer)
        rows += [
            Row(f"seed, {name}: right", "≥ 3", (right, right_peer), 3),
            Row(f"seed, {name}: anything else", "≤ 0", (extra, extra_peer)),
            Row(f"seed, {name}: exit code 1", "≥ 1", (int(outcome.exit == 1),)),
        ]
        if options.errors and not options.json:
            print(f"\nseed, {name}:", *(f"\n  {a} → {b}" for a, b in pairs), sep="")
    return _print("The seed article", ["transcheck", "peer"], rows, options)


def measure_articles(options: argparse.Namespace) -> Part:
    """dev/articles: shipped glossaries on, no source language."""
    corpus = read_articles(options.shared)
    ours, articles = engine.check_corpus(corpus, None, not options.no_glossaries)
    result, peer = (score_articles(corpus, held) for held in (ours, _run_peer(corpus)))
    both = (result, peer)
    words = count_group(corpus, "clean"), count_group(corpus, "clean-translated")
    near = [tally(select_alike(one.verdicts)) for one in both]
    unlike = [tally(select_alike(one.verdicts, alike=False)) for one in both]
    every = [tally(one.certain) for one in both]
    other = [tally(v for v in one.certain if v.mark.context == ANOTHER) for one in both]
    if options.errors and not options.json:
        print_errors(corpus, result, articles, fixes=options.fixes, every=options.all)
    originals, references = [[len(one.originals), len(one.references)] for one in both]
    rows = [
        Row("right form in text, alike: found", "≥ 41", _values(near, "found"), near[0].marks),
        Row("right form in text, alike: fixed", "≥ 40", _values(near, "fixed"), near[0].marks),
        Row("precision on marked articles", "≥ .93", tuple(one.precision for one in both)),
        Row(
            f"false alarms, {words[0]:,} words of originals",
            "≤ 2",
            (originals[0], references[0]),
        ),
        Row(
            f"false alarms, {words[1]:,} words of references",
            "≤ 1",
            (originals[1], references[1]),
        ),
        Row("certain alone: wrong", "≤ 1", tuple(_certain(one.false) for one in both)),
        Row("certain alone: right", "≥ 25", tuple(_certain(one.right) for one in both)),
        Row("another wrong form in text: found", "", _values(other, "found"), other[0].marks),
        Row("another wrong form in text: fixed", "", _values(other, "fixed"), other[0].marks),
        Row("right form in text, unlike: found", "", _values(unlike, "found"), unlike[0].marks),
        Row("right form in text, unlike: fixed", "", _values(unlike, "fixed"), unlike[0].marks),
        Row("all certain marks: found", "", _values(every, "found"), every[0].marks),
        Row("all certain marks: fixed", "", _values(every, "fixed"), every[0].marks),
    ]
    glossaries = "without glossaries" if options.no_glossaries else "shipped glossaries"
    title = f"dev/articles ({glossaries}, no source language)"
    data = _print(title, ["transcheck", "peer"], rows, options)
    if not options.json:
        print_articles(corpus, result)
        print_marks("by phenomenon", result.certain, lambda one: one.mark.phenomenon)
        print_marks("by context", result.certain, lambda one: one.mark.context)
        alike = select_alike(result.verdicts)
        print_marks("the alike by phenomenon", alike, lambda one: one.mark.phenomenon)
        print_findings(result, "check")
        print_findings(result, "certainty")
    return data


def measure_planted(options: argparse.Namespace) -> Part:
    """dev/planted: source language sr, with and without glossaries."""
    corpus = read_planted(options.shared)
    ours, articles = engine.check_corpus(corpus, "sr", not options.no_glossaries)
    systems, runs = ["transcheck"], [ours]
    if not options.no_glossaries:
        systems.append("no glossaries")
        runs.append(engine.check_corpus(corpus, "sr", glossaries=False)[0])
    systems.append("peer")
    results = [score_planted(corpus, held) for held in (*runs, _run_peer(corpus))]
    result = results[0]
    if options.errors and not options.json:
        print_errors(corpus, result, articles, fixes=options.fixes, every=options.all)
    tallies = [tally(one.certain) for one in results]
    marks = tallies[0].marks
    rows = [
        Row(
            f"found, {marks} marks",
            "≥ .92",
            tuple(share(one.found, one.marks) for one in tallies),
        ),
        Row(
            f"right fix, {marks} marks",
            "≥ .90",
            tuple(share(one.fixed, one.marks) for one in tallies),
        ),
        Row("precision, all texts", "≥ .96", tuple(one.precision for one in results)),
        Row(
            f"traps touched per 100, {result.traps} traps",
            "≤ 1",
            tuple(100 * share(len(one.touched), one.traps) for one in results),
        ),
        Row("false findings", "", tuple(len(one.false) for one in results)),
        Row("precision, planted articles", "", tuple(_of_kind(corpus, r) for r in results)),
    ]
    data = _print("dev/planted (source language sr)", systems, rows, options)
    if not options.json:
        print_planted(corpus, result)
        print_marks("by phenomenon", result.certain, lambda one: one.mark.phenomenon)
        print_marks("by order", result.certain, lambda one: one.mark.pattern.split("/")[0])
        print_marks("by place", result.certain, lambda one: one.mark.pattern.split("/")[-1])
        print_findings(result, "check")
        print_findings(result, "certainty")
        print_traps(result, Counter(trap.why for trap in corpus.traps))
    return data


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder holding dev/")
    parser.add_argument("--only", choices=PARTS, help="measure one part")
    parser.add_argument("--errors", action="store_true", help="print what went wrong")
    parser.add_argument("--fixes", action="store_true", help="with --errors: what went right too")
    parser.add_argument("--all", action="store_true", help="with --errors: hopeless marks too")
    parser.add_argument("--no-glossaries", action="store_true", help="leave out the shipped ones")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args()


def _run_peer(corpus: Corpus) -> dict[str, list[Finding]]:
    return {slug: find_near(text) for slug, text in corpus.texts.items()}


def _of_kind(corpus: Corpus, result: Result) -> float:
    planted = set(corpus.slugs("planted"))
    right, false = (sum(s in planted for s, _ in part) for part in (result.right, result.false))
    return share(right, right + false, empty=math.nan)


def _certain(findings: Iterable[tuple[str, Finding]]) -> int:
    return sum(one["certainty"] == "certain" for _, one in findings)


def _values(tallies: Iterable[Any], name: str) -> tuple[int, ...]:
    return tuple(getattr(one, name) for one in tallies)


def _pair(finding: Finding) -> tuple[str, str]:
    return finding["text"], finding["suggestions"][0]


def _compare(pairs: list[tuple[str, str]]) -> tuple[int, int]:
    right = sum((Counter(SEED) & Counter(pairs)).values())
    return right, len(pairs) - right


def _print(title: str, systems: list[str], rows: list[Row], options: argparse.Namespace) -> Part:
    if not options.json:
        print_rows(title, systems, rows)
    return {"title": title, "figures": rows_as_data(rows, systems)}


if __name__ == "__main__":
    main()
