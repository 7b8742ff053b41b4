"""What a house does with the marks of names: keeps them, strips them, or either throughout.

Most English papers print Viktor Orban. Where the configuration says nothing, an article in which
no name has marks is taken to be of such a house, unless the desk's own glossary has the name. So is
one that marks Slavic and Albanian names alone, as to the names of others: Vučić, but Raikkonen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from transcheck.model import Certainty, Diacritics, Evidence, Form, Mention, Policy
from transcheck.names.occupied import Occupied
from transcheck.names.words.units import Unit
from transcheck.text.fold import strip_marks

_RIGHT = (Form.EXACT, Form.ADMITTED)
_PLAIN = Evidence(kind="count", reason="no name in this article is written with marks")
_NEAR_ALONE = Evidence(
    kind="count", reason="only Slavic and Albanian names in this article are written with marks"
)
_NEAR = frozenset("čćšžđďťňřěůľĺŕłąęśźżńçë")
"""Letters of Slavs and Albanians; ç is of others too."""
_STRIPS = Evidence(kind="glossary", reason="this house writes names without marks")


def print_marks(
    mentions: Sequence[Mention], units: Sequence[Unit], policy: Policy
) -> tuple[Mention, ...]:
    """Return the mentions as the house judges them, in text order.

    A house that strips marks wants names so, and wrong names mended so; one that only wants one
    way takes a name without marks as right where no other stands in the article.
    """
    if policy.diacritics is None:
        return tuple(_doubt_unlike(mentions, _marked_words(mentions, units)))
    if policy.diacritics is Diacritics.CONSISTENT:
        written = {word.text for unit in units for word in unit.words}
        return tuple(_admit(mention, written) for mention in mentions)
    if policy.diacritics is Diacritics.STRIP:
        stripped = [_strip(mention) for mention in mentions]
        return tuple(sorted((*stripped, *_own_names(mentions, units)), key=lambda m: m.place))
    return tuple(mentions)


def _marked_words(mentions: Iterable[Mention], units: Iterable[Unit]) -> list[str]:
    """Return the words of names whose marks are their own: a damaged one may have got them so.

    Mančester says nothing of the house.
    """
    damaged = Occupied(m.place for m in mentions if m.name != m.text)
    right = (unit for unit in units if not damaged.holds(unit.place))
    written = (word.text for unit in right for word in unit.words)
    return [text for text in written if strip_marks(text) != text]


def _doubt_unlike(mentions: Iterable[Mention], marked: Sequence[str]) -> Iterator[Mention]:
    """Yield the mentions, those in doubt that lost marks which the article has on no name."""
    if any(map(_is_marked_elsewhere, marked)):
        yield from mentions
        return
    why = _NEAR_ALONE if marked else _PLAIN
    for one in mentions:
        yield _doubt(one, why) if not marked or _is_marked_elsewhere(one.name) else one


def _is_marked_elsewhere(name: str) -> bool:
    """Say whether a name has marks, and no Slavic or Albanian ones: Räikkönen, Agüero, Orbán."""
    marked = {letter for letter in name.lower() if strip_marks(letter) != letter}
    return bool(marked) and marked.isdisjoint(_NEAR)


def _doubt(mention: Mention, why: Evidence) -> Mention:
    """Return a name that lost its marks as possible, where only a shipped glossary tells so."""
    told = [one for one in mention.evidence if not one.shipped]
    if mention.form is not Form.FOLDED or told:
        return mention
    evidence = (*mention.evidence, why)
    return replace(mention, certainty=Certainty.POSSIBLE, evidence=evidence)


def _admit(mention: Mention, written: set[str]) -> Mention:
    """Return a name that lost all its marks as right, unless they stand in the article too."""
    if mention.form is not Form.FOLDED or not mention.name:
        return mention
    marked = {word for word in mention.name.split() if not word.isascii()}
    if strip_marks(mention.text) != mention.text or marked & written:
        return mention
    return replace(mention, form=Form.ADMITTED, name=mention.text, evidence=())


def _strip(mention: Mention) -> Mention:
    name, others = strip_marks(mention.name), tuple(map(strip_marks, mention.others))
    plain = strip_marks(mention.text)
    if mention.form in (*_RIGHT, Form.HOUSE_FORM, Form.FOLDED) and mention.text == name:
        return replace(mention, form=Form.EXACT, name=name, evidence=())
    if mention.form in _RIGHT and mention.text != plain:
        evidence = (_STRIPS, *mention.evidence)
        return replace(mention, form=Form.HOUSE_FORM, name=plain, evidence=evidence)
    return replace(mention, name=name, others=others)


def _own_names(mentions: Iterable[Mention], units: Iterable[Unit]) -> Iterator[Mention]:
    """Yield the names of the article itself that carry marks."""
    taken = Occupied(mention.place for mention in mentions)
    for unit in units:
        text = " ".join(word.text for word in unit.words)
        plain = strip_marks(text)
        if plain != text and not taken.holds(unit.place):
            yield Mention(
                concept=f"article:{text.lower()}",
                name=plain,
                segment=unit.segment,
                span=unit.span,
                text=text,
                form=Form.HOUSE_FORM,
                certainty=Certainty.CERTAIN,
                evidence=(_STRIPS,),
            )
