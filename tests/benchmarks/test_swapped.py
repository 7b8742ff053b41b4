"""Other names in the places of planted ones: texts, marks and figures, on data made by hand."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from benchmarks import engine, swapped
from benchmarks.corpus import Corpus, Mark
from benchmarks.figures import score_planted
from benchmarks.peer import find_near
from benchmarks.scorer import find_form
from benchmarks.slots import Pair, keep, list_places, list_slots, read_pairs, select_new, swap

ONE = "Jonas Lindqvist sang in Žitno.\r\nLinkvist's band left Zitno; Linkvist-Berg stayed."
TWO = "Ana Lindqvist wrote. Lindqvistu was paid."
PLANTED = (
    Pair("Linkvist", "Lindqvist", "respelling", "person"),
    Pair("Zitno", "Žitno", "diacritics", "place"),
)
NEW = (
    Pair("Haksli", "Huxleigh", "respelling", "person"),
    Pair("Vebster", "Webster", "respelling", "person"),
    Pair("Cerovac", "Čerovac", "diacritics", "place"),
)
HEAD = "variant\tcanonical\tkind\tphenomenon\tlanguage\tsource"


def mark(text: str, form: str, right: str, phenomenon: str, slug: str = "one") -> list[Mark]:
    return [
        Mark(slug, form, start, end, right, phenomenon, True, "right-form-in-text", "after-right/x")
        for start, end in find_form(form, text)
    ]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    marks = mark(ONE, "Linkvist", "Lindqvist", "respelling")
    marks += mark(ONE, "Zitno", "Žitno", "diacritics")
    marks += mark(TWO, "Lindqvistu", "Lindqvist", "inflection", "two")
    return Corpus(tmp_path, {"planted": ("one", "two")}, {"one": ONE, "two": TWO}, tuple(marks))


def test_slots_hold_what_can_be_replaced_and_nothing_else(corpus: Corpus) -> None:
    assert list_slots(corpus, "one", frozenset({"Žitno"})) == PLANTED
    assert list_slots(corpus, "two", frozenset()) == ()


def test_every_mention_is_replaced_and_the_marks_move_along(corpus: Corpus, tmp_path: Path) -> None:
    slots = {"one": PLANTED}
    filled = swap(keep(corpus, ["one"]), slots, NEW[1:], 1, tmp_path)
    expected = "Jonas Webster sang in Čerovac.\r\nVebster's band left Cerovac; Vebster-Berg stayed."
    assert filled.texts == {"one": expected}
    assert (tmp_path / "one.txt").read_bytes() == expected.encode()
    assert [(m.text, m.expected) for m in filled.marks] == [
        ("Vebster", "Webster"),
        ("Cerovac", "Čerovac"),
        ("Vebster", "Webster"),
    ]
    assert all(expected[m.start : m.end] == m.text for m in filled.marks)
    assert {m.phenomenon for m in filled.marks} == {"respelling", "diacritics"}


def test_the_seed_decides_the_draw(corpus: Corpus, tmp_path: Path) -> None:
    slots, held = {"one": PLANTED}, keep(corpus, ["one"])
    drawn = {seed: swap(held, slots, NEW, seed, tmp_path).texts["one"] for seed in range(12)}
    assert len(set(drawn.values())) == 2
    assert swap(held, slots, NEW, 3, tmp_path).texts["one"] == drawn[3]


def test_a_form_is_not_put_into_two_slots_of_one_article(corpus: Corpus, tmp_path: Path) -> None:
    two = (PLANTED[0], Pair("Berg", "Bergh", "respelling", "person"))
    near = (NEW[0], Pair("Hakslij", "Huxleigh", "respelling", "person"))
    with pytest.raises(SystemExit, match="too few"):
        swap(keep(corpus, ["one"]), {"one": two}, near, 1, tmp_path)


def test_pairs_of_which_a_word_is_known_are_left_out() -> None:
    assert select_new(NEW, ["Webster, Haksliju i Čerovac-Selo"]) == NEW[:1]


def write_names(folder: Path) -> None:
    folder.mkdir(parents=True)
    rows = {
        "respelling": [
            "Oldus Haksli\tAldous Huxleigh\tperson\trespelling\tsr-Latn\t-",
            "Haksli\tHuxleigh\tperson\trespelling\tsr-Latn\t-",
            "Brisbejni\tBrisbane\tplace\trespelling\tsq\t-",
            "Novi Graz\tNew Gratz\tplace\trespelling\tsr-Latn\t-",
            "Li\tLee\tperson\trespelling\tsr-Latn\t-",
            "Same\tSame\tperson\trespelling\tsr-Latn\t-",
            "Korel\tCorelle\torg\trespelling\tsr-Latn\t-",
        ],
        "diacritics": [
            "Cerovac\tČerovac\tplace\tdiacritics\thr\t-",
            "Zitno\tŽitno\tplace\tdiacritics\tsr-Latn\t-",
        ],
    }
    for name, lines in rows.items():
        (folder / f"{name}.tsv").write_text("\n".join([HEAD, *lines]) + "\n", encoding="utf-8")


def test_the_lists_give_family_names_and_places_of_one_word(tmp_path: Path) -> None:
    write_names(tmp_path / "dev" / "names")
    assert read_pairs(tmp_path) == (NEW[2], NEW[0], PLANTED[1])
    assert list_places([*NEW, Pair("A", "Webster", "diacritics", "place")]) == {"Čerovac"}


def test_figures_stand_beside_those_of_the_articles_as_planted(corpus: Corpus) -> None:
    held = keep(corpus, ["one"])
    near = swapped.figures_of(score_planted(held, {"one": find_near(ONE)}))
    none = swapped.figures_of(score_planted(held, {}))
    assert near["found, diacritics"] == 1.0
    assert near["found, all"] > none["found, all"] == 0.0
    rows = {row.name: row for row in swapped.list_rows([near, none], near, [none, none], none)}
    found = near["found, all"]
    assert rows["found, all"].values == (found / 2, 0.0, found, found, 0.0, 0.0)
    assert rows["found, all"].goal == "≥ .80"


def write_planted(folder: Path, corpus: Corpus) -> None:
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "one.txt").write_text(ONE, encoding="utf-8", newline="")
    (folder / "index.tsv").write_text("slug\tkind\none\tplanted\n", encoding="utf-8")
    (folder / "traps.tsv").write_text("slug\tspan_text\tchar_start\tchar_end\twhy\n")
    head = (
        "slug span_text char_start char_end expected phenomenon pattern right_form_in_text certain"
    )
    lines = [head.replace(" ", "\t")]
    for m in corpus.marks:
        if m.slug == "one":
            cells = (m.slug, m.text, m.start, m.end, m.expected, m.phenomenon, m.pattern)
            lines.append("\t".join(map(str, (*cells, "yes", "yes"))))
    (folder / "annotations.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_the_command_measures_every_draw(
    corpus: Corpus,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    write_names(tmp_path / "dev" / "names")
    write_planted(tmp_path / "dev" / "planted", corpus)
    read: list[str] = []

    def check(paths: Sequence[Path], source_lang: str, glossaries: bool) -> engine.Outcome:
        texts = {path: path.read_bytes().decode() for path in paths}
        read.extend(texts.values())
        articles: dict[Path, dict[str, Any]] = {
            path: {"findings": [one | {"check": "name-respelt"} for one in find_near(text)]}
            for path, text in texts.items()
        }
        assert (source_lang, glossaries) == ("sr", False)
        return engine.Outcome(0, articles, [])

    monkeypatch.setattr(engine, "check", check)
    command = ["swapped", "--shared", str(tmp_path), "--draws", "2", "--no-glossaries", "--json"]
    monkeypatch.setattr(sys, "argv", command)
    swapped.main()
    data = json.loads(capsys.readouterr().out)
    assert [one["seed"] for one in data["draws"]] == [1, 2]
    assert read[0] == ONE
    assert all("Huxleigh" in text and "Lindqvist" not in text for text in read[1:])
    figures = {one["figure"]: one for one in data["figures"]}
    assert figures["precision"]["transcheck"] == figures["precision"]["peer"]
    assert figures["found, all"]["as planted"] == figures["found, all"]["peer as planted"] > 0


def test_without_the_data_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["swapped", "--shared", str(tmp_path)])
    swapped.main()
    assert "not measured" in capsys.readouterr().out
