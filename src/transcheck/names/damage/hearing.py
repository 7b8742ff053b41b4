"""How a name is most likely written by ear: Rutte becomes Rute, Grenell becomes Grenel.

The likeliest cut of a name into pieces by the learned table, each piece as it is most often
written (names/damage/segments.py).
"""

from __future__ import annotations

import re

from transcheck.names.damage.languages import ALL, LATIN, habits_of
from transcheck.names.damage.segments import KEPT, LONGEST, SegmentTable, read_table
from transcheck.text.fold import fold

_OWN = frozenset("čćšžđ")
_LETTERS = frozenset("abcdefghijklmnoprstuvz") | _OWN
_FOREIGN = re.compile(r"(.)\1|[csztpkgr]h|ck|[aeiou]y|ou|ee|oo|sz|cz|eau|ie$|gn|mc")
"""What Serbian writes nowhere: a double letter, sh, ck, ou."""


def write_by_ear(name: str, language: str | None) -> str:
    """Return a name of one word as `language` most likely spells it; capitals are kept.

    Marks that Serbian does not have are lost: Orbán, Orban.
    """
    group = habits_of(language).damage
    heard = _cut(name.lower(), read_table(ALL if group == LATIN else group))
    written = "".join(c if c in _OWN else fold(c) for c in heard)
    return written[:1].upper() + written[1:] if name[:1].isupper() else written


def _cut(name: str, table: SegmentTable) -> str:
    source = f"^{name}$"
    best: list[tuple[float, str]] = [(0.0, "")] + [(float("inf"), "")] * len(source)
    for start in range(len(source)):
        here, written = best[start]
        for end in range(start + 1, min(start + LONGEST, len(source)) + 1):
            piece = source[start:end]
            outcomes = {damaged: cost for damaged, cost, _ in table.becomes(piece)}
            if end == start + 1:
                outcomes.setdefault(piece, KEPT)
            for damaged, cost in sorted(outcomes.items()):
                if here + cost < best[end][0]:
                    best[end] = (here + cost, written + damaged)
    return best[-1][1].strip("^$")


def is_written_so(name: str) -> bool:
    """Say whether Serbian may write a name as it stands: Šuica, Brnabić; not Miller."""
    lower = name.lower()
    letters = {letter for letter in lower if letter.isalpha()}
    return letters <= _LETTERS and not _FOREIGN.search(lower)
