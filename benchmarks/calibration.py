"""Calibration of the two judgements: is a probability of .9 right nine times in ten?

Measured on composed articles of other seeds than those fitted on, and on the development data
(dev/articles and dev/planted), the judgement alone, without a glossary. Draws docs/calibration.png.

python -m benchmarks.calibration [--articles 6000] [--no-picture]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.corpus import ROOT, SHARED, Corpus, read_articles, read_planted
from benchmarks.reliability import Bin, Said, list_bins, print_bins
from benchmarks.tables import Row, print_rows
from benchmarks.training.composer import Story, compose
from benchmarks.training.examples import Example, list_examples, list_rulings
from benchmarks.training.pools import read_pools
from transcheck.model import Certainty
from transcheck.names.judgement.direction import probability_other_is_wrong, weigh_sides
from transcheck.names.judgement.likeness import probability_of_one_name
from transcheck.names.judgement.rulings import Ruling

HELD_OUT = 1_000_000
"""The first seed of the articles measured: those fitted on count from 0."""
SAME_BOUNDS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.0)
SIDE_BOUNDS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
PICTURE = ROOT / "docs" / "calibration.png"
Measured = dict[str, list[Example]]


def main() -> None:
    """Measure, print, draw."""
    options = _parse()
    pools = read_pools()
    stories = {"composed": [compose(HELD_OUT + n, pools) for n in range(options.articles)]}
    measured: Measured = {"composed": list(list_examples(stories["composed"]))}
    rows = []
    if (options.shared / "dev").is_dir():
        marked = list(_stories(read_articles(options.shared), None))
        sown = list(_stories(read_planted(options.shared), "sr"))
        articles, planted = list(list_examples(marked)), list(list_examples(sown))
        stories["development"] = [*marked, *sown]
        measured["development"] = [*articles, *planted]
        rows = [
            _right("direction right, planted pairs", planted, "≥ .94"),
            _right("direction right, true pairs of dev/articles", articles, ""),
        ]
    else:
        print(f"calibration: the development data is absent ({options.shared})")
    rows.insert(0, _right("direction right, composed pairs", measured["composed"], ""))
    for name, told in stories.items():
        ruled = list(list_rulings(told))
        rows += _rulings(name, ruled, Certainty.CERTAIN, "≥ .97")
        rows += _rulings(name, ruled, Certainty.LIKELY, "≥ .90")
    same = {name: list_bins(_same(held), SAME_BOUNDS) for name, held in measured.items()}
    side = {name: list_bins(_side(held), SIDE_BOUNDS) for name, held in measured.items()}
    for name in measured:
        print_bins(f"P(one name), {name} pairs", same[name])
        print_bins(f"P(side), {name} pairs", side[name])
    print_rows("The two judgements, by pairs of spellings, and the rulings", ["transcheck"], rows)
    if not options.no_picture:
        draw(same, side, PICTURE)


def _same(examples: Sequence[Example]) -> list[Said]:
    return [(probability_of_one_name(one.pair), one.is_one) for one in examples]


def _side(examples: Sequence[Example]) -> list[Said]:
    """Return P of the side chosen and whether it was the wrong one."""
    said = []
    for one in examples:
        if one.right:
            other_wrong = probability_other_is_wrong(weigh_sides(one.pair))
            is_wrong = one.right == one.pair.one.text
            chosen = max(other_wrong, 1 - other_wrong)
            said.append((chosen, (other_wrong > 0.5) == is_wrong if chosen > 0.5 else False))
    return said


def _right(name: str, examples: Sequence[Example], goal: str) -> Row:
    said = _side(examples)
    return Row(name, goal, (sum(true for _, true in said) / max(1, len(said)),), len(said))


def _rulings(
    name: str, measured: Sequence[tuple[Story, Ruling]], certainty: Certainty, goal: str
) -> list[Row]:
    """Return how many rulings of one certainty make the right form of the wrong one.

    Strictly, and where the right form stands in the article: a name damaged in every place
    cannot be mended from the article alone.
    """
    verdicts, possible = [], []
    for story, ruling in measured:
        forms = (ruling.right.text, ruling.wrong.text)
        rights = {story.rights.get(form, form) for form in forms}
        if ruling.is_open or ruling.certainty is not certainty:
            continue
        if len(rights) == 1 and not rights & story.sided:
            continue  # one name, and nobody knows which side is right
        verdicts.append(rights == {ruling.right.text})
        if len(rights) > 1 or rights & set(forms):
            possible.append(verdicts[-1])
    named = f"{certainty.value}: right, {name} articles"
    return [
        Row(
            f"{certainty.value}: right, {name}, right form there",
            goal,
            (_share(possible),),
            len(possible),
        ),
        Row(named, goal, (_share(verdicts),), len(verdicts)),
    ]


def _share(verdicts: Sequence[bool]) -> float:
    return sum(verdicts) / max(1, len(verdicts))


def _stories(corpus: Corpus, language: str | None) -> Iterator[Story]:
    """Yield marked texts as if they had been composed: what is right is what the marks say."""
    for slug, text in corpus.texts.items():
        rights: dict[str, str] = {}
        for mark in corpus.marks:
            wrong, right = mark.text.split(), mark.expected.split()
            if mark.slug == slug and mark.certain and mark.alike and len(wrong) == len(right):
                for one, other in zip(wrong, right, strict=True):
                    rights[one.strip("'’\"“”.,")] = other.strip("'’\"“”.,")
        for slip in corpus.slips:
            if slip.slug == slug:
                rights[slip.text] = slip.expected
        yield Story(text, language, rights, frozenset(rights.values()))


def draw(same: Mapping[str, Sequence[Bin]], side: Mapping[str, Sequence[Bin]], path: Path) -> None:
    """Draw both judgements: what was said across, what came true upwards."""
    import matplotlib

    matplotlib.use("agg")
    from matplotlib import pyplot

    pyplot.rcParams.update(
        {"font.family": "DejaVu Sans", "font.size": 9, "axes.edgecolor": "#8b867b"}
    )
    colours = {"composed": "#14509f", "development": "#b3241b"}
    figure, axes = pyplot.subplots(1, 2, figsize=(7.2, 3.5), constrained_layout=True)
    titles = ("Are the two one name?", "Which of the two is wrong?")
    for axis, title, bins, low in zip(axes, titles, (same, side), (0.0, 0.5), strict=True):
        axis.plot([low, 1], [low, 1], color="#c9c4b8", linewidth=1, zorder=1)
        for name, held in bins.items():
            count = sum(one.count for one in held)
            said, true = [one.said for one in held], [one.true for one in held]
            axis.plot(said, true, linewidth=1.0, color=colours[name], alpha=0.5, zorder=2)
            # The area of a point is the number of its pairs: small ones say little.
            axis.scatter(
                said, true, s=[6 + 300 * one.count / count for one in held], alpha=0.75,
                color=colours[name], label=f"{name} ({count:,} pairs)", zorder=3, linewidths=0,
            )  # fmt: skip
        axis.set(title=title, xlabel="probability said", xlim=(low, 1.04), ylim=(-0.04, 1.04))
        axis.spines[["top", "right"]].set_visible(False)
        axis.grid(color="#eeebe4", linewidth=0.6)
        axis.set_axisbelow(True)
        legend = axis.legend(frameon=False, loc="upper left", fontsize=8)
        for handle in legend.legend_handles:
            handle.set_sizes([30])
    axes[0].set_ylabel("share that came true")
    path.parent.mkdir(exist_ok=True)
    figure.savefig(path, dpi=160, metadata={"Software": None})
    pyplot.close(figure)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.calibration", description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder holding dev/")
    parser.add_argument("--articles", type=int, default=6_000, help="composed articles measured")
    parser.add_argument("--no-picture", action="store_true", help="do not draw the picture")
    return parser.parse_args()


if __name__ == "__main__":
    main()
