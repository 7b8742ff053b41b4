"""`transcheck score`: the table, JSON, options, and one clear line for what cannot be scored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import Outcome, run

EXAMPLE = Path(__file__).parents[2] / "examples" / "score"
TABLE = """\
reference.txt: 12 lines, 13 names

metric     system         score    95 % interval      p
BLEU ↑     engine-a.txt   61.33   55.34 –  67.22
           engine-b.txt   62.18   55.90 –  68.36  0.106
chrF2++ ↑  engine-a.txt   76.00   72.70 –  79.28
           engine-b.txt   76.76   73.42 –  80.07  0.050
TER ↓      engine-a.txt   25.39   20.93 –  29.89
           engine-b.txt   24.61   20.34 –  28.95  0.083
names % ↑  engine-a.txt   76.92   55.19 –  99.64
           engine-b.txt  100.00  100.00 – 100.00  0.019

p: paired bootstrap of 1,000 resamples, against engine-a.txt.
12 lines: too few to trust an interval or a p value.
"""
NAMES = """\
engine-a.txt: 10 of 13 names right, 3 wrong:
  engine-a.txt:6   Kuršumlija  Kursumlija (marks differ)
  engine-a.txt:9   Whitlock    Vitlok
  engine-a.txt:10  Dekkers     Dekers

engine-b.txt: 13 of 13 names right.
"""


def score(*arguments: str) -> Outcome:
    return run("score", *arguments, folder=EXAMPLE)


def both(*more: str) -> tuple[str, ...]:
    return ("engine-a.txt", "engine-b.txt", "--reference", "reference.txt", *more)


def test_the_example():
    result = score(*both())
    assert (result.code, result.stderr) == (0, "")
    assert result.stdout.startswith(TABLE)
    assert result.stdout.endswith(NAMES)
    assert "\nBLEU           nrefs:1|bs:1000|seed:12345|" in result.stdout


def test_the_example_shows_what_it_is_for():
    first, second = json.loads(score(*both("--format", "json")).stdout)["systems"]
    values = {
        one["metric"]: round(other["value"] - one["value"], 2)
        for one, other in zip(first["scores"], second["scores"], strict=True)
    }
    assert 0 < values["BLEU"] < 1.2
    assert values["name accuracy"] == 23.08


def test_json_is_complete_and_repeats():
    result = score(*both("--format", "json"))
    assert result.stdout == score(*both("--format", "json")).stdout
    data = json.loads(result.stdout)
    assert list(data) == ["schema", "reference", "lines", "samples", "systems", "signatures"]
    assert data["schema"] == "transcheck/score/1"
    assert data["systems"][0]["misses"][0] == {
        "path": "engine-a.txt",
        "line": 6,
        "name": "Kuršumlija",
        "instead": "Kursumlija",
        "kind": "marks",
    }


def test_one_system_has_no_p():
    result = score("engine-a.txt", "--reference", "reference.txt")
    assert "metric     system        score   95 % interval\n" in result.stdout
    assert "\np: " not in result.stdout


def test_output_file(tmp_path):
    target = tmp_path / "score.json"
    result = score(*both("--format", "json", "-o", str(target)))
    assert result.stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["lines"] == 12


@pytest.mark.parametrize("name", ["a.txt", "human.txt"])
def test_no_scores_take_the_place_of_a_translation(tmp_path, name):
    for one in ("a.txt", "human.txt"):
        (tmp_path / one).write_text("Anna Lund came.\n", encoding="utf-8")
    done = run("score", "a.txt", "--reference", "human.txt", "-o", f"./{name}", folder=tmp_path)
    assert (done.code, f"cannot write ./{name}: it is one of" in done.stderr) == (2, True)
    assert (tmp_path / name).read_text(encoding="utf-8") == "Anna Lund came.\n"


def test_the_first_twenty_names_unless_all(tmp_path):
    reference, hypothesis = tmp_path / "ref", tmp_path / "hyp"
    reference.write_text("a visit to Kuršumlija\n" * 25, encoding="utf-8")
    hypothesis.write_text("a visit to Kursumlija\n" * 25, encoding="utf-8")
    short = score(str(hypothesis), "--reference", str(reference)).stdout
    assert short.count("(marks differ)") == 20
    assert short.endswith("  … and 5 more: --all-names lists them.\n")
    full = score(str(hypothesis), "--reference", str(reference), "--all-names").stdout
    assert full.count("(marks differ)") == 25


def test_no_names(tmp_path):
    (tmp_path / "ref").write_text("it was late\n")
    result = score(str(tmp_path / "ref"), "--reference", str(tmp_path / "ref"))
    assert result.code == 0
    assert "1 line, 0 names\n" in result.stdout
    assert "names right" not in result.stdout


def test_controls_in_a_text_do_not_reach_the_terminal(tmp_path):
    (tmp_path / "ref").write_text("met Dekkers\u2066\u2069Kuršić there\n", encoding="utf-8")
    (tmp_path / "hyp").write_text("met Dekers\x1b[31m there\n", encoding="utf-8")
    result = score(str(tmp_path / "hyp"), "--reference", str(tmp_path / "ref"))
    assert "\x1b" not in result.stdout
    assert "\u2066" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["engine-a.txt"], "Missing option '--reference'"),
        (["--reference", "reference.txt"], "Missing argument 'HYPOTHESIS…'"),
        (["nothing.txt", "--reference", "reference.txt"], "nothing.txt: no such file or folder"),
        (["engine-a.txt", "--reference", "nothing.txt"], "nothing.txt: no such file or folder"),
        (
            ["short.txt", "--reference", "reference.txt"],
            "short.txt has 1 line, reference.txt 12. They are compared line by line",
        ),
        (["empty.txt", "--reference", "reference.txt"], "empty.txt: is empty"),
        (
            ["latin.txt", "--reference", "reference.txt"],
            "latin.txt: byte 2 (0x9A) is not UTF-8. Try --encoding cp1250",
        ),
        (
            ["engine-a.txt", "--reference", "reference.txt", "--encoding", "utf8x"],
            'unknown encoding "utf8x"',
        ),
        (
            ["engine-a.txt", "--reference", "reference.txt", "-o", "missing/score.txt"],
            "cannot write missing/score.txt",
        ),
    ],
)
def test_what_cannot_be_scored_is_one_line_and_exit_2(tmp_path, arguments, message):
    for file in EXAMPLE.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "short.txt").write_text("one\n")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "latin.txt").write_bytes(b"Ni\x9a\n")
    result = run("score", *arguments, folder=tmp_path)
    assert (result.code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"transcheck: {message}")
