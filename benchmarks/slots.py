"""Planted articles with other names: where a wrong and a right form stand, another pair is put."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.corpus import Corpus, Mark, read_table
from benchmarks.scorer import find_form

TABLES = ("respelling", "diacritics")
SHORTEST = 3


@dataclass(frozen=True, order=True)
class Pair:
    """A wrong form, the right one, how it was damaged, and whether a person or a place bears it."""

    wrong: str
    right: str
    phenomenon: str
    kind: str

    @property
    def forms(self) -> frozenset[str]:
        """Both forms."""
        return frozenset((self.wrong, self.right))


def read_pairs(shared: Path) -> tuple[Pair, ...]:
    """Read dev/names: places of one word, last words of persons; respellings of Serbian only."""
    pairs = {
        pair
        for phenomenon in TABLES
        for row in read_table(shared / "dev" / "names" / f"{phenomenon}.tsv")
        if phenomenon != "respelling" or row["language"].startswith("sr")
        for pair in _read(row, phenomenon)
    }
    return tuple(sorted(pairs))


def select_new(pairs: Iterable[Pair], texts: Iterable[str]) -> tuple[Pair, ...]:
    """Keep the pairs of which no word stands in any of the texts."""
    words = {word for text in texts for word in _words(text)}
    return tuple(
        pair for pair in pairs if all(words.isdisjoint(_words(form)) for form in pair.forms)
    )


def list_slots(corpus: Corpus, slug: str, places: frozenset[str]) -> tuple[Pair, ...]:
    """Return the pairs planted in an article; none unless each can be replaced.

    Every form must be one word of one pair only, damaged in a way that the lists hold.
    """
    marks = [mark for mark in corpus.marks if mark.slug == slug]
    slots = sorted(
        {
            Pair(m.text, m.expected, m.phenomenon, "place" if m.expected in places else "person")
            for m in marks
        }
    )
    forms = [form for slot in slots for form in (slot.wrong, slot.right)]
    whole = all(
        (mark.start, mark.end) in find_form(mark.text, corpus.texts[slug]) for mark in marks
    )
    listed = all(slot.phenomenon in TABLES for slot in slots)
    single = not any(" " in form for form in forms) and len(set(forms)) == len(forms)
    return tuple(slots) if whole and listed and single else ()


def list_places(pairs: Iterable[Pair]) -> frozenset[str]:
    """Return the right forms that are places and not persons as well."""
    kinds: dict[str, set[str]] = {"person": set(), "place": set()}
    for pair in pairs:
        kinds[pair.kind].add(pair.right)
    return frozenset(kinds["place"] - kinds["person"])


def keep(corpus: Corpus, slugs: Sequence[str]) -> Corpus:
    """Return the named planted articles alone, as they are; traps are left out."""
    texts = {slug: corpus.texts[slug] for slug in slugs}
    marks = tuple(mark for mark in corpus.marks if mark.slug in texts)
    return Corpus(corpus.folder, {"planted": tuple(slugs)}, texts, marks)


def swap(
    corpus: Corpus,
    slots: Mapping[str, Sequence[Pair]],
    pairs: Sequence[Pair],
    seed: int,
    folder: Path,
) -> Corpus:
    """Fill the slots of each article with pairs drawn without repeating one; write the texts."""
    pool: dict[tuple[str, str], list[Pair]] = {}
    for pair in pairs:
        pool.setdefault((pair.phenomenon, pair.kind), []).append(pair)
    dice = random.Random(seed)
    for key in sorted(pool):
        dice.shuffle(pool[key])
    texts: dict[str, str] = {}
    marks: list[Mark] = []
    for slug, held in slots.items():
        forms: dict[str, str] = {}
        for slot in held:
            drawn = _draw(pool.get((slot.phenomenon, slot.kind), []), set(forms.values()))
            forms |= {slot.wrong: drawn.wrong, slot.right: drawn.right}
        there = {mark.start: mark for mark in corpus.marks if mark.slug == slug}
        texts[slug], moved = _fill(corpus.texts[slug], there, forms)
        marks += moved
        (folder / f"{slug}.txt").write_text(texts[slug], encoding="utf-8", newline="")
    return Corpus(folder, {"planted": tuple(slots)}, texts, tuple(marks))


def _read(row: Mapping[str, str], phenomenon: str) -> list[Pair]:
    wrong, right, kind = row["variant"].split(), row["canonical"].split(), row["kind"]
    single = len(wrong) == len(right) == 1
    if not (kind == "person" or (kind == "place" and single)):
        return []
    pair = Pair(wrong[-1], right[-1], phenomenon, kind)
    sound = all(form[0].isupper() and len(form) >= SHORTEST for form in pair.forms)
    return [pair] if sound and pair.wrong != pair.right else []


def _draw(held: list[Pair], taken: set[str]) -> Pair:
    for index in reversed(range(len(held))):
        if taken.isdisjoint(held[index].forms):
            return held.pop(index)
    raise SystemExit("swapped: dev/names holds too few pairs to fill every slot")


def _fill(text: str, marks: Mapping[int, Mark], forms: Mapping[str, str]) -> tuple[str, list[Mark]]:
    """Replace whole words by other words; move and rename the marks."""
    longest = sorted(forms, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?!\w)")
    moved, shift = [], 0
    for match in pattern.finditer(text):
        form, start = forms[match[0]], match.start() + shift
        mark = marks.get(match.start())
        if mark is not None and mark.text == match[0]:
            end, expected = start + len(form), forms[mark.expected]
            moved.append(replace(mark, text=form, start=start, end=end, expected=expected))
        shift += len(form) - len(match[0])
    return pattern.sub(lambda match: forms[match[0]], text), moved


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))
