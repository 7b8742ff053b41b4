"""Scores of systems: sacrebleu's figures pinned, intervals and p values, and that they repeat."""

from __future__ import annotations

import pytest

from transcheck.errors import UsageError
from transcheck.scoring import comparison
from transcheck.scoring.comparison import CorpusScore, score_corpus
from transcheck.scoring.corpus import Corpus, Line, Side

REFERENCE = [
    "The council of Kuršumlija met on Friday.",
    "Hanneke Dekkers opened the meeting at noon.",
    "Whitlock was late because his train stopped in Niš.",
    "The next meeting will be held in two weeks.",
]
WORSE = [
    "The council of Kursumlija met on Friday.",
    "Hanneke Dekers opened the meeting in the noon.",
    "Whitlock was late because his train stopped in Niš.",
    "The next meeting will be held in two weeks.",
]


def side(path: str, texts: list[str]) -> Side:
    return Side(path, tuple(Line(path, n, text) for n, text in enumerate(texts, start=1)))


@pytest.fixture(autouse=True)
def default_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SACREBLEU_SEED", raising=False)


def score(*systems: list[str], reference: list[str] = REFERENCE) -> CorpusScore:
    sides = tuple(side(f"{n}.txt", texts) for n, texts in enumerate(systems, start=1))
    return score_corpus(Corpus(side("ref.txt", reference), sides))


def figures(result: CorpusScore, system: int = 0) -> dict[str, float | None]:
    return {one.metric: one.value for one in result.systems[system].scores}


def test_figures_are_those_of_sacrebleu():
    from sacrebleu import corpus_bleu, corpus_chrf, corpus_ter

    found = figures(score(WORSE))
    assert found == {"BLEU": 73.4326, "chrF2++": 90.4746, "TER": 12.5, "name accuracy": 50.0}
    assert found["BLEU"] == pytest.approx(corpus_bleu(WORSE, [REFERENCE]).score, abs=1e-4)
    chrf = corpus_chrf(WORSE, [REFERENCE], word_order=2).score
    assert found["chrF2++"] == pytest.approx(chrf, abs=1e-4)
    assert found["TER"] == pytest.approx(corpus_ter(WORSE, [REFERENCE]).score, abs=1e-4)


def test_signatures():
    from sacrebleu import __version__ as version

    made = f"version:{version}"
    signatures = score(WORSE).signatures
    assert signatures["BLEU"] == (
        f"nrefs:1|bs:1000|seed:12345|case:mixed|eff:no|tok:13a|smooth:exp|{made}"
    )
    assert signatures["chrF2++"] == (
        f"nrefs:1|bs:1000|seed:12345|case:mixed|eff:yes|nc:6|nw:2|space:no|{made}"
    )
    assert signatures["TER"].startswith("nrefs:1|bs:1000|seed:12345|case:lc|tok:tercom|")
    assert signatures["name accuracy"].startswith("nrefs:1|bs:1000|seed:12345|")


def test_one_system_has_intervals_and_no_p():
    for one in score(WORSE).systems[0].scores:
        assert one.p is None
        assert one.low < one.value < one.high


def test_names_of_a_system():
    (system,) = score(WORSE).systems
    assert (system.names, system.right) == (4, 2)
    assert [(miss.path, miss.line, miss.name, miss.instead) for miss in system.misses] == [
        ("1.txt", 1, "Kuršumlija", "Kursumlija"),
        ("1.txt", 2, "Hanneke Dekkers", "Hanneke Dekers"),
    ]


def test_the_bootstrap_repeats():
    assert score(WORSE, REFERENCE) == score(WORSE, REFERENCE)


def test_p_of_four_metrics_against_the_first_system():
    reference = [line for n in range(40) for line in (*REFERENCE, f"Line {n} has no name.")]
    worse = [line for n in range(40) for line in (*WORSE, f"Line {n} has no name.")]
    first, second = score(worse, reference, reference=reference).systems
    assert [one.p for one in first.scores] == [None] * 4
    assert all(one.p <= 0.01 for one in second.scores)


def test_equal_systems_differ_by_chance():
    second = score(WORSE, WORSE).systems[1]
    assert [one.p for one in second.scores] == [1.0] * 4


def test_name_accuracy_moves_where_the_others_hardly_do():
    mended = [line.replace("Dekers", "Dekkers").replace("Kursu", "Kuršu") for line in WORSE]
    filler = ["Nothing else of note was said or decided on that quiet day."] * 60
    result = score(WORSE + filler, mended + filler, reference=REFERENCE + filler)
    before, after = figures(result, 0), figures(result, 1)
    assert after["BLEU"] - before["BLEU"] < 2
    assert (before["name accuracy"], after["name accuracy"]) == (50.0, 100.0)


def test_a_reference_without_names_has_no_name_accuracy():
    result = score(["it was late"], reference=["it was very late"])
    one = result.systems[0].scores[-1]
    assert (one.value, one.low, one.high) == (None, None, None)
    assert result.systems[0].names == 0


def test_resamples_without_a_name_are_left_out():
    reference = ["Dekkers came at noon."] + ["it was late by then"] * 20
    one = score(reference, reference=reference).systems[0].scores[-1]
    assert (one.value, one.low, one.high) == (100.0, 100.0, 100.0)


def test_too_many_lines_are_scored_without_intervals(monkeypatch):
    monkeypatch.setattr(comparison, "MOST_LINES", 3)
    result = score(WORSE, REFERENCE)
    assert result.samples == 0
    assert figures(result) == figures(score(WORSE))
    assert all(one.low is None and one.p is None for s in result.systems for one in s.scores)
    assert all("bs:" not in signature for signature in result.signatures.values())


def test_the_seed_of_sacrebleu_holds_for_all_metrics(monkeypatch):
    monkeypatch.setenv("SACREBLEU_SEED", "7")
    result = score(WORSE)
    assert all("|seed:7|" in signature for signature in result.signatures.values())
    monkeypatch.setenv("SACREBLEU_SEED", "seven")
    with pytest.raises(UsageError, match='SACREBLEU_SEED is "seven", not a number'):
        score(WORSE)


def test_an_empty_line_of_a_translation_is_scored():
    result = score(["", *WORSE[1:]])
    assert result.systems[0].right == 2
