"""Counting words the way the score counts them."""

from __future__ import annotations


def count_words(text: str) -> int:
    """Return the number of whitespace-separated words."""
    return len(text.split())
