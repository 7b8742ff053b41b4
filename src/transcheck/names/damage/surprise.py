"""How far a respelling is from the likeliest one: what no hand of the language would write."""

from __future__ import annotations

from functools import lru_cache

from transcheck.names.damage.languages import habits_of
from transcheck.names.damage.script import in_latin
from transcheck.names.damage.segments import KEPT, LONGEST, align, read_table
from transcheck.text.fold import fold


@lru_cache(maxsize=32_768)
def surprise(original: str, respelt: str, language: str) -> float:
    """Return log P(likeliest respelling) / P(`respelt`), both of `original`, in nats.

    All in lower case. Infinity where the two have too little in common to be compared.
    """
    respelt = in_latin(respelt, language)
    if respelt == original:
        return 0.0
    group = habits_of(language).damage
    # Marks that few names have are not in the tables: the letters without them are.
    return min(
        align(one, respelt, read_table(group))[0] - _least_cost(one, group)
        for one in {original, fold(original)}
    )


@lru_cache(maxsize=32_768)
def _least_cost(original: str, group: str) -> float:
    """Return -log P of the likeliest respelling of a name."""
    table = read_table(group)
    source = f"^{original}$"
    best = [0.0] + [float("inf")] * len(source)
    for start in range(len(source)):
        for end in range(start + 1, min(start + LONGEST, len(source)) + 1):
            piece = source[start:end]
            rows = table.becomes(piece)
            costs = [cost for _, cost, _ in rows]
            if end == start + 1 and all(other != piece for other, _, _ in rows):
                costs.append(KEPT)
            if costs:
                best[end] = min(best[end], best[start] + min(costs))
    return best[-1]
