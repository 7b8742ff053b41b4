"""The texts of an article, and how often each name stands in them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

_BEFORE, _BEHIND = r"[\w#@/.-]", r"[\w/@-]"
"""What makes a word part of a longer one, a link or a handle."""
_PLAIN = re.compile(rf"[A-ZÀ-ÖØ-öø-ɏ](?<!{_BEFORE}.)\w*+(?!{_BEHIND})", re.DOTALL)


class Texts(tuple[str, ...]):
    """The segments of an article by number, furniture too."""

    def count_word(self, word: str) -> int:
        """Return how often a word stands there by itself, in no link, handle or compound."""
        if _PLAIN.fullmatch(word):
            return self._plain_words[word]
        # A name with an apostrophe or a hyphen: few have one.
        whole = re.compile(rf"(?<!{_BEFORE}){re.escape(word)}(?!{_BEHIND})")
        return sum(len(whole.findall(text)) for text in self if word in text)

    @cached_property
    def _plain_words(self) -> Counter[str]:
        """All words that begin as names do, counted once: asking for each reads all again."""
        return Counter(word for text in self for word in _PLAIN.findall(text))


NO_TEXTS = Texts()
