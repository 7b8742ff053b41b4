"""Names left in Cyrillic in a text in Latin letters: the mayor of Битола."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from transcheck.model import Article, Certainty, Evidence, Form, Languages, Mention, Span
from transcheck.names.damage.script import in_latin, is_cyrillic
from transcheck.names.index import NameIndex
from transcheck.names.terms.mentions import glossary_evidence, name_row
from transcheck.names.words.lexicon import is_recorded_name
from transcheck.names.words.surroundings import why_aside
from transcheck.names.words.tokens import Word, split_words
from transcheck.text.fold import fold

LEAST_LETTERS = 3
_AS_WRITTEN = Evidence("direction", "the name as its language writes it in Latin letters")


def mention_left_script(
    texts: Sequence[Sequence[Word]], article: Article, index: NameIndex, languages: Languages
) -> Iterator[Mention]:
    """Yield runs of capitalised Cyrillic words in segments that are mostly in Latin letters.

    A form in quotation marks, in brackets or announced as another one stands there on purpose.
    """
    for words in texts:
        for is_left, run in groupby(words, _is_left):
            for name in _names(run) if is_left else ():
                text = article.segments[name[0].segment].target
                span = Span(name[0].span.start, name[-1].span.end)
                if _is_latin(text) and not _is_on_purpose(text, span):
                    yield _mention(name, span, text, index, languages)


def _is_on_purpose(text: str, span: Span) -> bool:
    """Say whether the letters themselves are meant: quoted, beside Latin ones, or talked of."""
    end = found.end() if (found := _POSSESSIVE.match(text, span.end)) else span.end
    around = text[max(0, span.start - 1) : span.start], text[end:].lstrip()[:1]
    if set(around) & _MARKS or why_aside(text, span) is not None:
        return True
    return _TALK.search(text[max(0, span.start - REACH) : span.end + REACH]) is not None


REACH = 60
"""Characters before and after a name in which a word tells that its letters are meant."""
_MARKS = frozenset("\"'“”„«»‘’()[]/-–")
_POSSESSIVE = re.compile(r"['’]s\b")
_TALK = re.compile(r"\b(?:Cyrillic|alphabet|letters|spel(?:t|led|ling)|inscri\w+|reads?|means)\b")


def _is_left(word: Word) -> bool:
    return word.is_capital and all("\u0400" <= letter <= "\u052f" for letter in word.text)


def _names(run: Iterator[Word]) -> Iterator[list[Word]]:
    """Yield the words that stand together, with nothing but a blank between them."""
    name: list[Word] = []
    for word in run:
        if name and word.gap != " ":
            yield name
            name = []
        name.append(word)
    if len(name) > 1 or (len(name[0].text) >= LEAST_LETTERS and not name[0].is_upper):
        yield name


def _is_latin(text: str) -> bool:
    cyrillic = sum(map(is_cyrillic, text))
    return 2 * cyrillic < sum(map(str.isalpha, text))


def _mention(
    name: Sequence[Word], span: Span, text: str, index: NameIndex, languages: Languages
) -> Mention:
    """Return a name in Latin letters: the glossary's spelling, or else that of its language."""
    latin = [_spell(word.text, languages.source) for word in name]
    found = index.forms([fold(word) for word in latin])
    concept = index.concepts[found[0].concept] if found else None
    right = concept.name if concept else _family_name(name, latin, index)
    if not right and _is_at_home(latin):
        right = " ".join(latin)
    return Mention(
        concept=concept.id if concept else f"article:{' '.join(latin).lower()}",
        name=right,
        segment=name[0].segment,
        span=span,
        text=text[span.start : span.end],
        form=Form.MIXED_SCRIPT,
        certainty=Certainty.CERTAIN if concept else Certainty.LIKELY,
        evidence=(glossary_evidence(concept),) if concept else (_AS_WRITTEN,) if right else (),
        by=name_row(concept) if concept else "",
    )


def _family_name(name: Sequence[Word], latin: Sequence[str], index: NameIndex) -> str:
    """Return how all people of the glossary whose family name this is write it: Трамп, Trump."""
    if len(name) > 1:
        return ""
    entries = (*index.families(fold(name[0].text)), *index.families(fold(latin[0])))
    right = {split_words(index.concepts[one.concept].name)[-1] for one in entries}
    return right.pop() if len(right) == 1 else ""


def _is_at_home(latin: Sequence[str]) -> bool:
    """Say whether a name need not be a foreign one, which its own letters would spell otherwise."""
    return latin[-1].endswith(_SLAVIC) or all(map(is_recorded_name, latin))


_SLAVIC = ("ski", "ska", "sky", "ov", "ev", "ova", "eva", "ić", "ik", "enko", "ovo", "evo", "grad")


def _spell(text: str, language: str | None) -> str:
    return in_latin(text.lower(), language).capitalize()
