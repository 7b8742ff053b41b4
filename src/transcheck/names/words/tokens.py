"""Where names stand: the words of a text and the capitalised runs they form.

No neural recogniser: one regular expression finds the words, and a run is capitalised words
with nothing but a blank, a hyphen, an initial's full stop or particles between them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain, count, repeat
from typing import NamedTuple

from msgspec.structs import replace

from transcheck.model import Record, Span
from transcheck.names.words.lexicon import PARTICLES, TITLES
from transcheck.names.words.meanings import english_meanings
from transcheck.text.fold import fold, normalise

_MOST_REMEMBERED = 65_536
_LETTER = r"[^\W\d_]"
_EXTRAS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
# Possessive (++): nothing is ever given back, and twice as fast. The group makes it split a text
# into gap, word, gap, word, …, gap. What is repeated looks ahead before it takes a sign: up to
# 3.11.4 Python keeps what a possessive group took before it failed (“Rute'” out of 'Rute').
_WORD = re.compile(
    rf"((?:[A-Z]\.){{2,}}|{_LETTER}++"
    rf"(?:(?:[{_EXTRAS}]|(?=\d\b)\d){_LETTER}*+|(?=['’ʼ]{_LETTER})['’ʼ]{_LETTER}++)*+)"
)
# The same for ASCII texts, as most lines are, and twice as fast again.
_ASCII_WORD = re.compile(r"([A-Z]\.(?:[A-Z]\.)++|[A-Za-z]++(?:\d\b|(?='[A-Za-z])'[A-Za-z]++)*+)")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
# What ends a sentence, and what opens a quotation, a bracket or an item of a list.
_SENTENCE = re.compile(r"[.!?…:;\n\"“”„«»'‘’(\[—–•]|- |^-")
_BEFORE_NAMES = PARTICLES | TITLES
# A quotation that ends inside a sentence: "…," Rutte said.
_CLOSING = re.compile(r"^,?[\"”’'»]+,?(?=\s)")
_OPENING_PARTICLES = ("Von", "Fon")
_BLANKS = (" ", "\u00a0", "-", "‑")


class Word(Record, frozen=True):
    """A word of a segment. `first` says that its capital may be the sentence's.

    `text` is composed (NFC) and without a possessive; so is `span`. `gap` is what stands
    between it and the word before, "" at the start. `is_capital`: it begins with a capital.
    """

    text: str
    folded: str
    segment: int
    span: Span
    first: bool
    gap: str
    is_capital: bool
    possessive: bool = False
    particles: str = ""

    @property
    def is_upper(self) -> bool:
        """Say whether it is an acronym or set in capitals."""
        return is_upper(self.text)


def is_upper(text: str) -> bool:
    """Say whether a word of several letters is set in capitals: MILAN, McCONNELL."""
    return len(text) > 1 and (text.upper() == text or _is_upper_behind_mac(text))


def _is_upper_behind_mac(text: str) -> bool:
    return text[-2:].isupper() and text.startswith(("Mc", "Mac")) and text[3:].isupper()


Run = tuple[Word, ...]
Stretch = list[Word]


class Vocabulary(dict[str, bool | None]):
    """Which words may belong to a name: True, None only behind another, False none.

    A name begins with a capital, a particle, a title, or a word in lower case that a form of the
    glossary `begins` with; behind it may stand any word that a form has (`has_word`) or that a
    word of a name means (Novi List, New leaf). Forms are folded. What was asked is remembered.
    """

    def __init__(self, begins: Callable[[str], bool], has_word: Callable[[str], bool]) -> None:
        super().__init__()
        self._begins, self._has_word = begins, has_word

    def __missing__(self, token: str) -> bool | None:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        self[token] = answer = self._find(token)
        return answer

    def _find(self, token: str) -> bool | None:
        if not (token[0].islower() and token.isascii() and token.isalpha()):
            return True
        lower = token.lower()
        if lower in _BEFORE_NAMES or self._begins(lower):
            return True
        return None if lower in english_meanings() or self._has_word(lower) else False


def find_words(text: str, segment: int, protected: Sequence[Span] = ()) -> list[Word]:
    """Return the words of a segment in order, leaving out those in protected spans."""
    return [word for stretch in find_stretches(text, segment, protected) for word in stretch]


def find_stretches(
    text: str, segment: int, protected: Sequence[Span] = (), vocabulary: Vocabulary | None = None
) -> list[Stretch]:
    """Return the words of a segment that may belong to a name, those that follow as one stretch.

    Between two stretches stand only words that belong to no name by the `vocabulary`; without
    one, every word belongs to some.
    """
    pieces = (_ASCII_WORD if text.isascii() else _WORD).split(text)
    tokens = pieces[1::2]
    ends = list(accumulate(map(len, pieces)))
    hidden = _find_hidden(protected, ends[::2], ends[1::2]) if protected else ()
    opening = next(number for number in count() if number not in hidden) if hidden else 0
    answers = (
        repeat(True, len(tokens)) if vocabulary is None else map(vocabulary.__getitem__, tokens)
    )
    stretches: list[Stretch] = []
    stretch: Stretch | None = None
    for number, belongs in enumerate(answers):
        if number in hidden:
            continue
        if belongs is False:
            stretch = None
            continue
        if stretch is None:
            if not belongs:
                continue
            stretch = []
            stretches.append(stretch)
        token, gap, start = tokens[number], pieces[2 * number], ends[2 * number]
        form, folded, length, capital = _forms[token]
        first = number == opening or (len(gap) > 1 and _starts_sentence(gap, tokens[number - 1]))
        span, possessive = Span(start, start + length), length < len(token)
        stretch.append(Word(form, folded, segment, span, first, gap, capital, possessive))
    return stretches


def _find_hidden(
    protected: Iterable[Span], starts: Sequence[int], ends: Sequence[int]
) -> frozenset[int]:
    """Return the numbers of the words, by where they start and end, that spans reach into."""
    reached = (range(bisect_right(ends, s.start), bisect_left(starts, s.end)) for s in protected)
    return frozenset(chain.from_iterable(reached))


class _Form(NamedTuple):
    """What a word is wherever it stands; `length` is that of it as written, less a possessive."""

    text: str
    folded: str
    length: int
    is_capital: bool


class _Forms(dict[str, _Form]):
    """The forms met, forgotten when there are too many: asked of every word of every article."""

    def __missing__(self, token: str) -> _Form:
        if len(self) >= _MOST_REMEMBERED:
            self.clear()
        form = self[token] = _form(token)
        return form


_forms = _Forms()


def _form(token: str) -> _Form:
    if token.isascii() and token.isalpha():
        return _Form(token, token.lower(), len(token), token[0].isupper())
    peeled = _POSSESSIVE.sub("", token) if len(token) > 3 else token
    plain = normalise(peeled)
    return _Form(plain, fold(plain), len(peeled), plain[0].isupper())


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a term, split as the words of an article are."""
    plain = tuple(text.replace("-", " ").split())
    if "".join(plain).isalpha():
        return plain
    return tuple(
        _POSSESSIVE.sub("", word) if len(word) > 3 else word for word in _WORD.findall(text)
    )


