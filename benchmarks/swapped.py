"""Accuracy on the planted articles with other names in the places of the planted ones.

The rules were tuned while looking at dev/planted, so its figure flatters: it says how well the
names of those articles are handled, not how well names are. Here each planted pair gives its
places to another real pair of dev/names, none of whose words stands in any planted, trap or
control article; the sentences stay. The distance from "as planted" (the same articles as they
are) to "transcheck" (the mean of the draws) shows how far the planted figure flatters. The peer
has no rules to tune: as far as its two columns part, the other names are harder or easier.

Limits. Some of these pairs may have been seen when the rules were measured pair by pair on
dev/names: the names are new in their articles, not unseen. About two pairs in a hundred are wrong
in the lists. Only articles whose planted pairs are single words, respelt or stripped of marks, are
used. Given names stay, so that a family name may stand behind a given name of another country. A
shipped glossary may hold some of the names, places above all (--no-glossaries leaves it out). The
draws share one list of pairs and one set of sentences: their range is no confidence interval.

python -m benchmarks.swapped [--draws 5] [--seed N] [--errors] [--no-glossaries] [--json]
"""

from __future__ import annotations

import argparse
import json
import signal
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean

from benchmarks import engine
from benchmarks.corpus import SHARED, Corpus, read_planted
from benchmarks.figures import Result, score_planted, share, tally
from benchmarks.peer import find_near
from benchmarks.slots import TABLES, keep, list_places, list_slots, read_pairs, select_new, swap
from benchmarks.tables import Row, print_rows, rows_as_data
from benchmarks.tuning import print_errors

SYSTEMS = ("transcheck", "least", "most", "as planted", "peer", "peer as planted")
GOALS = {"found, all": "≥ .80", "right fix, all": "≥ .76", "precision": "≥ .88"}
Figures = dict[str, float]


def main() -> None:
    """Measure the draws asked for and print them beside the articles as planted."""
    options = _parse()
    if hasattr(signal, "SIGPIPE"):  # `… --errors | head` ends quietly
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    if not (options.shared / "dev").is_dir():
        print(f"swapped: not measured, the development data is absent ({options.shared})")
        return
    whole, pairs = read_planted(options.shared), read_pairs(options.shared)
    places = list_places(pairs)
    slots = {slug: list_slots(whole, slug, places) for slug in whole.slugs("planted")}
    slots = {slug: held for slug, held in slots.items() if held}
    planted, new = keep(whole, list(slots)), select_new(pairs, whole.texts.values())
    seeds = range(options.seed, options.seed + options.draws)
    before, before_peer = _measure(planted, options, "as planted"), _measure_peer(planted)
    ours, peer = [], []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            corpus = swap(planted, slots, new, seed, Path(folder))
            ours.append(_measure(corpus, options, f"seed {seed}"))
            peer.append(_measure_peer(corpus))
    rows = list_rows(ours, before, peer, before_peer)
    kind = "without glossaries" if options.no_glossaries else "shipped glossaries"
    title = (
        f"dev/planted with other names: mean of seeds {seeds[0]} to {seeds[-1]} ({kind}, source "
        f"language sr; {len(slots)} articles, {len(planted.marks)} marks, {len(new)} pairs to draw)"
    )
    if options.json:
        draws = [{"seed": seed, **one} for seed, one in zip(seeds, ours, strict=True)]
        data = {"title": title, "figures": rows_as_data(rows, SYSTEMS), "draws": draws}
        print(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        print_rows(title, SYSTEMS, rows)


def list_rows(
    ours: Sequence[Figures], before: Figures, peer: Sequence[Figures], before_peer: Figures
) -> list[Row]:
    """Set mean and range of the draws beside the articles as planted and the peer's means."""
    rows = []
    for name in before:
        values = [one[name] for one in ours]
        mean, peers = fmean(values), fmean(one[name] for one in peer)
        columns = (mean, min(values), max(values), before[name], peers, before_peer[name])
        rows.append(Row(name, GOALS.get(name, ""), columns))
    return rows


def figures_of(result: Result) -> Figures:
    """Return the figures of one run: shares found and rightly fixed, precision, false findings."""
    figures: Figures = {}
    for name in ("all", *TABLES):
        held = tally(v for v in result.certain if name in ("all", v.mark.phenomenon))
        figures[f"found, {name}"] = share(held.found, held.marks)
        figures[f"right fix, {name}"] = share(held.fixed, held.marks)
    figures = {name: figures[name] for name in sorted(figures, key=lambda one: one.split(",")[0])}
    return figures | {"precision": result.precision, "false findings": float(len(result.false))}


def _measure(corpus: Corpus, options: argparse.Namespace, name: str) -> Figures:
    findings, articles = engine.check_corpus(corpus, "sr", not options.no_glossaries)
    result = score_planted(corpus, findings)
    if options.errors and not options.json:
        print(f"\n══ {name}")
        print_errors(corpus, result, articles, fixes=False, every=False)
    return figures_of(result)


def _measure_peer(corpus: Corpus) -> Figures:
    findings = {slug: find_near(text) for slug, text in corpus.texts.items()}
    return figures_of(score_planted(corpus, findings))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.swapped",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder holding dev/")
    parser.add_argument("--draws", type=int, default=5, help="how often other names are drawn")
    parser.add_argument("--seed", type=int, default=1, help="of the first draw; the next count up")
    parser.add_argument("--errors", action="store_true", help="print what went wrong in each draw")
    parser.add_argument("--no-glossaries", action="store_true", help="leave out the shipped ones")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    if options.draws < 1:
        parser.error("--draws must be 1 or more")
    return options


if __name__ == "__main__":
    main()
