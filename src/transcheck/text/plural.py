"""Numbers with their nouns, as every sentence for people writes them."""

from __future__ import annotations


def plural(count: int, noun: str) -> str:
    """Return `1 error`, `3 errors`, `2 entries`, `1,200 words`."""
    if count == 1:
        return f"1 {noun}"
    many = noun[:-1] + "ies" if noun.endswith("ry") else noun + "s"
    return f"{count:,} {many}"
