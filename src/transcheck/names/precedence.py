"""Where two mentions want one place, which of them stays.

A ruling of the article stays: it has weighed the glossary with everything else, and its span is
the whole name. Only a form that the glossary rejects, or a whole name in another language, is
surer than that. A damaged name of the glossary settles a ruling that was left open, and gives way
to others; two spellings that a guard held apart are not joined by the glossary either.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from transcheck.model import Certainty, Form, Mention
from transcheck.names.judgement.rulings import Silenced
from transcheck.names.occupied import Occupied

_SURE = (Form.REJECTED, Form.HOUSE_FORM, Form.TRANSLATED)
_RIGHT = (Form.EXACT, Form.ADMITTED)


def keep_one_per_place(
    shown: Sequence[Mention],
    ruled: Sequence[Mention],
    known: Sequence[Mention],
    silenced: Iterable[Silenced],
) -> tuple[Mention, ...]:
    """Return the mentions that stay, in text order.

    `shown` are those of the glossary as it stands, `ruled` those of the article's rulings, and
    `known` the damaged names of the glossary.
    """
    known = _joined(known, silenced)
    firm = Occupied(m.place for m in shown if _is_surer(m))
    likely = [m for m in known if m.certainty is not Certainty.POSSIBLE]
    settled = Occupied(m.place for m in likely)
    ruled = _carried_on(ruled, [*shown, *likely])
    ruled = [m for m in ruled if not firm.holds(m.place)]
    ruled = [m for m in ruled if m.name or not settled.holds(m.place)]
    fuller = {m.place: m for m in likely if " " in m.text}
    ruled = [m for m in ruled if not _is_fuller(fuller.get(m.place), m)]
    taken = Occupied(m.place for m in ruled)
    kept = [m for m in shown if not taken.holds(m.place) and not _is_part(m, settled)]
    taken = Occupied(m.place for m in (*kept, *ruled))
    rest = [m for m in known if not taken.holds(m.place)]
    return tuple(sorted((*kept, *ruled, *rest), key=lambda m: (m.place, m.form)))


def _carried_on(ruled: Iterable[Mention], mended: Iterable[Mention]) -> list[Mention]:
    """Return the rulings, those that end at a form which the glossary mends ending at its name.

    Mileja is Milej by the article, which is Javier Milei by the glossary.
    """
    right = {
        m.text.split()[-1]: m
        for m in mended
        if m.form in _DAMAGED and m.concept.startswith("person:") and m.name
    }
    carried = []
    for mention in ruled:
        *given, last = mention.name.split() or [""]
        other = right.get(last)
        if other is not None and other.name.split()[-1] != last:
            name = " ".join((*given, other.name.split()[-1]))
            evidence = (*mention.evidence, *other.evidence)
            mention = replace(mention, name=name, evidence=evidence, concept=other.concept)
        carried.append(mention)
    return carried


_DAMAGED = (Form.RESPELT, Form.INFLECTED, Form.MISSPELT)


def _is_fuller(known: Mention | None, ruled: Mention) -> bool:
    """Say whether the glossary mends the given name too, and the family name as the ruling does."""
    if known is None or not ruled.name or known.name == ruled.name:
        return False
    given = ruled.name.split()[:-1] == ruled.text.split()[:-1]
    return given and known.name.split()[-1] == ruled.name.split()[-1]


def _joined(known: Iterable[Mention], silenced: Iterable[Silenced]) -> list[Mention]:
    """Return the damaged names but those that a guard tells apart from the right one."""
    apart = {frozenset((s.pair.one.text, s.pair.other.text)) for s in silenced}
    return [m for m in known if frozenset((m.text.split()[-1], m.name.split()[-1])) not in apart]


def _is_surer(mention: Mention) -> bool:
    whole = mention.form is Form.RESPELT and " " in mention.text
    return whole or mention.form in _SURE


def _is_part(mention: Mention, longer: Occupied) -> bool:
    """Say whether a mention that confirms a name stands inside a longer, damaged name."""
    return mention.form in _RIGHT and longer.covers(mention.place)
