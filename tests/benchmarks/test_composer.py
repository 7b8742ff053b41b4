"""Composed articles for training: the same for a seed, with what is known of their names."""

from __future__ import annotations

import re

import pytest

from benchmarks.training.composer import Plant, Pools, Story, compose

POOLS = Pools(
    {
        "marks": [Plant("Zvečan", ("Zvecan",), "marks", "sr")],
        "respelling": [Plant("Rutte", ("Rute", "Ruta"), "respelling", "sr")],
        "ending": [Plant("Shor", ("Shora",), "ending", "ru")],
        "slip": [Plant("Kurti", ("Kutri",), "slip")],
    },
    [("Novikov", "Novakov"), ("Baker", "Barker")],
    "Lind Bergman Kovač Ostrow Meyer Halden Petrescu Dorsten Arvidsson Castell".split(),
)
STORIES = [compose(seed, POOLS) for seed in range(80)]


def test_the_same_seed_gives_the_same_article() -> None:
    assert compose(3, POOLS) == compose(3, POOLS)
    assert compose(3, POOLS) != compose(4, POOLS)


@pytest.mark.parametrize("story", STORIES[:20], ids=range(20))
def test_no_slot_is_left_open(story: Story) -> None:
    assert "{" not in story.text
    assert 10 <= len(re.findall(r"[.!?]", story.text)) <= 80


def test_right_and_damaged_forms_stand_there_often_enough_to_learn_from() -> None:
    both = [s for s in STORIES if re.search(r"\bZvečan\b", s.text) and "Zvecan" in s.text]
    assert len(both) >= 5
    assert all(story.rights["Zvečan"] == story.rights["Zvecan"] for story in both)


def test_strangers_are_two_names() -> None:
    together = [s for s in STORIES if {"Novikov", "Novakov"} <= s.rights.keys()]
    assert together
    assert all(story.rights["Novikov"] != story.rights["Novakov"] for story in together)


def test_case_endings_stand_mostly_where_the_sentence_asks_for_one() -> None:
    text = "\n".join(story.text for story in STORIES)
    subject = len(re.findall(r"(?:^|[.] )Shora\b", text, re.MULTILINE))
    assert text.count("Shora") > 5 * subject
