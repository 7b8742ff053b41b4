"""Letters that were turned into others by a wrong encoding.

What it finds:
    Words and marks that were read with the wrong table somewhere on their way: pairs such as
    "Ä‡" for "ć", Western letters for Central European ones ("Vuèiæ"), the sign for a lost
    letter (U+FFFD), codes left from a web page ("&#263;"). Where the damage can be undone, the
    mended text is the suggestion.

Why it matters:
    A name that is damaged cannot be read, searched or linked, and the damage shows that the
    rest of the file went the same way.

Wrong:
    The president, Aleksandar VuÄŤiÄ‡, left for Brussels.

Right:
    The president, Aleksandar Vučić, left for Brussels.

When it stays quiet:
    Letters that a language really has (Genève, Kjær, Guðmundsdóttir, TÜV), and names whose
    letters were deleted altogether (Vui for Vučić): nothing in the text shows that. A code left
    from a web page is minor, all other damage is major.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import Certainty, CheckInfo, Context, Finding, Role, Severity, Span
from transcheck.text.mojibake import Damage, find_damage, is_central, mend

CHECK = CheckInfo(
    id="encoding-damage",
    category="character-encoding",
    severity=Severity.MAJOR,
    documentation=__doc__,
    covers=True,
)

# A paragraph with more places than this is damaged as a whole: one finding.
_SINGLE_PLACES = 3


def find(context: Context) -> Iterator[Finding]:
    """Yield one finding for each damaged word or mark, or for a paragraph full of them."""
    texts = [segment.target for segment in context.article.segments]
    central = any(map(is_central, texts))
    for index, segment in enumerate(context.article.segments):
        if segment.role is Role.FURNITURE:
            continue
        damage = find_damage(segment.target, central=central)
        if len(damage) > _SINGLE_PLACES:
            damage = [_together(segment.target, damage)]
        for one in damage:
            yield _report(index, segment.target, one)


def _together(text: str, damage: list[Damage]) -> Damage:
    span = Span(damage[0].span.start, damage[-1].span.end)
    pieces, position = [], span.start
    for one in damage:
        if one.mended is None:
            return Damage(span, None)
        pieces += [text[position : one.span.start], one.mended]
        position = one.span.end
    return Damage(span, "".join(pieces))


def _report(index: int, text: str, damage: Damage) -> Finding:
    damaged = text[damage.span.start : damage.span.end]
    mended = mend(damage.mended) if damage.mended else damage.mended
    return Finding(
        check=CHECK.id,
        category=CHECK.category,
        severity=Severity.MINOR if damaged.isascii() else CHECK.severity,
        certainty=Certainty.CERTAIN,
        segment=index,
        span=damage.span,
        text=damaged,
        message=_message(damaged, mended),
        suggestions=(mended,) if mended else (),
    )


def _message(damaged: str, mended: str | None) -> str:
    if damaged.isascii():
        return "A code of a web page was left in the text"
    if mended:
        return "These letters were read with the wrong encoding"
    return "A letter was lost in a change of encoding"
