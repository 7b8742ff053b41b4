"""A passage, or a whole article, left in another language.

What it finds:
    Paragraphs and sentences that are not in the language of the translation, and articles of
    which most is not: the whole article is one finding.

Why it matters:
    The reader cannot read it. Engines return the source text when they fail on it, and pages
    mix both when a paragraph was pasted too late.

Wrong:
    The government adopted the budget on Friday. Opozicija je napustila sednicu pre glasanja i
    najavila da neće učestvovati u radu skupštine.

Right:
    The government adopted the budget on Friday. The opposition left the session before the
    vote and announced that it would not take part in the work of parliament.

When it stays quiet:
    Titles and slogans, foreign words in quotation marks, lists of names, headings and bylines
    of a few words, and anything whose language is not clear. An article in another language is
    critical, a passage is major.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import msgspec

from transcheck.model import (
    Article,
    Certainty,
    CheckInfo,
    Context,
    Evidence,
    Finding,
    Languages,
    Role,
    Segment,
    Severity,
    Span,
)
from transcheck.text.expressions import compile_late
from transcheck.text.identify import count_by_language, count_sides, identify
from transcheck.text.letters import is_other_script
from transcheck.text.sentences import find_sentences, trim
from transcheck.text.tags import group, language_name

CHECK = CheckInfo(
    id="untranslated",
    category="untranslated",
    severity=Severity.MAJOR,
    documentation=__doc__,
    covers=True,
)

_LEAST_WORDS = 6
_LEAST_QUOTED = 12
_LEAST_HITS = 3
_LONG_WORD = 15
_QUIET = frozenset({Role.FURNITURE, Role.BYLINE})
_QUOTED = compile_late(r"[\"“”„«»]([^\"“”„«»]+)[\"“”»«]")
_STOP = compile_late(r"[.!?…][\"”»]?\s+(?=[\"“„«(]?[^\W\d_a-zà-ÿа-џ])")
_OTHER_SCRIPT = compile_late(r"(?:[\u0370-\u1fff]+\W+){5}|[\u3040-\ud7ff]{10}")
_WORD = compile_late(r"[^\W\d_]+")


def find(context: Context) -> Iterator[Finding]:
    """Yield one finding for the article, or one for each passage left in another language."""
    article, languages = context.article, context.languages
    if languages.article and group(languages.article) != group(languages.target):
        yield from _whole(article, languages)
        return
    for index, segment in enumerate(article.segments):
        if segment.role in _QUIET:
            continue
        if not _may_hold(segment.target, languages.target):
            continue
        for span, read in _passages(segment, languages):
            yield _report(segment, index, span, read, languages.target)


def _may_hold(text: str, target: str) -> bool:
    """Say quickly whether a paragraph may hold a passage in another language: few do."""
    own, other = count_sides(text, target)
    if other >= _LEAST_HITS or other * 4 > own or not own:
        return bool(other) or not text.isascii()
    return not text.isascii() and bool(_OTHER_SCRIPT.search(text))


def _whole(article: Article, languages: Languages) -> Iterator[Finding]:
    read = str(languages.article)
    running = [
        (index, segment)
        for index, segment in enumerate(article.segments)
        if segment.role not in _QUIET and segment.target.strip()
    ]
    same = [pair for pair in running if _read(languages, pair[0]) == read]
    for index, segment in (same or running)[:1]:
        span = trim(segment.target, 0, len(segment.target))
        found = _report(segment, index, span, read, languages.target)
        message = f"The article is in {language_name(read)}, not {language_name(languages.target)}"
        yield msgspec.structs.replace(
            found, severity=Severity.CRITICAL, certainty=Certainty.CERTAIN, message=message
        )


def _read(languages: Languages, index: int) -> str | None:
    return languages.segments[index] if index < len(languages.segments) else None


def _passages(segment: Segment, languages: Languages) -> Iterator[tuple[Span, str]]:
    """Yield the stretches in another language; sentences that follow each other are one."""
    found: list[tuple[Span, str]] = []
    open_end = False  # whether the last stretch may still grow
    for span in _sentences(segment.target, languages.target):
        read, sure = _foreign(segment.target[span.start : span.end], languages)
        if read and open_end and found[-1][1] == read:
            found[-1] = Span(found[-1][0].start, span.end), read
        elif read:
            found.append((span, read))
            open_end = True
        elif sure:
            found += _quotations(segment.target, span, languages)
            open_end = False
    yield from found
    if not found and _is_copied(segment, languages):
        yield trim(segment.target, 0, len(segment.target)), languages.source or "und"


def _foreign(sentence: str, languages: Languages) -> tuple[str | None, bool]:
    """Return the language of a sentence that is not in the target language, and if it is sure.

    A piece too short to read is not sure: it may stand between two sentences left as they were.
    """
    read = _identify(sentence, languages)
    own, _ = count_sides(sentence, languages.target)
    if read is None:
        return None, own > 0
    if not _QUOTED.search(sentence):
        return read, True
    outside = _QUOTED.sub(" ", sentence)
    own, other = count_sides(outside, languages.target)
    if _WORD.search(outside):
        whole = other > 0 and own == 0
    else:
        whole = len(_WORD.findall(sentence)) >= _LEAST_QUOTED
    return (read, True) if whole else (None, True)


def _quotations(text: str, span: Span, languages: Languages) -> Iterator[tuple[Span, str]]:
    for match in _QUOTED.finditer(text, span.start, span.end):
        words = len(_WORD.findall(match.group(1)))
        read = _identify(match.group(1), languages) if words >= _LEAST_QUOTED else None
        if read:
            yield Span(*match.span(1)), read


def _identify(text: str, languages: Languages) -> str | None:
    words = len(_WORD.findall(text))
    unspaced = words * _LONG_WORD < len(text)  # Chinese and its like
    if words < _LEAST_WORDS and not unspaced:
        return None
    read = identify(text, expected=languages.target, likely=languages.source)
    if read is None and is_other_script(text, group(languages.target)):
        return group(languages.source) if languages.source else "und"
    if read is None and _is_no_target(text, words, languages.target):
        return "und"
    return None if read is None or group(read) == group(languages.target) else read


def _is_no_target(text: str, words: int, target: str) -> bool:
    """Say whether `text` is surely not in the target language, whichever neighbour it is in."""
    own, other = count_sides(text, target)
    lower = sum(word[0].islower() for word in _WORD.findall(text))
    return own == 0 and other >= max(_LEAST_HITS, words / 4) and lower * 2 > words


def _is_copied(segment: Segment, languages: Languages) -> bool:
    """Say whether the source stands where its translation should, function words and all."""
    if segment.source is None or segment.source.split() != segment.target.split():
        return False
    own, other = count_sides(segment.target, languages.target)
    return len(segment.target.split()) >= _LEAST_WORDS - 1 and other >= 2 and not own


def _sentences(text: str, language: str) -> Iterator[Span]:
    """Yield the sentences; a quotation of several comes as one piece and is cut up here."""
    for sentence in find_sentences(text, language):
        start, end = sentence.start, sentence.end
        cuts = [match.end() for match in _STOP.finditer(text, start, end)]
        for first, last in pairwise((start, *cuts, end)):
            span = trim(text, first, last)
            if span.end > span.start:
                yield span


def _report(segment: Segment, index: int, span: Span, read: str, target: str) -> Finding:
    text = segment.target[span.start : span.end]
    words = _WORD.findall(text.lower())
    common = (
        count_by_language(words)[group(read)] if read != "und" else count_sides(text, target)[1]
    )
    reason = f"{common} of {len(words)} words are common words of {language_name(read)}"
    evidence = [Evidence(kind="count", reason=reason)]
    if segment.source is not None and text in segment.source:
        evidence.insert(0, Evidence(kind="source", reason="the source has the same words"))
    sure = len(words) >= _LEAST_QUOTED or len(evidence) > 1
    return Finding(
        check=CHECK.id,
        category=CHECK.category,
        severity=CHECK.severity,
        certainty=Certainty.CERTAIN if sure else Certainty.LIKELY,
        segment=index,
        span=span,
        text=text,
        message=f"This passage was left in {language_name(read)}",
        evidence=tuple(evidence),
    )
