"""Where names stand: the words of a text and the capitalised runs they form.

No neural recogniser: one regular expression finds the words, and a run is capitalised words
with nothing but a blank, a hyphen, an initial's full stop or particles between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from transcheck.model import Record, Span
from transcheck.names.words.lexicon import PARTICLES, is_title
from transcheck.text.fold import fold, normalise

_LETTER = r"[^\W\d_]"
_EXTRAS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
_WORD = re.compile(
    rf"(?:[A-Z]\.){{2,}}|{_LETTER}(?:{_LETTER}|[{_EXTRAS}]|['’ʼ](?={_LETTER})|\d(?=\b))*"
)
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
# What ends a sentence, and what opens a quotation, a bracket or an item of a list.
_SENTENCE = re.compile(r"[.!?…:;\n\"“”„«»'‘’(\[—–•]|- |^-")
_OPENING_PARTICLES = ("Von", "Fon")
_BLANKS = (" ", "\u00a0", "-", "‑")


class Word(Record, frozen=True):
    """A word of a segment. `first` says that its capital may be the sentence's.

    `text` is composed (NFC) and without a possessive; so is `span`. `gap` is what stands
    between it and the word before, "" at the start.
    """

    text: str
    folded: str
    segment: int
    span: Span
    first: bool
    gap: str
    possessive: bool = False
    particles: str = ""

    @property
    def is_capital(self) -> bool:
        """Say whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def is_upper(self) -> bool:
        """Say whether it is an acronym or set in capitals."""
        return len(self.text) > 1 and self.text.upper() == self.text


Run = tuple[Word, ...]


def find_words(text: str, segment: int, protected: Sequence[Span] = ()) -> list[Word]:
    """Return the words of a segment in order, leaving out those in protected spans."""
    words: list[Word] = []
    end, last = 0, ""
    for match in _WORD.finditer(text):
        start, stop = match.span()
        gap = text[end:start]
        first = not words or (len(gap) > 1 and _starts_sentence(gap, last))
        end, last = stop, match.group()
        if protected and any(s.start < stop and start < s.end for s in protected):
            continue
        if last.isalpha() and last.isascii():
            words.append(Word(last, last.lower(), segment, Span(start, stop), first, gap))
            continue
        peeled = _POSSESSIVE.sub("", last) if len(last) > 3 else last
        plain = normalise(peeled)
        span = Span(start, start + len(peeled))
        words.append(Word(plain, fold(plain), segment, span, first, gap, peeled is not last))
    return words


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a term, split as the words of an article are."""
    plain = tuple(text.replace("-", " ").split())
    if all(word.isalpha() for word in plain):
        return plain
    return tuple(
        _POSSESSIVE.sub("", word) if len(word) > 3 else word for word in _WORD.findall(text)
    )


def find_runs(words: Sequence[Word]) -> list[Run]:
    """Return the capitalised runs among the words of one segment."""
    runs: list[Run] = []
    run: list[Word] = []
    particles: list[str] = []
    for word in words:
        tied = word.gap in _BLANKS or _ties_initial(word.gap, run)
        if run and (not tied or run[-1].possessive):
            runs.append(tuple(run))
            run, particles = [], particles if tied else []
        if word.is_capital and not (word.first and word.text in _OPENING_PARTICLES):
            own = " ".join(particles) if tied else ""
            run.append(replace(word, particles=own) if own else word)
            particles = []
        elif word.text.lower() in PARTICLES:
            particles = [*particles, word.text] if tied else [word.text]
        else:
            if run:
                runs.append(tuple(run))
            run, particles = [], []
    if run:
        runs.append(tuple(run))
    return runs


def _ties_initial(gap: str, run: Sequence[Word]) -> bool:
    """Say whether ". " stands after an initial or a shortened title, not after a sentence."""
    return gap == ". " and bool(run) and (len(run[-1].text) == 1 or is_title(run[-1].text))


def _starts_sentence(gap: str, before: str) -> bool:
    if gap == ". " and (len(before) == 1 or is_title(before)):
        return False
    return bool(_SENTENCE.search(gap))
