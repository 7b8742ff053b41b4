"""The languages of an article: what it and its segments read as, what it was translated from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from transcheck.errors import InputError, UsageError
from transcheck.model import Article, Languages, Role, Segment
from transcheck.text.identify import identify, is_mixed
from transcheck.text.letters import guess_source
from transcheck.text.tags import check_tag, group

# Enough of a text to tell its language by.
_SAMPLE = 6_000


def identify_languages(
    article: Article,
    *,
    target: str | None,
    source_option: str | None,
    source_configured: str | None,
) -> Languages:
    """Say what the article and each segment reads as, and what it was translated from.

    The source language is taken from the option, the article's own row, the configuration, the
    source text, then the letters and names of the translation; else it is not known.
    """
    stated = check_tag(target) if target else _row_tag(article, article.target_lang) or "en"
    source, source_from = _find_source(article, stated, source_option, source_configured)
    segments = tuple(
        identify(one.target, expected=stated, likely=source) for one in article.segments
    )
    return Languages(
        target=stated,
        source=source,
        source_from=source_from,
        article=_article_language(article.segments, segments, stated),
        segments=segments,
    )


def _article_language(
    segments: tuple[Segment, ...], read: tuple[str | None, ...], stated: str
) -> str | None:
    words: Counter[str | None] = Counter()
    for segment, language in zip(segments, read, strict=True):
        if segment.role is not Role.FURNITURE:
            words[language] += segment.target.count(" ") + 1
    decided = {tag: count for tag, count in words.items() if tag}
    best = max(sorted(decided), key=decided.__getitem__, default=None)
    most = best and decided[best] >= max(0.6 * sum(decided.values()), 0.3 * words.total())
    if most and group(best) == group(stated):
        return best
    running = _sample(_running(segments))
    found = best if most else identify(running, expected=stated)
    if found and group(found) != group(stated) and is_mixed(running, found, stated):
        return None
    return found


def _find_source(
    article: Article, target: str, option: str | None, configured: str | None
) -> tuple[str | None, str]:
    if option:
        return check_tag(option), "option"
    if article.source_lang:
        return _row_tag(article, article.source_lang), "row"
    if configured:
        return check_tag(configured), "configuration"
    text = _sample(one.source for one in article.segments if one.source)
    read = identify(text) if text else None
    if read and group(read) != group(target):
        return read, "source text"
    guess = guess_source(_sample(_running(article.segments)), besides=group(target))
    return (guess, "letters and names") if guess else (None, "")


def _running(segments: Iterable[Segment]) -> Iterator[str]:
    return (one.target for one in segments if one.role is not Role.FURNITURE)


def _row_tag(article: Article, tag: str | None) -> str | None:
    try:
        return check_tag(tag) if tag else None
    except UsageError as error:
        raise InputError(
            error.message, path=article.path, line=article.row, hint=error.hint
        ) from None


def _sample(texts: Iterable[str]) -> str:
    pieces, length = [], 0
    for text in texts:
        pieces.append(text)
        length += len(text)
        if length > _SAMPLE:
            break
    return "\n".join(pieces)[:_SAMPLE]
