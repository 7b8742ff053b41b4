"""Full names and single names: what the capitalised runs of an article are made of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec.structs import replace

from transcheck.model import Place, Record, Span
from transcheck.names.words.lexicon import FUNCTION_WORDS, PEOPLES, is_known_name, is_title, is_word
from transcheck.names.words.tokens import Run, Word, is_upper

LEAST_IN_LIST = 4
_COMMAS = (", ", "; ", " · ", " / ")
_APOSTROPHE = re.compile("['’ʼ]")
_CONTRACTED = frozenset(
    "don isn aren wasn weren hasn haven hadn doesn didn won wouldn couldn shouldn let ain".split()
)


class Unit(Record, frozen=True):
    """The words of one name as it stands: titles cut off, given names before the last word.

    `title` is the title that stands before it ("General"), "" if none; `in_list` says that
    four names or more stand in a row there; `longer` that words of the run were cut off it.
    """

    words: tuple[Word, ...]
    title: str = ""
    in_list: bool = False
    longer: bool = False

    @property
    def segment(self) -> int:
        """The segment it stands in."""
        return self.words[0].segment

    @property
    def span(self) -> Span:
        """From its first letter to its last, without a possessive."""
        if len(self.words) == 1:
            return self.words[0].span
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.words[0].segment, self.span)

    @property
    def last(self) -> Word:
        """The family name, or the only name."""
        return self.words[-1]

    @property
    def given(self) -> tuple[Word, ...]:
        """The words before the last one."""
        return self.words[:-1]


def find_units(runs: Iterable[Run]) -> list[Unit]:
    """Return the names in the runs of an article; ordinary words and acronyms are left out."""
    units: list[Unit] = []
    for run in runs:
        if len(run) > 1:
            units += _split(run)
        elif _is_name_alone(run[0].text):
            units.append(Unit(run))
    after_commas = Counter(unit.segment for unit in units if unit.words[0].gap in _COMMAS)
    lists = {segment for segment, count in after_commas.items() if count >= LEAST_IN_LIST}
    if not lists:
        return units
    return [replace(unit, in_list=True) if unit.segment in lists else unit for unit in units]


@lru_cache(maxsize=65_536)
def _is_name_alone(text: str) -> bool:
    """Say whether a capitalised word is a name where no other stands beside it."""
    return len(text) > 1 and not _ends_name(text, False) and not _is_ordinary(text)


def _split(run: Run) -> Iterable[Unit]:
    title = ""
    chunk: list[Word] = []
    for word in run:
        if not _ends_name(word.text, bool(chunk)):
            chunk.append(word)
            continue
        if chunk:
            yield from _name(chunk, title)
            chunk = []
        title = word.text if is_title(word.text) else ""
    if chunk:
        yield from _name(chunk, title)


@lru_cache(maxsize=65_536)
def _ends_name(text: str, inside: bool) -> bool:
    if is_acronym(text):
        return True
    if inside and is_title(text) and is_known_name(text):
        return False
    return is_no_name(text)


def is_acronym(text: str) -> bool:
    """Say whether a word is set in capitals (KFOR, U.S., JURUPA): never compared by likeness."""
    return is_upper(text) or "." in text


@lru_cache(maxsize=65_536)
def is_no_name(text: str) -> bool:
    """Say whether a capitalised word is a title, a people's adjective or a function word.

    A contraction is what it contracts: We're, Don't.
    """
    lower = _APOSTROPHE.split(text.lower())[0]
    if lower != text.lower() and lower in _CONTRACTED:
        return True
    return lower in FUNCTION_WORDS or lower in PEOPLES or is_title(lower)


def _name(chunk: Sequence[Word], title: str) -> Iterable[Unit]:
    """Cut ordinary words off both ends; keep given names that are words (Mark, Bill, Will)."""
    start, end = 0, len(chunk)
    while end and _is_plain(chunk[end - 1], chunk[end - 2 : end - 1], cut=end < len(chunk)):
        end -= 1
    while start < end and _is_plain(chunk[start], chunk[start + 1 : min(start + 2, end)], cut=True):
        start += 1
    words = chunk[start:end]
    if any(len(word.text) > 1 for word in words):
        yield Unit(tuple(words), title, longer=len(words) < len(chunk))


def _is_plain(word: Word, neighbours: Sequence[Word], *, cut: bool) -> bool:
    """Say whether a word at the end of a chunk is an ordinary word rather than a name.

    A known name that is also a word (Mark) counts beside another name; alone it does not. A
    word after a known name is a family name (Dave Camp) unless words were `cut` off behind it.
    """
    if not _is_ordinary(word.text):
        return False
    if not neighbours or (word.first and is_word(neighbours[0].text)):
        return True
    after_given_name = is_known_name(neighbours[0].text) and not is_word(neighbours[0].text)
    return not is_known_name(word.text) and (cut or not after_given_name)


@lru_cache(maxsize=65_536)
def _is_ordinary(text: str) -> bool:
    return is_word(text) and not any(map(str.isupper, text[1:]))
