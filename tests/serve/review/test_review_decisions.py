"""Decisions written at once, and pages that are older than the article."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from review_desk import FERRY, Review

from transcheck.errors import InputError

Start = Callable[..., Review]
TWO = {"a.txt": FERRY, "b.txt": FERRY.replace("ferry", "train")}


def waivers(folder: Path) -> list[dict[str, Any]]:
    path = folder / "transcheck-waivers.toml"
    return tomllib.loads(path.read_text("utf-8"))["waiver"] if path.exists() else []


def test_a_fix_is_written_and_nothing_decided_comes_back(start: Start) -> None:
    review = start()
    page = review.page()
    assert sorted(page.open()) == ["Cavusoglu", "Rute", "Rute", "Zvecan"]
    told = page.decide("Rute", "accept", form="Rutte")
    assert told.status_code == 200, told.text
    assert review.text() == FERRY.replace("Rute", "Rutte")
    assert sorted(review.page().open()) == ["Cavusoglu", "Zvecan"]
    assert "Gate failed: 2 errors" in review.page().text


def test_not_an_error_is_a_waiver_with_reason_and_author(start: Start, tmp_path: Path) -> None:
    review = start()
    assert review.page().decide("Zvecan", "not-an-error", reason="Quoted").status_code == 200
    (waiver,) = waivers(tmp_path)
    assert waiver["reason"] == "Quoted" and waiver["by"] == "A. Lund"
    assert (waiver["form"], waiver["path"]) == ("Zvecan", "ferry.txt")
    assert "Zvecan" not in review.page().open() and "Quoted" in review.page().text
    assert review.text() == FERRY


def test_a_name_is_a_row_and_settles_the_form(start: Start, tmp_path: Path) -> None:
    review = start()
    assert review.page().decide("Rute", "glossary", form="Rute", kind="person").status_code == 200
    rows = (tmp_path / "names.csv").read_text("utf-8").splitlines()
    assert rows[1:] == ["Rute,person,,,,,,"]
    assert "Rute" not in review.page().open()
    assert review.text() == FERRY


def test_a_row_of_the_right_form_mends_the_text_too(start: Start, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("name,kind\nAnna Lund,person\n", "utf-8")
    review = start()
    told = review.page().decide("Zvecan", "glossary", form="Zvečan", kind="place")
    assert told.status_code == 200, told.text
    assert (tmp_path / "names.csv").read_text("utf-8").endswith("Zvečan,place\n")
    assert review.text() == FERRY.replace("Zvecan", "Zvečan")


def test_a_form_that_stays_beside_another_name_gives_both_a_row(
    start: Start, tmp_path: Path
) -> None:
    review = start()
    page = review.page()
    told = page.decide("Rute", "glossary", form="Rute", beside="Rutte", kind="person")
    assert told.status_code == 200, told.text
    rows = (tmp_path / "names.csv").read_text("utf-8").splitlines()
    assert rows[1:] == ["Rute,person,,,,,,", "Rutte,person,,,,,,"]
    assert sorted(review.page().open()) == ["Cavusoglu", "Zvecan"], "neither is found instead"
    assert review.text() == FERRY
    assert page.send("undo", {"acts": [told.json()["acts"][0]["act"]]}).status_code == 200
    assert not (tmp_path / "names.csv").exists()
    assert len(review.page().open()) == 4


def test_a_second_form_is_admitted_and_side_by_side_they_stay_to_review(
    start: Start, tmp_path: Path
) -> None:
    review = start()
    told = review.page().decide("Zvecan", "glossary", form="Zvečan", admitted="Zvecan")
    assert told.status_code == 200, told.text
    assert (tmp_path / "names.csv").read_text("utf-8").endswith("Zvečan,,Zvecan,,,,,\n")
    assert review.text() == FERRY
    after = review.page()
    (group,) = (g for g in after.data["articles"][0]["groups"] if g["text"] == "Zvecan")
    assert (group["check"], group["standing"]) == ("name-inconsistent", "rev")


def test_what_is_skipped_is_remembered_and_written_nowhere(start: Start, tmp_path: Path) -> None:
    review = start()
    assert review.page().decide("Rute", "skip").status_code == 200
    assert sorted(review.page().open()) == ["Cavusoglu", "Zvecan"]
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.txt"]


def test_an_older_page_decides_what_still_stands(start: Start) -> None:
    review = start()
    one, other = review.page(), review.page()
    assert one.decide("Rute", "accept", slice(0, 1), form="Rutte").status_code == 200
    assert other.decide("Zvecan", "accept", form="Zvečan").status_code == 200
    assert other.decide("Rute", "accept", slice(1, 2), form="Rutte").status_code == 200
    assert review.text() == FERRY.replace("Rute", "Rutte").replace("Zvecan", "Zvečan")


@pytest.mark.parametrize(
    ("first", "form"), [("accept", "Rutte"), ("not-an-error", ""), ("elsewhere", "")]
)
def test_a_stale_decision_is_answered_with_the_new_state(
    start: Start, tmp_path: Path, first: str, form: str
) -> None:
    review = start()
    one, other = review.page(), review.page()
    if first == "elsewhere":
        (tmp_path / "ferry.txt").write_text(FERRY.replace("Rute", "He"), "utf-8")
    else:
        one.decide("Rute", first, form=form, reason="Quoted")
    text = review.text()
    told = other.decide("Rute", "accept", form="Rutte")
    assert told.status_code == 409
    assert "since this page was made" in told.json()["error"]
    (now,) = told.json()["articles"]
    assert sorted(group["text"] for group in now["groups"]) == ["Cavusoglu", "Zvecan"]
    assert review.text() == text


def test_with_one_stale_place_nothing_of_a_step_is_written(start: Start) -> None:
    review = start()
    one, other = review.page(), review.page()
    one.decide("Rute", "accept", slice(0, 1), form="Rutte")
    text = review.text()
    wishes = other.wish("Rute", "accept", form="Rutte")
    wishes += other.wish("Zvecan", "accept", form="Zvečan")
    assert other.send("decide", {"decisions": wishes}).status_code == 409
    assert review.text() == text


def test_two_reviews_of_one_folder_merge(start: Start, tmp_path: Path) -> None:
    one = start(TWO)
    other = Review(tmp_path, by="B. Holm")
    first, second = one.page(), other.page()
    first.decide("Rute", "accept", form="Rutte")
    second.decide("Zvecan", "accept", form="Zvečan")
    first.decide("Cavusoglu", "not-an-error", slice(0, 1), reason="Quoted")
    second.decide("Cavusoglu", "not-an-error", slice(1, 2), reason="House")
    assert {entry["by"] for entry in waivers(tmp_path)} == {"A. Lund", "B. Holm"}
    assert one.text("a.txt") == FERRY.replace("Rute", "Rutte").replace("Zvecan", "Zvečan")
    assert (one.page().open(), other.page().open()) == ([], [])


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ({"decision": "accept", "form": "Router"}, "not one of the forms"),
        ({"decision": "accept"}, "not one of the forms"),
        ({"decision": "glossary", "form": "Anything"}, "not one of the forms"),
        ({"decision": "not-an-error"}, "no reason why"),
        ({"decision": "glossary", "form": "Rutte", "admitted": "Anything"}, "no such row"),
        ({"decision": "glossary", "form": "Rute", "admitted": "Rute"}, "no such row"),
        ({"decision": "glossary", "form": "Rute", "beside": "Anything"}, "no such row"),
        ({"decision": "glossary", "form": "Rutte", "beside": "Rutte"}, "no such row"),
        ({"decision": "accept", "form": "Rutte", "admitted": "Rute"}, "no such row"),
    ],
)
def test_what_the_report_does_not_offer_is_refused(
    start: Start, decision: dict[str, str], told: str
) -> None:
    review = start()
    answer = review.page().decide("Rute", **decision)
    assert answer.status_code == 409 and told in answer.json()["error"]
    assert review.text() == FERRY


def test_a_waiver_file_broken_meanwhile_is_one_line(start: Start, tmp_path: Path) -> None:
    review = start()
    page = review.page()
    page.decide("Zvecan", "not-an-error", reason="Quoted")
    path = tmp_path / "transcheck-waivers.toml"
    broken = path.read_text("utf-8") + "[[waiver]\n"
    path.write_text(broken, "utf-8")
    told = page.decide("Rute", "not-an-error", reason="Quoted")
    assert told.status_code == 409 and "not valid TOML" in told.json()["error"]
    assert "transcheck-waivers.toml:" in told.json()["error"] and "\n" not in told.json()["error"]
    assert path.read_text("utf-8") == broken
    assert "not valid TOML" in review.page().data["trouble"]
    assert page.decide("Cavusoglu", "accept", form="Çavuşoğlu").status_code == 200
    assert "Zvecan" not in review.page().open(), "what was known of the waivers still holds"


def test_without_a_glossary_the_line_says_what_to_do(start: Start) -> None:
    review = start(into=None)
    told = review.page().decide("Rute", "glossary", form="Rutte", kind="person")
    assert told.status_code == 409 and "start the review with --into FILE" in told.json()["error"]
    assert review.text() == FERRY


def test_a_row_whose_fix_is_refused_is_not_written(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise InputError("would not read as meant", path="ferry.txt")

    review = start()
    monkeypatch.setattr("transcheck.review.sitting.writing.plan", refuse)
    told = review.page().decide("Rute", "glossary", form="Rutte", kind="person")
    assert told.status_code == 409
    assert told.json()["error"] == "ferry.txt: would not read as meant"
    assert [path.name for path in tmp_path.iterdir()] == ["ferry.txt"]


def test_an_article_that_went_away_is_not_checked_and_the_rest_goes_on(
    start: Start, tmp_path: Path
) -> None:
    review = start(TWO)
    page = review.page()
    name = next(one["href"] for one in page.data["articles"] if one["path"] == "a.txt")
    (tmp_path / "a.txt").unlink()
    told = page.decide("Zvecan", "accept", slice(0, 1), form="Zvečan")
    assert told.status_code == 409 and told.json()["error"].startswith("a.txt: cannot be read")
    assert review.client().get(f"/{name}").status_code == 404
    index = review.page()
    assert "Could not be read" in index.text
    assert {one["path"] for one in index.data["articles"]} == {"b.txt"}


def test_an_unreadable_article_is_shown_as_not_checked(start: Start) -> None:
    review = start({"good.txt": FERRY, "bad.txt": b"Zve\xe8an \x00\xff"})
    assert "Could not be read" in review.page().text


def test_rows_of_a_file_are_fixed_by_themselves(start: Start) -> None:
    rows = [{"id": f"row-{n}", "text": FERRY.replace("ferry", f"ferry {n}")} for n in range(3)]
    review = start({"wire.jsonl": "".join(json.dumps(row) + "\n" for row in rows)})
    page = review.page()
    assert page.decide("Zvecan", "accept", slice(1, 2), form="Zvečan").status_code == 200
    assert page.decide("Rute", "not-an-error", slice(0, 2), reason="Quoted").status_code == 200
    read = [json.loads(line) for line in review.text("wire.jsonl").splitlines()]
    assert [("Zvecan" in row["text"]) for row in read].count(False) == 1
    assert len([text for text in review.page().open() if text == "Rute"]) == 4


def test_the_way_from_article_to_article_stays_when_one_is_done(start: Start) -> None:
    review = start({**TWO, "c.txt": "Quiet day\n\nNothing happened.\n"})
    index = review.page()
    links = [one["href"] for one in index.data["articles"]]
    assert len(links) == 2
    page = review.page(links[0])
    for form, right in (("Rute", "Rutte"), ("Zvecan", "Zvečan"), ("Cavusoglu", "Çavuşoğlu")):
        assert page.decide(form, "accept", form=right).status_code == 200
    assert review.page(links[0]).open() == []
    turn = f'rel="next" href="{links[1]}"'
    assert turn in page.text and turn in review.page(links[0]).text


def test_a_file_that_can_be_read_again_is_back_without_being_touched(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: Any) -> None:
        raise InputError("cannot be read: Permission denied", path="ferry.txt")

    review = start()
    page = review.page()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr("transcheck.readers.load", refuse)
        told = page.decide("Rute", "accept", form="Rutte")
        assert told.status_code == 409 and "Permission denied" in told.json()["error"]
        assert "Could not be read" in review.page().text
    assert len(review.page().open()) == 4


def test_a_trouble_is_said_as_long_as_it_lasts(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("name,kind\nAnna Lund,person\n", "utf-8")
    review = start()
    assert review.page().data["trouble"] == ""
    path.write_text("nom,kind\nAnna Lund,person\n", "utf-8")
    assert "no column is called `name`" in review.page().data["trouble"]
    path.write_text("name,kind\nAnna Lund,person\n", "utf-8")
    assert review.page().data["trouble"] == ""


def test_only_a_name_goes_into_the_glossary(start: Start) -> None:
    review = start({"ferry.txt": FERRY.replace("waits", "waits for the the ferry")})
    told = review.page().decide("the the", "glossary", form="the the")
    assert told.status_code == 409
    assert told.json()["error"] == "ferry.txt: “the the” is no name: a glossary holds names"
