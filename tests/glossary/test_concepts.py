"""Ids of concepts: unique, and found in a straight line however many share a name."""

from __future__ import annotations

import time

from exchanged import build

from transcheck.glossary.concepts import number_twins


def test_twins_are_numbered_past_ids_that_stand():
    concepts = [build(name) for name in ("A", "A 2", "A", "A", "A 2")]
    ids = [concept.id for concept in number_twins(concepts)]
    assert ids == ["name:a", "name:a-2", "name:a-3", "name:a-4", "name:a-2-2"]


def test_one_name_many_times_takes_no_longer_than_many_names():
    start = time.process_time()
    ids = {concept.id for concept in number_twins([build("A")] * 30_000)}
    assert len(ids) == 30_000
    assert time.process_time() - start < 2
