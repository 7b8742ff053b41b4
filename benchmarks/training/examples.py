"""Pairs of spellings in composed articles, with what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.training.composer import Story
from transcheck.model import Glossary, Languages
from transcheck.names import build_index
from transcheck.names.judgement.candidates import find_candidates
from transcheck.names.judgement.guards import silence
from transcheck.names.judgement.pair import Pair
from transcheck.names.judgement.rulings import Ruling, decide
from transcheck.names.words.tokens import find_runs, find_words
from transcheck.names.words.units import find_units
from transcheck.names.words.usage import Usage, survey

NO_GLOSSARY = build_index(Glossary())


@dataclass(frozen=True)
class Example:
    """A pair that passes the guards. `right` is the spelling that is right, None if not known."""

    pair: Pair
    is_one: bool
    right: str | None
    story: int


def list_examples(stories: Iterable[Story]) -> Iterator[Example]:
    """Yield the pairs of each article that the judgements would be asked about."""
    for number, story in enumerate(stories):
        for pair in _pairs(story):
            one, other = pair.one.text, pair.other.text
            rights = {story.rights.get(form, form) for form in (one, other)}
            is_one = len(rights) == 1
            right = rights.pop() if is_one else None
            known = right in story.sided and right in (one, other)
            yield Example(pair, is_one, right if known else None, number)


def list_rulings(stories: Iterable[Story]) -> Iterator[tuple[Story, Ruling]]:
    """Yield what the product would say of the names of each article, without a glossary."""
    for story in stories:
        usages, languages = _survey(story)
        for ruling in decide(usages, languages, NO_GLOSSARY)[0]:
            yield story, ruling


def _pairs(story: Story) -> Iterator[Pair]:
    usages, languages = _survey(story)
    for one, other in find_candidates(list(usages.values()), story.language):
        pair = Pair(one, other, languages, NO_GLOSSARY)
        given = one.is_given_only and other.is_given_only
        if not given and pair.is_explicable and not silence(pair):
            yield pair


def _survey(story: Story) -> tuple[dict[str, Usage], Languages]:
    texts = story.text.split("\n")
    runs = [run for n, text in enumerate(texts) for run in find_runs(find_words(text, n))]
    return survey(find_units(runs), runs, texts), Languages(source=story.language)
