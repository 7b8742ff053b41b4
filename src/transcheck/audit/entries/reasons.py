"""Damage that no program could tell from another word: why a form is rightly left alone."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from transcheck.audit.entries.trials import Trial
from transcheck.names import NameIndex
from transcheck.names.known import LEAST_LETTERS
from transcheck.names.words.lexicon import PARTICLES, is_recorded_name, is_word
from transcheck.names.words.tokens import split_words
from transcheck.text.fold import fold


class Reason(StrEnum):
    """Why a damaged form cannot be told: counted, and needing no entry among the collisions.

    A short name is one of three letters, which is compared with nothing, or of four whose letters
    changed. Somebody else's is what people in Wikidata are called, or a woman in -ova of a man.
    """

    WORD = "ordinary word"
    ROW = "another row's form"
    NAME = "somebody else's name"
    SHORT = "too short"


def find_reason(trial: Trial, concept: int, index: NameIndex) -> Reason | None:
    """Return why a form that failed could not be told; None where it should have been."""
    words, own = split_words(trial.base), split_words(trial.of)
    names = [word for word in words if word not in PARTICLES] or list(words)
    changed = [word for word in names if word not in own] or names
    if all(map(is_word, changed)):
        return Reason.WORD
    if _stands_elsewhere(words, concept, index):
        return Reason.ROW
    if _is_short(names, changed, own):
        return Reason.SHORT
    if all(_is_borne(word, own, concept, index) for word in changed):
        return Reason.NAME
    return None


def _stands_elsewhere(words: tuple[str, ...], concept: int, index: NameIndex) -> bool:
    entries = index.forms([fold(word) for word in words])
    whole = any(entry.concept != concept and entry.words == words for entry in entries)
    return whole or (len(words) == 1 and _is_held(words[0], concept, index))


def _is_held(word: str, concept: int, index: NameIndex) -> bool:
    """Say whether a word is one of another row's right forms."""
    return bool(index.holders(word) - {concept})


def _is_short(names: Sequence[str], changed: Sequence[str], own: Sequence[str]) -> bool:
    if len(names) == 1 and len(names[0]) < LEAST_LETTERS:
        return True
    right = [word for word in own if word not in names and word not in PARTICLES]
    return len(changed) == len(right) == 1 and len(right[0]) <= LEAST_LETTERS


def _is_borne(word: str, own: Sequence[str], concept: int, index: NameIndex) -> bool:
    is_hers = word[:-1] in own and word.endswith(("ova", "eva", "ina", "yna"))
    return is_hers or is_recorded_name(word) or _is_held(word, concept, index)
