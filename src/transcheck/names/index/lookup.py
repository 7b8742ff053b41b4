"""A compiled glossary, and every question the program asks of one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate

import marisa_trie

from transcheck.model import Concept
from transcheck.names.index import records
from transcheck.names.index.entries import Entry, bears, fold_words
from transcheck.names.index.near import NearWords
from transcheck.names.index.phrases import find_phrases
from transcheck.names.index.places import MOST_WORDS, Places
from transcheck.names.index.stems import find_stems
from transcheck.names.index.store import ConceptStore, EntryStore
from transcheck.names.words.tokens import Vocabulary, split_words
from transcheck.text.fold import normalise

_MOST_KEPT = 32_768
_MOST_ENTRIES = 4_096


class NameIndex:
    """Every form of a glossary, by what an article may show of it.

    `concepts` are its concepts, unpacked when asked for. `house` holds the numbers of those
    whose form the house has decided. `vocabulary` says which words of a text may belong to a
    name. Folded words are in lower case without marks.
    """

    def __init__(
        self,
        concepts: ConceptStore,
        entries: EntryStore,
        trie: marisa_trie.RecordTrie,
        words: NearWords,
        places: Places,
        house: frozenset[int] = frozenset(),
    ) -> None:
        self.concepts = concepts
        self.house = house
        self._store = entries
        self._entry = entries.read
        self._trie = trie
        self._words = words
        self._places = places
        self._entries = lru_cache(maxsize=_MOST_ENTRIES)(self._read_entries)
        self._starting = lru_cache(maxsize=_MOST_KEPT)(self._read_starting)
        self._families = lru_cache(maxsize=_MOST_ENTRIES)(self._read_families)
        self._numbers = lru_cache(maxsize=_MOST_KEPT)(self._read_numbers)
        self._begins = lru_cache(maxsize=_MOST_KEPT)(self._is_first)
        self._holds = lru_cache(maxsize=_MOST_KEPT)(self._is_held)
        self.vocabulary = Vocabulary(self._begins_small, self.has_word)

    def __len__(self) -> int:
        """Return the number of concepts."""
        return len(self.concepts)

    def with_house(self, decided: Mapping[int, Concept]) -> NameIndex:
        """Return the same index with the house's form of some concepts, by number."""
        concepts, entries = self.concepts.with_changed(decided), self._store.with_changed(decided)
        house = frozenset(decided)
        return NameIndex(concepts, entries, self._trie, self._words, self._places, house)

    def begins(self, folded: str) -> bool:
        """Say whether any form begins with a folded word."""
        return self._begins(folded)

    def has_word(self, folded: str) -> bool:
        """Say whether any form has a folded word."""
        return self._holds(folded)

    def entries_starting(self, folded: Sequence[str]) -> tuple[Entry, ...]:
        """Return the forms that the folded words begin with, the longest first.

        Of equal length, forms of the target language come first, then in the glossary's order.
        """
        return self._starting(records.form_key(folded))

    def entries_in(self, text: str) -> tuple[Entry, ...]:
        """Return the same for a text: folded words, a blank behind each."""
        return self._starting(records.FORM + text)

    def forms(self, folded: Sequence[str]) -> tuple[Entry, ...]:
        """Return the forms whose folded words are exactly these."""
        return self._entries(records.form_key(folded))

    def families(self, folded: str) -> tuple[Entry, ...]:
        """Return the forms of people whose family name, folded, is this, in any language."""
        return self._families(folded)

    def near(self, folded: str, language: str | None) -> tuple[int, ...]:
        """Return the numbers of the words of the glossary that this one may be, nearest first.

        The word itself comes first where the glossary has it; the others are those of
        `near_words`.
        """
        return self._words.find(folded, language)

    def count_places_in_case(self, folded: str) -> int:
        """Return how many places of one word this is with a case ending on it.

        None where it may be so of a person or a body too.
        """
        found = map(self._words.words.number, find_stems(folded)[1])
        numbers = [number for number in found if number is not None]
        forms = [form for form in self.forms_alone(numbers) if self.spelling(form)]
        kinds = [self.concepts[self.entry(form).concept].kind for form in forms]
        return len(kinds) if set(kinds) == {"place"} else 0

    def is_one_of(self, words: Collection[int], folded: str) -> bool:
        """Say whether a word is one of those by number."""
        return self._words.words.number(folded) in words

    def count_at(self, words: Iterable[int], place: int, size: int) -> int:
        """Return how many forms of `size` words have one of these at a place, from 0.

        Up to 200 are counted of each word; none where forms have more than 8 words.
        """
        return self._places.count(words, place, size)

    def forms_at(self, words: Iterable[int], place: int, size: int) -> list[int]:
        """Return the numbers of those forms, word by word.

        Family names of several words count too: Schwarz-Schilling, Van der Bellen.
        """
        return self._places.at(words, place, size)

    def forms_alone(self, words: Iterable[int]) -> list[int]:
        """Return word by word the forms that are just this, then people's of that family name."""
        return self._places.alone(words)

    def spelling(self, form: int) -> list[str]:
        """Return the words of a form by its number, none where it may not stand."""
        return self._store.words(form)

    def folded(self, form: int) -> list[str]:
        """Return the same, folded."""
        return self._store.folded(form)

    def entry(self, form: int) -> Entry:
        """Return a form by its number."""
        return self._entry(form)

    def holders(self, text: str) -> frozenset[int]:
        """Return the concepts that a spelling is a word of: two such never flag each other."""
        return self._numbers(records.WORD + text)

    def named_by(self, text: str) -> frozenset[int]:
        """Return the concepts that a spelling names: a whole term, or a person's family name."""
        return self._numbers(records.NAME + text)

    def spelt(self, form: str) -> list[int]:
        """Return the concepts (numbers) whose name or an admitted form is exactly this."""
        words = fold_words(split_words(normalise(form)))
        key = records.form_key(words) if words else records.WORDLESS + normalise(form)
        numbers = sorted({entry.concept for entry in self._entries(key)})
        return [number for number in numbers if self._is_of(form, number)]

    def near_words(self, folded: str, language: str | None) -> tuple[str, ...]:
        """Return the folded words of the glossary that may be this one, damaged; nearest first.

        They are within one edit (4 to 7 letters) or two (8 to 32), or the word without a
        case ending, or sound alike to the ear of `language` (BCP 47; None for any).
        """
        own = self._words.words.number(folded)
        return tuple(
            self._words.words.word(one) for one in self.near(folded, language) if one != own
        )

    def near_forms(self, folded: Sequence[str], language: str | None) -> list[Entry]:
        """Return the whole forms whose words are each one asked for, or near it, in order."""
        phrases = self._phrases([self.near(word, language) for word in folded])
        return [entry for key in phrases for entry in self._entries(key)]

    def edited_forms(self, folded: Sequence[str]) -> list[str]:
        """Return the folded forms within edits of the words alone, sounds and endings left out.

        Every word may be as many edits away as its length allows. A single word may also be
        the family name of people.
        """
        words = self._words.words
        near = []
        for word in folded:
            own = words.number(word)
            others = [number for number, _ in self._words.edits(word)]
            near.append(others if own is None else [own, *others])
        whole = [key[1:-1] for key in self._phrases(near)]
        families = self._places.family_names(near[0]) if len(near) == 1 else ()
        return whole + [words.word(number) for number in families]

    def named(self, text: str, given: Iterable[str] = ()) -> Concept | None:
        """Return the concept that a spelling names by itself, the first of several.

        With the given names that the article shows, only a person of one of them.
        """
        names = list(given)
        for number in sorted(self.named_by(text)):
            concept = self.concepts[number]
            if not names or concept.kind != "person" or bears(concept, names):
                return concept
        return None

    def is_preferred(self, text: str) -> bool:
        """Say whether a spelling stands in the preferred form of a concept it names."""
        return any(text in self.concepts[number].name.split() for number in self.named_by(text))

    def is_given_name_of(self, text: str, family: Iterable[str]) -> bool:
        """Say whether a spelling is the given name of a person of one of the folded names."""
        bearers = self.holders(text)
        return any(
            entry.concept in bearers and entry.may_stand and entry.words[-1] != text
            for name in (family if bearers else ())
            for entry in self.families(name)
        )

    def marked_given_names(self, text: str) -> tuple[str, ...]:
        """Return the one spelling with marks that all people of a given name have: Željko."""
        names = {entry.words[0] for entry in self._people_called(text.lower())}
        return tuple(names) if len(names) == 1 and not min(names).isascii() else ()

    def is_given_name(self, folded: str) -> bool:
        """Say whether a person's name begins with a folded word."""
        return any(True for _ in self._people_called(folded))

    def _people_called(self, folded: str) -> Iterator[Entry]:
        number = self._words.words.number(folded)
        if number is None or not self.begins(folded):
            return
        for size in range(2, MOST_WORDS + 1):
            for entry in map(self.entry, self.forms_at((number,), 0, size)):
                whole = entry.may_stand and len(entry.words) == size
                if whole and self.concepts[entry.concept].kind == "person":
                    yield entry

    def share_concept(self, one: str, other: str) -> bool:
        """Say whether two spellings are forms of one concept."""
        return bool(self.named_by(one) & self.named_by(other))

    def forget(self) -> None:
        """Forget what was looked up: each answer costs again what it costs the first time."""
        self._words.forget()
        self.vocabulary.clear()
        self._entry.cache_clear()
        for entries in (self._entries, self._starting, self._families):
            entries.cache_clear()
        for words in (self._begins, self._holds):
            words.cache_clear()
        self._numbers.cache_clear()

    def _phrases(self, near: Sequence[Sequence[int]]) -> list[str]:
        """Return the keys of the whole forms that have, in order, one word of each of these."""
        narrow, restore, size = self._places.narrow, self._words.words.word, len(near)
        choices = [narrow(words, place, size) for place, words in enumerate(near)]
        if not all(choices):
            return []
        words = [list(map(restore, numbers)) for numbers in choices]
        if size == 1:  # the only place of one word: narrowed, they are forms
            return [records.form_key((word,)) for word in words[0]]
        return find_phrases(self._trie, words)

    def _is_of(self, form: str, number: int) -> bool:
        concept = self.concepts[number]
        return form == concept.name or form in concept.admitted

    def _is_first(self, folded: str) -> bool:
        return records.BEGINS + folded in self._trie

    def _is_held(self, folded: str) -> bool:
        return self._words.words.number(folded) is not None

    def _read_numbers(self, key: str) -> frozenset[int]:
        return frozenset(number for (number,) in self._trie.get(key, ()))

    def _begins_small(self, folded: str) -> bool:
        return records.SMALL + folded in self._trie

    def _read_starting(self, key: str) -> tuple[Entry, ...]:
        # `prefixes` of the trie asks of every letter what can only hold at a blank.
        forms = accumulate(f"{word} " for word in key.split(" ")[:-1])
        found = [form for form in forms if form in self._trie]
        return tuple(entry for form in reversed(found) for entry in self._entries(form))

    def _read_entries(self, key: str) -> tuple[Entry, ...]:
        rows = self._trie.get(key, ())
        found = [self._entry(number) for (number,) in sorted(rows)]
        found.sort(key=lambda entry: entry.lang is not None)
        return tuple(found)

    def _read_families(self, folded: str) -> tuple[Entry, ...]:
        number = self._words.words.number(folded)
        return () if number is None else tuple(map(self._entry, self._places.families(number)))
