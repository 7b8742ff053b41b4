"""Which names of the glossary a form may be at all, word by word: what the judgement chooses from.

The look-up starts at the word of the form that fewest names share; a form of several words is
compared with names of as many words, particles counted (Ursula fon der Lajen).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from transcheck.model import Record, Status
from transcheck.names.damage import Damage, weigh
from transcheck.names.index import Entry, NameIndex
from transcheck.names.judgement.given_names import is_other_given, lose_vowel
from transcheck.names.words.articles import is_article
from transcheck.names.words.demonyms import is_demonym
from transcheck.names.words.lexicon import is_recorded_name, is_word
from transcheck.names.words.sounds import may_be_one
from transcheck.text.fold import fold

SHORT = 4
"""Words of fewer letters are compared by damage alone: Džo and Joe share no letter in place."""
NOTHING = Damage(0.0, "marks", ())
_Form = tuple[int, list[str]]
"""The number of a form in the index, and its words as they are spelt."""


class Near(Record, frozen=True):
    """A name of the glossary and a form explained as damage of it, word by word.

    `right` are the words of the name that the form stands for: all of them, or a person's
    family name where only that is written.
    """

    entry: Entry
    right: tuple[str, ...]
    damage: tuple[Damage, ...]

    @property
    def is_family_alone(self) -> bool:
        """Say whether the form has a person's family name only."""
        return len(self.right) < len(self.entry.words)

    @property
    def is_preferred(self) -> bool:
        """Say whether it is a form that the glossary prefers."""
        return self.entry.status is Status.PREFERRED

    @property
    def is_given_in_case(self) -> bool:
        """Say whether the given name has a case ending and the family name has none."""
        inflected = [one.uses("ending") for one in self.damage]
        return any(inflected[:-1]) and not inflected[-1]

    @property
    def has_lost_vowel(self) -> bool:
        """Say whether the given name lacks its last vowel (`lose_vowel`)."""
        return any(r.damaged == "$" and r.channel == "ending" for d in self.damage for r in d.rules)

    @property
    def cost(self) -> float:
        """What the damage of all words costs: about 1 for one unexplained letter."""
        return sum(one.cost for one in self.damage)


def find_near(words: Sequence[str], index: NameIndex, language: str | None) -> Iterator[Near]:
    """Yield the names that `words`, as they are written, may be; exact ones are left out.

    None where only the article of one is another: Omar el-Bashir is right, whoever is near.
    """
    near = [index.near(fold(word), language) for word in words]
    forms: Iterable[_Form]
    order: Sequence[int]
    if len(words) == 1:
        forms, order = spell_alone(near[0], index), (0,)
    else:
        forms, order = _whole(words, near, index)
    found: list[Near] = []
    seen: set[tuple[int, tuple[str, ...]]] = set()
    for form, spelling in forms:
        right = tuple(spelling[-len(words) :])
        damage = _explain(right, words, order, language, is_whole=len(spelling) == len(words))
        if damage and not any(one.rules for one in damage) and _has_article(right):
            return
        if not damage or _is_changed_adjective(damage):
            continue
        entry = index.entry(form)
        if (entry.concept, right) in seen or _is_kin(entry, right, words, index):
            continue
        seen.add((entry.concept, right))
        person = len(words) > 1 and index.concepts[entry.concept].kind == "person"
        damage = lose_vowel(words, right, damage, index) if person else damage
        if not (person and is_other_given(words, right, damage, index)):
            found.append(Near(entry, right, damage))
    yield from found


def _has_article(words: Sequence[str]) -> bool:
    return any(is_article(words, place) for place in range(len(words)))


def _is_kin(entry: Entry, right: Sequence[str], words: Sequence[str], index: NameIndex) -> bool:
    """Say whether the form is the name itself, its people, its plural, a woman's or a village's.

    Petrova beside Petrov, Pokrovske beside Pokrovsk, Wrocławek beside Wrocław.
    """
    if [word.lower() for word in right] == [word.lower() for word in words]:
        return True
    one, other = fold(right[-1]), fold(words[-1])
    if one in (other + "s", other + "es") and is_word(other):
        return True  # a Laker, one Geneva Convention
    if one.endswith(_MENS) and other == one + "a" and _may_be_hers(entry, words, right, index):
        return True
    if one[-2:] == "sk" and other == one + "e":
        return True
    if one.endswith(_ADJECTIVES) and other.endswith(("skaya", "ska")):
        return True
    if index.concepts[entry.concept].kind == "person" and _is_his(one, other):
        return True  # a man's case, not hers
    if len(words) > 1:
        return False
    if other in (one + "s", one + "es"):
        return True
    if index.concepts[entry.concept].kind == "person":
        return False
    return is_demonym(one, other) or other == one + "ek"


