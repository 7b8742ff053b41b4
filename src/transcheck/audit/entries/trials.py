"""What a row is tried with: its right forms, and what translation makes of them, by channel."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from enum import StrEnum

from transcheck.audit.entries.carriers import carry, carry_possessive
from transcheck.model import Concept, Record
from transcheck.names.damage.declension import decline, decline_person, is_woman_by_name
from transcheck.names.damage.hearing import is_written_so, write_by_ear
from transcheck.names.damage.languages import habits_of
from transcheck.names.damage.script import is_cyrillic
from transcheck.names.words.lexicon import PARTICLES, is_word
from transcheck.text.fold import fold
from transcheck.text.tags import group


class Channel(StrEnum):
    """What was done to a name."""

    RIGHT = "right form"
    MARKS = "lost marks"
    RESPELLING = "respelling"
    SCRIPT = "left in Cyrillic"
    ENDING = "case ending"
    REJECTED = "rejected form"


class Trial(Record, frozen=True):
    """One form of a row in a sentence. `right` are the sentences that mend it.

    A right form is tried too: it must be left alone. `language` is the one translated from; `of`
    is the name that the form came of.
    """

    channel: Channel
    form: str
    sentence: str
    right: tuple[str, ...]
    language: str
    of: str = ""

    @property
    def base(self) -> str:
        """The form without a possessive."""
        return self.form.removesuffix("’s")


def make_trials(concept: Concept, language: str) -> Iterator[Trial]:
    """Yield the trials of a row, each form once; `language` is that of generated damage."""
    whole = (concept.name, *concept.admitted)
    families = (
        tuple(dict.fromkeys(filter(None, map(_family, whole)))) if _is_person(concept) else ()
    )
    seen: set[tuple[str, str]] = set()
    for forms in (whole, families):
        owned: set[Channel] = {Channel.ENDING}
        for channel, form, tongue in _forms(concept, forms, language, alone=forms is families):
            is_right = form.lower() in map(str.lower, forms)
            if (channel is Channel.RIGHT) != is_right or (form, tongue) in seen:
                continue
            seen.add((form, tongue))
            bare = [
                one.rpartition(" ")[2] for one in forms if " " not in form and forms is families
            ]
            right = (*forms, *bare)
            yield _carried(concept, channel, form, right, tongue)
            if channel not in owned:  # once a channel: what peels it off does not ask what it is
                owned.add(channel)
                yield from _owned(concept, channel, form, right, tongue)


def _carried(
    concept: Concept, channel: Channel, form: str, right: Sequence[str], language: str
) -> Trial:
    mended = tuple(carry(one, concept.kind) for one in right)
    return Trial(channel, form, carry(form, concept.kind), mended, language, right[0])


def _owned(
    concept: Concept, channel: Channel, form: str, right: Sequence[str], language: str
) -> Iterator[Trial]:
    """Yield a form with a possessive, which must be kept."""
    sentence = carry_possessive(form, concept.kind)
    if sentence:
        mended = tuple(filter(None, (carry_possessive(one, concept.kind) for one in right)))
        yield Trial(channel, f"{form}’s", sentence, mended, language, right[0])


_Damaged = tuple[Channel, str, str]


def _forms(
    concept: Concept, right: tuple[str, ...], language: str, *, alone: bool
) -> Iterator[_Damaged]:
    """Yield (channel, form, language) of all names, or of all family names `alone`."""
    if not right:
        return
    for form in right:
        yield Channel.RIGHT, form, language
    for form in concept.rejected if not alone else ():
        yield Channel.REJECTED, form, language
    for form in right:
        for plain in _without_marks(form):
            yield Channel.MARKS, plain, language
    heard = False
    for term in concept.sources:
        form = _family(term.text) if alone else term.text
        if not form:
            continue
        heard = heard or group(term.lang) == group(language)
        if not _is_read(form):
            continue
        yield Channel.SCRIPT if is_cyrillic(form) else Channel.RESPELLING, form, term.lang
    if not heard and habits_of(language).hears and _may_be_heard(concept):
        form = " ".join(_hear(word, language) for word in right[0].split(" "))
        yield Channel.RESPELLING, form, language
    if habits_of(language).slavic:
        for form in _declined(concept, right[0], alone=alone):
            yield Channel.ENDING, form, language


def _is_read(form: str) -> bool:
    """Say whether a form is in Latin or Cyrillic letters: no others are looked for in a text."""
    return is_cyrillic(form) or all("LATIN" in unicodedata.name(c, "") for c in form if c.isalpha())


def _without_marks(form: str) -> Iterator[str]:
    if form.isascii() or is_cyrillic(form):
        return
    for written in (form, form.replace("đ", "dj").replace("Đ", "Dj")):
        yield "".join(_plain(letter) for letter in written)


def _plain(letter: str) -> str:
    plain = fold(letter)
    return plain[:1].upper() + plain[1:] if letter.isupper() else plain


def _may_be_heard(concept: Concept) -> bool:
    """Say whether a name is respelt: no words of English, no capitals, not written so at home."""
    words = concept.name.split()
    if concept.kind in ("demonym", "acronym") or is_written_so(concept.name):
        return False
    whole = concept.kind in ("person", "place", "") or len(words) == 1
    return whole and all(map(_is_name, words))


def _is_name(word: str) -> bool:
    return not any(map(str.isupper, word[1:])) and word.isalpha() and not is_word(word)


def _hear(word: str, language: str) -> str:
    return "-".join(write_by_ear(part, language) for part in word.split("-"))


def _declined(concept: Concept, name: str, *, alone: bool) -> Iterator[str]:
    """Yield a name in other cases; names of several English words are translated, not declined."""
    words = tuple(name.split(" "))
    if concept.kind == "acronym":
        yield from (
            (f"{name}-{ending}" for ending in ("a", "u", "om"))
            if name.isupper() and name.isalpha()
            else ()
        )
    elif _is_person(concept) and alone:
        whole = tuple(concept.name.split(" "))
        article, hyphen, last = words[-1].rpartition("-")
        before = "".join(f"{word} " for word in words[:-1]) + article + hyphen
        if not is_woman_by_name(whole) and len(last) > 2 and last[0].isupper():
            yield from (before + form for form in decline(last) if not last.isupper())
    elif _is_person(concept) and len(words) > 1:
        yield from (" ".join(case) for case in decline_person(words))
    elif len(words) == 1 and len(name) > 2 and _is_declined(concept):
        yield from decline(name, town=concept.kind == "place")


def _is_declined(concept: Concept) -> bool:
    """Say whether a name of one word takes endings; what Serbian calls otherwise never does."""
    if concept.kind == "place" and any(group(t.lang) == "sh" for t in concept.sources):
        return False
    return concept.kind in ("person", "place", "org") and _is_name(concept.name)


def _is_person(concept: Concept) -> bool:
    return concept.kind == "person"


def _family(name: str) -> str:
    """Return a person's family name with its particles, "" where there is no given name."""
    words = name.split(" ")
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return " ".join(words[start:]) if start > 0 else ""
