"""Given names that are one name in neighbouring languages: Volodymyr and Vladimir."""

from __future__ import annotations

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
    a, b = fold(one).rstrip("."), fold(other).rstrip(".")
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[:1] == b[:1]
    return a in _FAMILY and _FAMILY[a] == _FAMILY.get(b)
