"""What language a passage reads as.

Stop words and script decide first: they are quick, the same on every run and right on a single
sentence. langdetect (seeded, with the profiles of the languages in `stopwords`) decides between
neighbours that share their function words, on passages of at least 200 letters. Short text of
which nothing is sure is left undecided.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain, filterfalse, repeat

from transcheck.text.letters import letter_votes, read_script
from transcheck.text.profiles import detect
from transcheck.text.stopwords import STOPWORDS
from transcheck.text.tags import group, primary

_WORD = re.compile(r"[^\W\d_]+")
_LEAST_HITS = 3
_LEAST_SHARE = 0.15
_MOST_NAMES = 0.5
_LONG = 200


def identify(text: str, *, expected: str = "en", likely: str | None = None) -> str | None:
    """Return the language `text` reads as, None when unsure; `expected` is tried first.

    Bosnian, Croatian, Montenegrin and Serbian read as one group, "sh". A language that is
    expected is named by its own tag (without script and region). Where neighbours cannot be
    told apart, the `likely` language (that of the source) is taken.
    """
    usual = group(expected)
    if _reads_as(expected, text):
        return primary(expected)
    found = read_script(text) or _by_words(text, usual, group(likely) if likely else None)
    return primary(expected) if found == usual else found


def count_by_language(words: Iterable[str]) -> Counter[str]:
    """Count the function words of each language among lower-case `words`."""
    return Counter(chain.from_iterable(map(_index().get, words, repeat(()))))


# Asked of each segment twice, when it is read and when it is searched for foreign passages.
@lru_cache(maxsize=128)
def count_sides(text: str, expected: str) -> tuple[int, int]:
    """Count the function words of the expected language, and those of others alone."""
    own_words, other_words = _sides(group(expected))
    words = text.lower().split()
    rest = [*filterfalse(own_words.__contains__, words)]
    return len(words) - len(rest), sum(map(other_words.__contains__, rest))


def _reads_as(expected: str, text: str) -> bool:
    """Say whether `text` is so clearly of one language that no other need be counted."""
    own, other = count_sides(text, expected)
    return own >= _LEAST_HITS and own * 5 > text.count(" ") and other * 4 <= own


# In a short sentence these are as likely parts of names: Ursula von der Leyen, Charles de Gaulle.
_NAME_PARTICLES = frozenset("von der van den de la le du da del della di dos el al zu".split())
_ENOUGH_WORDS = 12


def _by_words(text: str, usual: str, likely: str | None) -> str | None:
    words = _WORD.findall(text)
    if sum([word[0].isupper() for word in words]) > _MOST_NAMES * len(words):
        return None  # a list of names, "Parque de los Príncipes" among them
    words = [word.lower() for word in words]
    short = len(words) < _ENOUGH_WORDS
    telling = filterfalse(_NAME_PARTICLES.__contains__, words) if short else words
    found = count_by_language(telling)
    for tag, votes in letter_votes(text).items():
        found[tag] += votes
    least = max(_LEAST_HITS, _LEAST_SHARE * len(words))
    if max(found.values(), default=0) < least:
        return None
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:2]
    best, count = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0
    if count >= 2 * second and count - second >= 2:
        return best
    # langdetect names some language for any text, lists of names too: the function words of
    # the language it names have to be there.
    detected = detect(text, found) if sum(map(len, words)) >= _LONG else None
    if detected and found[detected] >= max(_LEAST_HITS, 0.6 * count):
        return detected
    if count - second >= 2 and count >= 1.25 * second:
        return best
    near = likely and likely != usual and found[likely] >= max(_LEAST_HITS, 0.75 * count)
    return likely if near and count - found[usual] >= _LEAST_HITS else None


def is_mixed(text: str, read: str, stated: str) -> bool:
    """Say whether much of a text that reads as one language is in the stated one all the same."""
    read_words, stated_words = (STOPWORDS.get(group(tag), frozenset()) for tag in (read, stated))
    words = text.lower().split()
    count = sum(map((stated_words - read_words).__contains__, words))
    return count * 2 > sum(map((read_words - stated_words).__contains__, words))


@lru_cache(maxsize=1)
def _index() -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for tag, words in STOPWORDS.items():
        for word in words:
            index[word] = (*index.get(word, ()), tag)
    return index


@lru_cache(maxsize=32)
def _sides(usual: str) -> tuple[frozenset[str], frozenset[str]]:
    own = STOPWORDS.get(usual, frozenset())
    return own, frozenset(_index()) - own
