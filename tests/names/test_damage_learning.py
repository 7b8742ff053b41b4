"""The tables are learned from pairs: what happens often costs little and has a direction."""

from __future__ import annotations

import pytest

from benchmarks.training.damaging import decline_serbian, slip
from benchmarks.training.learning import learn
from transcheck.names.damage.segments import SegmentTable, align, write_pieces

PAIRS = [
    ("rossi", "rosi", 1.0), ("missoni", "misoni", 1.0), ("russell", "rusel", 1.0),
    ("bassi", "basi", 1.0), ("lassen", "lasen", 1.0), ("besson", "beson", 1.0),
    ("tennant", "tenant", 1.0), ("shaw", "šo", 1.0), ("shelley", "šeli", 1.0),
    ("marsh", "marš", 1.0), ("cash", "keš", 1.0), ("ashley", "ešli", 1.0),
]  # fmt: skip
WRITTEN = {("sh", "š"): 0.7, ("ss", "s"): 0.7, ("aw", "o"): 0.7, ("ll", "l"): 0.7, ("ey", "i"): 0.9}


def test_what_happens_often_costs_little_and_points_one_way() -> None:
    table = SegmentTable(write_pieces(learn(PAIRS, WRITTEN)))
    costs = {damaged: (cost, odds) for damaged, cost, odds in table.becomes("ss")}
    assert costs["s"][0] < 0.7
    assert costs["s"][1] > 2
    assert align("missisi", "misisi", table)[0] < align("missisi", "missisi", table)[0] + 1
    assert align("vance", "vnace", table)[0] > 5


def test_learning_gives_the_same_bytes_twice() -> None:
    assert write_pieces(learn(PAIRS, WRITTEN)) == write_pieces(learn(PAIRS, WRITTEN))


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("trump", "trumpom"), ("vučić", "vučićem"), ("amerika", "americi"), ("petar", "petra"),
        ("poljska", "poljskoj"), ("lee", "leejem"), ("oebs", "oebs-a"), ("harris", "harrisove"),
    ],
)  # fmt: skip
def test_names_are_declined(name: str, form: str) -> None:
    assert form in set(decline_serbian(name))


def test_a_slip_changes_a_word_by_one_key() -> None:
    import random

    for seed in range(50):
        damaged = slip("zagreb", random.Random(seed))
        assert abs(len(damaged) - 6) <= 1
        assert damaged[0] == "z"