def _is_his(one: str, other: str) -> bool:
    return one.endswith("ska") and other.endswith(("skog", "skom", "skoga", "skome", "skim"))


def _may_be_hers(
    entry: Entry, words: Sequence[str], right: Sequence[str], index: NameIndex
) -> bool:
    """Say whether a name in -ova or -ina is a woman's, not a man's or a town's in another case.

    A town has no wife (Zrenjanina), and nobody is called Dmitryja: given and family name of one
    man have the ending.
    """
    kind = index.concepts[entry.concept].kind
    if len(words) == 1:
        return kind != "place"
    return kind == "person" and not any(map(_is_in_a_mans_case, words[:-1], right))


def _is_in_a_mans_case(given: str, name: str) -> bool:
    """Say whether a given name has the ending of a man's, and is no woman's by itself."""
    inflected = given.endswith("a") and fold(given).startswith(fold(name).rstrip("aeiou"))
    is_hers = given == name or given.endswith(_WOMENS) or is_recorded_name(given)
    return inflected and not is_hers


_WOMENS = ("ana", "ina", "dra", "tra")
"""What women are called beside men: Zorana and Zoran, Petra and Petar."""
_ADJECTIVES = ("sky", "ski", "skiy")
_MENS = ("ov", "ev", "in", "yn")


def _is_changed_adjective(damage: Sequence[Damage]) -> bool:
    """Say whether a town's adjective has other letters than the town: Zelenskom is not of Solin."""
    rules = [rule for one in damage for rule in one.rules if rule.channel != "marks"]
    return len(rules) > 1 and any(rule.damaged.startswith("sk") for rule in rules)


def spell_alone(near: Sequence[int], index: NameIndex) -> Iterator[_Form]:
    """Yield the forms of one of these words that may stand, and people's of that family name."""
    forms = ((form, index.spelling(form)) for form in index.forms_alone(near))
    return ((form, spelling) for form, spelling in forms if spelling)


def _whole(
    words: Sequence[str], near: Sequence[Sequence[int]], index: NameIndex
) -> tuple[list[_Form], Sequence[int]]:
    """Return the forms of as many words, each near or alike, and the order to explain them in.

    The word that led to a form is near it; the others hardly ever are, so they come first.
    """
    size = len(words)
    held = [index.count_at(near[n], n, size) for n in range(size)]
    rarest = min(range(size), key=lambda n: (held[n] or 1_000_000, n))
    others = [n for n in range(size) if n != rarest]
    found = [
        (form, index.folded(form)[-size:]) for form in index.forms_at(near[rarest], rarest, size)
    ]
    found = [one for one in found if one[1]]
    for n in others:
        folded = fold(words[n])
        found = [one for one in found if _may_be(one[1][n], folded, near[n], index)]
    return [(form, index.spelling(form)) for form, _ in found], (*others, rarest)


def _may_be(one: str, other: str, near: Sequence[int], index: NameIndex) -> bool:
    """Say whether a word of a form may be the one written: near it, or alike."""
    if one == other or min(len(one), len(other)) < SHORT or may_be_one(one, other):
        return True
    return index.is_one_of(near, one)


def _explain(
    right: Sequence[str],
    written: Sequence[str],
    order: Sequence[int],
    language: str | None,
    *,
    is_whole: bool,
) -> tuple[Damage, ...]:
    """Return the damage of each word, nothing when one of them cannot be explained.

    An article has none, whichever it is; the first word of a `whole` name is no article.
    """
    damage = [NOTHING] * len(right)
    for n in order:
        if right[n] != written[n]:
            inside = n > 0 or not is_whole
            if inside and is_article(right, n) and is_article(written, n):
                continue
            one = damage[n] = weigh(right[n].lower(), written[n].lower(), language)
            if one.cost == float("inf"):
                return ()
    return tuple(damage)
