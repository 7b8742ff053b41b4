"""Waivers of a served review say which places of a name were left open."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

from review_desk import Review

Start = Callable[..., Review]


def read_left(folder: Path) -> dict[str, list[str]]:
    """Return what each waiver left open, by its fingerprint."""
    text = (folder / "transcheck-waivers.toml").read_text("utf-8")
    return {one["fingerprint"]: one.get("left-open", []) for one in tomllib.loads(text)["waiver"]}


def test_a_waiver_says_which_places_were_left_open(start: Start, tmp_path: Path) -> None:
    review = start()
    page = review.page()
    one, other = (wish["fingerprint"] for wish in page.wish("Rute", "skip"))
    told = page.decide("Rute", "not-an-error", slice(1), reason="Quoted")
    assert read_left(tmp_path) == {one: [other]}
    review.page().decide("Rute", "not-an-error", slice(1), reason="Quoted")
    assert read_left(tmp_path) == {one: [other], other: []}
    assert page.send("undo", {"acts": [told.json()["acts"][0]["act"]]}).status_code == 200
    assert read_left(tmp_path) == {other: []}


def test_places_waived_in_one_step_are_not_left_open(start: Start, tmp_path: Path) -> None:
    start().page().decide("Rute", "not-an-error", reason="Quoted")
    assert list(read_left(tmp_path).values()) == [[], []]


def test_a_place_that_is_mended_afterwards_does_not_ask_again(start: Start, tmp_path: Path) -> None:
    review = start()
    review.page().decide("Rute", "not-an-error", slice(1), reason="Quoted")
    review.page().decide("Rute", "accept", form="Rutte")
    assert "Rute" not in review.page().open()
    assert review.text().count("Rute") == 1
