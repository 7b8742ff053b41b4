"""Decisions taken back: each alone, in any order, beside what others wrote."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from review_desk import FERRY, Review

Start = Callable[..., Review]
TWO = {"a.txt": FERRY, "b.txt": FERRY.replace("ferry", "train")}


def waivers(folder: Path) -> list[dict[str, Any]]:
    path = folder / "transcheck-waivers.toml"
    return tomllib.loads(path.read_text("utf-8"))["waiver"] if path.exists() else []


def test_each_is_taken_back(start: Start, tmp_path: Path) -> None:
    review = start()
    page = review.page()
    before = sorted(page.open())
    page.decide("Rute", "glossary", form="Rutte", kind="person")
    page.decide("Zvecan", "not-an-error", reason="Quoted")
    page.decide("Cavusoglu", "accept", form="Çavuşoğlu")
    assert review.page().open() == []
    kept = [entry["act"] for one in review.page().data["kept"].values() for entry in one.values()]
    assert sorted(kept) == [1, 2, 3]
    told = page.send("undo", {"acts": kept})
    assert told.json() == {"undone": [3, 2, 1], "refused": []}
    assert review.text() == FERRY
    assert sorted(review.page().open()) == before
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.txt"]
    assert page.send("undo", {"acts": [1]}).status_code == 409


def test_acts_are_taken_back_in_any_order(start: Start) -> None:
    review = start()
    page = review.page()
    acts = [
        page.decide(form, "accept", form=right).json()["acts"][0]["act"]
        for form, right in (("Rute", "Rutte"), ("Zvecan", "Zvečan"), ("Cavusoglu", "Çavuşoğlu"))
    ]
    page.send("undo", {"acts": [acts[1]]})
    assert review.text() == FERRY.replace("Rute", "Rutte").replace("Cavusoglu", "Çavuşoğlu")
    page.send("undo", {"acts": [acts[0], acts[2]]})
    assert review.text() == FERRY


def test_one_name_of_a_step_is_taken_back_alone(start: Start) -> None:
    review = start()
    page = review.page()
    wishes = page.wish("Rute", "accept", form="Rutte") + page.wish(
        "Zvecan", "accept", form="Zvečan"
    )
    acts = page.send("decide", {"decisions": wishes}).json()["acts"]
    assert [len(act["places"]) for act in acts] == [2, 1]
    page.send("undo", {"acts": [acts[0]["act"]]})
    assert review.text() == FERRY.replace("Zvecan", "Zvečan")


def test_a_row_stays_while_another_decision_asks_for_it(start: Start, tmp_path: Path) -> None:
    review = start(TWO)
    page = review.page()
    row = {"form": "Zvečan", "kind": "place"}
    acts = [
        page.decide("Zvecan", "glossary", slice(at, at + 1), **row).json()["acts"][0]["act"]
        for at in (0, 1)
    ]
    page.send("undo", {"acts": acts[:1]})
    assert "Zvečan,place" in (tmp_path / "names.csv").read_text("utf-8")
    page.send("undo", {"acts": acts[1:]})
    assert not (tmp_path / "names.csv").exists()
    assert (review.text("a.txt"), review.text("b.txt")) == (TWO["a.txt"], TWO["b.txt"])


def test_undo_leaves_what_was_changed_since(start: Start, tmp_path: Path) -> None:
    review = start()
    page = review.page()
    fix = page.decide("Rute", "accept", form="Rutte").json()["acts"][0]["act"]
    row = page.decide("Zvecan", "glossary", form="Zvecan", kind="place").json()["acts"][0]["act"]
    changed = review.text().replace("Rutte said", "Rutter said") + "More.\n"
    (tmp_path / "ferry.txt").write_text(changed, "utf-8")
    rows = (tmp_path / "names.csv").read_text("utf-8").replace("place", "person")
    (tmp_path / "names.csv").write_text(rows, "utf-8")
    told = page.send("undo", {"acts": [fix, row]})
    assert told.status_code == 409
    assert [one["why"] for one in told.json()["refused"]] == [
        "names.csv: the row was changed since it was written. Take it back by hand",
        "ferry.txt: was changed there since it was fixed. Take it back by hand",
    ]
    assert (review.text(), (tmp_path / "names.csv").read_text("utf-8")) == (changed, rows)


def test_undo_keeps_what_another_wrote_beside(start: Start, tmp_path: Path) -> None:
    review = start()
    page = review.page()
    fix = page.decide("Rute", "accept", form="Rutte").json()["acts"][0]["act"]
    (tmp_path / "ferry.txt").write_text("Late edition. " + review.text() + "More.\n", "utf-8")
    assert page.send("undo", {"acts": [fix]}).status_code == 200
    assert review.text() == "Late edition. " + FERRY + "More.\n"
