"""Where names stand: the words of a text and the capitalised runs they form.

No neural recogniser: one regular expression finds the words, and a run is capitalised words
with nothing but a blank, a hyphen, an initial's full stop or particles between them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from transcheck.model import Record, Span
from transcheck.names.words.lexicon import PARTICLES, is_title
from transcheck.names.words.meanings import names_meaning
from transcheck.text.fold import fold, normalise

_MOST_REMEMBERED = 65_536
_LETTER = r"[^\W\d_]"
_EXTRAS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"
# Possessive (++): nothing is ever given back, and twice as fast. The group makes it split a text
# into gap, word, gap, word, …, gap.
_WORD = re.compile(
    rf"((?:[A-Z]\.){{2,}}|{_LETTER}++(?:(?:[{_EXTRAS}]|\d(?=\b)){_LETTER}*+|['’ʼ]{_LETTER}++)*+)"
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
        return is_upper(self.text)


def is_upper(text: str) -> bool:
    """Say whether a word of several letters is set in capitals."""
    return len(text) > 1 and text.upper() == text


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
        if lower in PARTICLES or is_title(lower) or self._begins(lower):
            return True
        return None if names_meaning(lower) or self._has_word(lower) else False


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
    stretches: list[Stretch] = []
    stretch: Stretch = []
    end, opens = 0, True
    pieces = _WORD.split(text)
    tokens = pieces[1::2]
    for gap, token, before in zip(pieces[::2], tokens, ("", *tokens), strict=False):
        start = end + len(gap)
        end = start + len(token)
        if protected and any(s.start < end and start < s.end for s in protected):
            continue
        if vocabulary is not None:
            belongs = vocabulary[token]
            if not belongs and (belongs is False or not stretch):
                if stretch:
                    stretches.append(stretch)
                    stretch = []
                opens = False
                continue
        first = opens or (len(gap) > 1 and _starts_sentence(gap, before))
        opens = False
        form, folded, length = _forms[token]
        possessive = length < len(token)
        span = Span(start, start + length)
        stretch.append(Word(form, folded, segment, span, first, gap, possessive))
    return [*stretches, stretch] if stretch else stretches


class _Form(NamedTuple):
    """What a word is wherever it stands; `length` is that of it as written, less a possessive."""

    text: str
    folded: str
    length: int


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
        return _Form(token, token.lower(), len(token))
    peeled = _POSSESSIVE.sub("", token) if len(token) > 3 else token
    plain = normalise(peeled)
    return _Form(plain, fold(plain), len(peeled))


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a term, split as the words of an article are."""
    plain = tuple(text.replace("-", " ").split())
    if all(word.isalpha() for word in plain):
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
    return gap == ". " and bool(run) and _is_shortened(run[-1].text)


def _is_shortened(text: str) -> bool:
    """Say whether a stop behind a word shortens it: J. Smith, Gen. Smith; not the President."""
    return len(text) == 1 or text.lower() in _SHORT_TITLES


_SHORT_TITLES = frozenset(
    "adm amb brig capt cmdr col cpl dr gen gov hon insp lt maj mr mrs ms mx pres prof rep rev sen "
    "sgt st supt".split()
)


def _starts_sentence(gap: str, before: str) -> bool:
    if gap == ". " and _is_shortened(before):
        return False
    return bool(_SENTENCE.search(gap))
