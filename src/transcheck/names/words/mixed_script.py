"""Letters of two scripts in one word: a Cyrillic о in an English name looks right and is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from transcheck.model import Article, Form, Mention
from transcheck.names.words.tokens import Word
from transcheck.text.fold import normalise

_TWINS = str.maketrans(
    "АВЕЅІЈКМНОРСТУХаеѕіјорсухкмтвнΑΒΕΖΗΙΚΜΝΟΡΤΥΧοα",
    "ABESIJKMHOPCTYXaesijopcyxkmtbhABEZHIKMNOPTYXoa",
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER = re.compile("[\u0370-\u03ff\u0400-\u04ff]")


def mention_mixed_script(
    stretches: Iterable[Sequence[Word]], article: Article
) -> Iterator[Mention]:
    """Yield words that mix Latin with Cyrillic or Greek letters."""
    strange = {number for number, one in enumerate(article.segments) if _has_strangers(one.target)}
    if not strange:
        return
    for word in chain.from_iterable(stretches):
        if word.segment not in strange:
            continue
        if not (_OTHER.search(word.text) and _LATIN.search(word.text)):
            continue
        right = _mend(word.text)
        yield Mention(
            concept=f"article:{right.lower()}",
            name="" if _OTHER.search(right) else right,
            segment=word.segment,
            span=word.span,
            text=word.text,
            form=Form.MIXED_SCRIPT,
        )


def _has_strangers(text: str) -> bool:
    return not text.isascii() and _OTHER.search(normalise(text)) is not None


def _mend(text: str) -> str:
    """Put Latin letters for their twins; beside č or š the Cyrillic у is a u, else a y."""
    if any(letter in text.lower() for letter in "čćšžđ"):
        text = text.replace("у", "u").replace("У", "U")
    return text.translate(_TWINS)


def name_strangers(text: str) -> str:
    """Return the letters that do not belong, with their script: "о (Cyrillic)"."""
    found = dict.fromkeys(_OTHER.findall(text))
    return ", ".join(
        f"{letter} ({'Greek' if letter < chr(0x400) else 'Cyrillic'})" for letter in found
    )
