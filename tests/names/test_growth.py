"""Twice the text costs twice the work, on one line too: counted in calls, not in seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import product
from types import FrameType

import pytest
from msgspec.structs import replace
from newsdesk import article_of, concept, index_of

from transcheck.model import Article, Form, Languages, Mention, Span
from transcheck.names.judgement.rulings import decide
from transcheck.names.precedence import keep_one_per_place
from transcheck.names.shown import mention_shown
from transcheck.names.survey import survey_article
from transcheck.names.terms.asides import set_aside
from transcheck.names.terms.full_names import MOST_NAMES
from transcheck.names.terms.matching import find_terms

INDEX = index_of(concept("Božo Petrov"), concept("Novi List", "org"))
STARTS, MIDDLES = ("Bar", "Vel", "Kos", "Tur", "Mil"), ("an", "el", "ir", "os", "ub", "iv", "em")
FAMILIES = list(map("".join, product(STARTS, MIDDLES, MIDDLES, ("ac", "ić", "sen", "ov"))))

SENTENCES = {
    "full names with an English word": "Grace {} spoke.",
    "full names that are words, and a titled one": "Vuk {} met Mr Dawn.",
    "a name and its translation": "Božo Petrov left, God Petrov stayed.",
    "quotations": "He asked {}: “Gde je moja torba?”",
    "people alone": "Petrov spoke of {}.",
}


def count_calls(work: Callable[[], object]) -> int:
    """How many functions are called, in Python and in C."""
    count = 0

    def note(frame: FrameType, event: str, arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


def grows_in_step(work: Callable[[int], Callable[[], object]], size: int) -> bool:
    work(2 * size)()  # what is asked once of every text is remembered
    return count_calls(work(2 * size)) < 2.2 * count_calls(work(size))


def show(article: Article) -> list[Mention]:
    survey = survey_article(article, INDEX)
    hits = [hit for words in survey.texts for hit in find_terms(words, INDEX)]
    hits, _ = set_aside(hits, survey.texts, article, INDEX)
    return mention_shown(survey, hits, article, INDEX, Languages(source="sr"))


@pytest.mark.parametrize("between", [" ", pytest.param("\n", marks=pytest.mark.long)])
@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_more_names(sentence: str, between: str) -> None:
    def work(names: int) -> Callable[[], object]:
        article = article_of(between.join(map(sentence.format, FAMILIES[:names])))
        return lambda: show(article)

    assert grows_in_step(work, MOST_NAMES)


def test_more_protected_spans() -> None:
    def work(links: int) -> Callable[[], object]:
        article = article_of("see Rute here " * links)
        spans = tuple(Span(14 * number, 14 * number + 3) for number in range(links))
        segments = (replace(article.segments[0], protected=spans),)
        return lambda: show(replace(article, segments=segments))

    assert grows_in_step(work, 200)


def test_more_names_that_stand_in_longer_ones() -> None:
    def work(names: int) -> Callable[[], object]:
        spans = [Span(20 * number, 20 * number + 9) for number in range(names)]
        right = [Mention("", "Kosić", 0, s, "Kosić", Form.EXACT) for s in spans]
        longer = [
            replace(one, form=Form.MISSPELT, span=Span(one.span.start, one.span.end + 6))
            for one in right
        ]
        return lambda: keep_one_per_place(right, (), longer, ())

    assert grows_in_step(work, 200)


def test_more_capitals_in_a_line() -> None:
    syllables = ("".join(pair) for pair in product("bdgkmprtvz", "aeiou"))
    words = ["".join(three).capitalize() for three in product(list(syllables)[::3], repeat=3)]

    def work(names: int) -> Callable[[], object]:
        survey = survey_article(article_of(" ".join(words[:: len(words) // names])), INDEX)
        return lambda: decide(survey.usages, Languages(), INDEX)

    some = count_calls(work(200))
    assert count_calls(work(400)) < 3 * some  # four times: each with each