def find_runs(words: Sequence[Word]) -> list[Run]:
    """Return the capitalised runs among the words of one segment, or of a stretch of it."""
    runs: list[Run] = []
    run: list[Word] = []
    particles: list[str] = []
    for word in words:
        tied = word.gap in _BLANKS or (run and _ties_initial(word.gap, run[-1]))
        if run and (not tied or run[-1].possessive):
            runs.append(tuple(run))
            run, particles = [], particles if tied else []
        if word.is_capital and not (word.first and word.text in _OPENING_PARTICLES):
            if particles:
                word = replace(word, particles=" ".join(particles)) if tied else word
                particles = []
            run.append(word)
        elif word.text.lower() in PARTICLES:
            particles = [*particles, word.text] if tied else [word.text]
        else:
            if run:
                runs.append(tuple(run))
            run, particles = [], []
    if run:
        runs.append(tuple(run))
    return runs


def _ties_initial(gap: str, before: Word) -> bool:
    """Say whether ". " stands after an initial or a shortened title, not after a sentence."""
    return gap == ". " and _is_shortened(before.text)


def _is_shortened(text: str) -> bool:
    """Say whether a stop behind a word shortens it: J. Smith, Gen. Smith; not the President."""
    return len(text) == 1 or text.lower() in _SHORT_TITLES


_SHORT_TITLES = frozenset(
    "adm amb brig capt cmdr col cpl dr gen gov hon insp lt maj mr mrs ms mx pres prof rep rev sen "
    "sgt st supt".split()
)


def _starts_sentence(gap: str, before: str) -> bool:
    if gap == ". ":
        return not _is_shortened(before)
    return gap != ", " and _SENTENCE.search(_CLOSING.sub("", gap)) is not None
