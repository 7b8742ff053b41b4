"""Names of a glossary planted in articles, and the runs of an article that are looked up.

At up to eight places of an article a run of capitalised words gives way to a name: as it is
(.4), without its marks (.3), one edit away (.3).
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import read_table
from transcheck.names.words.tokens import split_words
from transcheck.text.fold import fold

SEED = 20260726
_RUN = re.compile(r"[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]+){0,4}")
_MOST_PLACES = 8
_EXACT, _FOLDED = 0.4, 0.7


PHENOMENA = ("respelling", "inflection", "transliteration", "typo")
_LATIN_ENDS = 0x250


def read_pairs(shared: Path, phenomenon: str) -> list[tuple[str, str]]:
    """Return (variant, canonical) of dev/names word by word, folded, where the two differ.

    Only Latin names of as many words; words under three letters are left out.
    """
    pairs: dict[tuple[str, str], None] = {}
    for row in read_table(shared / "dev" / "names" / f"{phenomenon}.tsv"):
        written, right = split_words(row["variant"]), split_words(row["canonical"])
        latin = all(ord(letter) < _LATIN_ENDS for letter in row["variant"] + row["canonical"])
        if latin and len(written) == len(right):
            for one, other in zip(map(fold, written), map(fold, right), strict=True):
                if one != other and min(len(one), len(other)) > 2:
                    pairs[one, other] = None
    return list(pairs)


def plant_names(texts: Sequence[str], names: Sequence[str]) -> list[str]:
    """Return the texts with names in them."""
    rng = random.Random(SEED)
    return [_plant(text, names, rng) for text in texts]


def find_candidates(text: str) -> list[tuple[str, ...]]:
    """Return the distinct folded runs and sub-runs of one to five capitalised words."""
    found: dict[tuple[str, ...], None] = {}
    for match in _RUN.finditer(text):
        words = tuple(map(fold, re.split(r"[ -]", match.group())))
        for start in range(len(words)):
            for end in range(start + 1, len(words) + 1):
                found[words[start:end]] = None
    return list(found)


def _plant(text: str, names: Sequence[str], rng: random.Random) -> str:
    runs = list(_RUN.finditer(text))
    for match in sorted(rng.sample(runs, min(_MOST_PLACES, len(runs))), key=_start, reverse=True):
        text = text[: match.start()] + _damage(rng.choice(names), rng) + text[match.end() :]
    return text


def _start(match: re.Match[str]) -> int:
    return match.start()


def _damage(name: str, rng: random.Random) -> str:
    share = rng.random()
    if share < _EXACT:
        return name
    if share < _FOLDED:
        return " ".join(fold(word).capitalize() for word in name.split())
    place = rng.randrange(1, len(name))
    letter = rng.choice("aeionrst")
    return rng.choice((name[:place] + name[place + 1 :], name[:place] + letter + name[place:]))
