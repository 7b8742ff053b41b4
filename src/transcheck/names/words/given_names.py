"""Given names that are one name in neighbouring languages: Volodymyr and Vladimir."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from transcheck.names.words.heard_names import heard_forms
from transcheck.text.fold import fold

_PAIRS = """
volodymyr vladimir|oleksandr aleksandr alexander aleksandar oleksander|mykola nikolai nikolay nikola
serhiy serhii sergei sergey sergiy|dmytro dmitry dmitri dmitriy dmitrii|andriy andrii andrei andrey
yevhen yevgeny evgeny evgeni yevgeniy|petro pyotr petr piotr|oleksiy oleksii alexei aleksei aleksey
mykhailo mikhail mikhailo mihail|kateryna ekaterina yekaterina|olena elena yelena|pavlo pavel
yuliia yulia yuliya julia|vasyl vasily vasiliy vasil|ihor igor|oleh oleg|hryhoriy hryhorii grigory
kostyantyn konstantin kostiantyn|halyna galina galyna|svitlana svetlana|anatoliy anatolii anatoly
viktor victor|yurii yuriy yuri yury|heorhiy heorhii georgy georgii|mykyta nikita|danylo daniil
denys denis|maksym maxim maksim|natalia natalya nataliya nataliia|tetiana tetyana tatiana tatyana
"""
_FAMILY = {
    name: group.split()[0]
    for line in _PAIRS.strip().splitlines()
    for group in line.split("|")
    for name in group.split()
}


def same_given_name(one: str, other: str) -> bool:
    """Say whether two given names are one: equal when folded, an initial, or a known pair."""
    a, b = _plain(one), _plain(other)
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return a in _FAMILY and _FAMILY[a] == _FAMILY.get(b)


def share_given_name(ones: Collection[str], others: Collection[str]) -> bool:
    """Say whether any of the one given names is any of the others, as `same_given_name` does."""
    if not ones or not others:
        return False
    a, b = set(map(_plain, ones)), set(map(_plain, others))
    families = (_FAMILY.get(name, name) for name in b)
    return (
        not {_FAMILY.get(name, name) for name in a}.isdisjoint(families)
        or _has_initial_of(a, b)
        or _has_initial_of(b, a)
    )


def _plain(given: str) -> str:
    return fold(given).rstrip(".")


def _has_initial_of(ones: Iterable[str], others: Iterable[str]) -> bool:
    initials = tuple(name for name in ones if len(name) == 1)
    return bool(initials) and any(name.startswith(initials) for name in others)


_VARIANTS = """
stevan stefan stjepan stepan|mihailo mihajlo mihail|katarina katerina|ana hana|nikola nikolaj
aleksandar aleksander|jelena elena helena|sofija zofija|marija mara|matija matej mate mato
danijel danilo|andrija andrej|ilija ilja elija|natalija natalja|anastasija anastazija|josip josif
gavrilo gavril|pavle pavao pavo|luka lukas|ivan ivo|jovan jovo|jakov jakob|simeun simeon
vasilije vasilj|grigorije grigor|dimitrije dimitrij mitar|zaharije zaharija|todor teodor
georgije georgi|antun anton ante|milos milosz|filip filipp|tomas tomaz toma|emilija emilia
"""
_VARIANT_GROUPS = [
    frozenset(group.split()) for line in _VARIANTS.strip().splitlines() for group in line.split("|")
]


def are_variants(one: str, other: str) -> bool:
    """Say whether two folded given names are accepted forms of one in South Slavic languages."""
    return any(one in group and other in group for group in _VARIANT_GROUPS)


def is_given_name(text: str) -> bool:
    """Say whether a word is among the given names of these tables or of those by ear."""
    folded = fold(text)
    if folded in _FAMILY or bool(heard_forms(text)):
        return True
    return any(folded in group for group in _VARIANT_GROUPS)
