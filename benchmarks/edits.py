"""Edits of an article, as a desk or a new translation makes them: elsewhere, or at its places."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from transcheck.model import Span
from transcheck.text.sentences import find_sentences

KINDS = (
    "delete", "insert", "insert paragraph", "replace", "delete word", "insert word", "replace word",
)  # fmt: skip
_WORD = re.compile(r"(?<!\w)[a-z]{2,}(?!\w)")

Edit = tuple[Span, str]
"""A stretch of the text and what comes in its place."""


def split_text(text: str) -> list[Span]:
    """Return the sentences of a text, line by line."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        inside = find_sentences(line, "en")
        found += [Span(start + one.start, start + one.end) for one in inside]
        start += len(line)
    return found


def edit_elsewhere(
    text: str, waived: Sequence[Span], times: int, pool: list[str], rng: random.Random
) -> list[Edit]:
    """Change sentences in which nothing waived stands: whole ones, or one word of each."""
    free = [s for s in split_text(text) if not any(s.overlaps(one) for one in waived)]
    edits = []
    for sentence in rng.sample(free, min(times, len(free))):
        words = list(_WORD.finditer(text, sentence.start, sentence.end))
        kind = rng.choice(KINDS)
        other = rng.choice([one for one in pool if one not in text])
        if kind == "delete":
            end = sentence.end + (text[sentence.end : sentence.end + 1] == " ")
            edits.append((Span(sentence.start, end), ""))
        elif kind == "insert paragraph":
            start = text.rfind("\n", 0, sentence.start) + 1
            edits.append((Span(start, start), f"{other}\n\n"))
        elif kind == "insert":
            edits.append((Span(sentence.start, sentence.start), f"{other} "))
        elif kind == "replace" or not words:
            edits.append((sentence, other))
        else:
            word = Span(*rng.choice(words).span())
            new = rng.choice(_WORD.findall(other) or ["also"])
            if kind == "delete word":
                edits.append((Span(word.start, word.end + 1), ""))
            elif kind == "insert word":
                edits.append((Span(word.start, word.start), f"{new} "))
            else:
                edits.append((word, new))
    return sorted(edits, key=lambda edit: edit[0])


def rewrite(
    text: str,
    waived: Sequence[Span],
    pool: list[str],
    rng: random.Random,
    mended: Sequence[Edit] = (),
) -> list[Edit]:
    """Put other words for all small ones in the sentences of waived names; mend some places."""
    words = [word for sentence in rng.choices(pool, k=40) for word in _WORD.findall(sentence)]
    edits: list[Edit] = []
    for sentence in split_text(text):
        if any(sentence.overlaps(one) for one in waived):
            for found in _WORD.finditer(text, sentence.start, sentence.end):
                span = Span(*found.span())
                if not any(span.overlaps(one) for one in waived):
                    edits.append((span, rng.choice(words)))
    free = [one for one in edits if not any(one[0].overlaps(span) for span, _ in mended)]
    return sorted([*free, *mended], key=lambda edit: edit[0])


def take_out(text: str, waived: Sequence[Span]) -> list[Edit]:
    """Delete the sentences of waived names: nothing is to keep, and nothing else to cover."""
    sentences = split_text(text)
    return [(s, "") for s in sentences if any(s.overlaps(one) for one in waived)]


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Return the text with all edits."""
    for span, new in reversed(edits):
        text = text[: span.start] + new + text[span.end :]
    return text


def carry(span: Span, edits: Sequence[Edit]) -> Span:
    """Return where a stretch that no edit touches stands afterwards."""
    shift = sum(len(new) - (s.end - s.start) for s, new in edits if s.end <= span.start)
    return Span(span.start + shift, span.end + shift)
