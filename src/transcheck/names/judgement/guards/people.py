"""Guards that ask who bears the two names: two people, a given name, relatives."""

from __future__ import annotations

from transcheck.names.damage.alignment import LEAST_SLIP
from transcheck.names.judgement.bearers import may_be_one_bearer
from transcheck.names.judgement.guards.places import in_one_sentence, leads
from transcheck.names.judgement.guards.table import Guard
from transcheck.names.judgement.guards.women import woman
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.given_names import are_variants
from transcheck.names.words.lexicon import is_word
from transcheck.names.words.usage import Usage


def two_terms(pair: Pair) -> str | None:
    """Two names that the glossary knows as different ones: Vuhledar and Vuhlodar."""
    one = pair.index.holders(pair.one.text)
    other = pair.index.holders(pair.other.text)
    if one and other and not one & other and not pair.is_one_given_name:
        return "both are names in the glossary"
    return None


def other_given_name(pair: Pair) -> str | None:
    """Two people whose given names differ: Zoran Milanović and Ivo Milatović."""
    if not pair.one.given or not pair.other.given:
        return None
    inflected = pair.cheapest.uses("ending")
    language = pair.languages.source
    if may_be_one_bearer(pair.one.given, pair.other.given, language, inflected=inflected):
        return None
    return "another given name"


def given_and_family(pair: Pair) -> str | None:
    """A given name beside a family name: Rute Cardoso and Mark Rutte.

    It is one although it stands alone too, as long as it never ends a full name. In a list that
    puts family names first (Rute Mark), the name behind it is the other's given name.
    """
    one, other = pair.one, pair.other
    if one.is_given_only != other.is_given_only:
        given, family = (one, other) if one.is_given_only else (other, one)
        unexplained = pair.cheapest.uses("slip") or pair.cheapest.uses("ending")
        person = not all(is_word(name) for name in given.family)
        apart = (bool(family.given) or unexplained or person) and not _is_given_name(family)
    else:
        given, family = (one, other) if one.family else (other, one)
        apart = _is_given_name(given) and bool(family.given) and not family.family
        apart = apart and not pair.is_folded_equal
    in_reverse = bool(given.family & family.given)
    return "a given name beside a family name" if apart and not in_reverse else None


def _is_given_name(usage: Usage) -> bool:
    """Say whether a spelling begins full names and ends none; Manchester City is no person."""
    begins = any(
        n == 0 and len(unit.words) > 1 and not is_word(unit.last.text) for unit, n in usage.places
    )
    return begins and not usage.given


def given_names(pair: Pair) -> str | None:
    """Two given names, of which one stands alone too, are two people: Jovan Marović and Jovana."""
    one, other = pair.one, pair.other
    both = _is_given_name(one) and _is_given_name(other)
    alone = not (one.is_given_only and other.is_given_only)
    either = one.is_given_only or other.is_given_only
    if both and alone and (either or pair.cheapest.uses("ending")):
        return "two given names"
    if _is_pet_form(one, other) or _is_pet_form(other, one):
        return "a given name beside one made of it"
    return None


def _is_pet_form(name: Usage, pet: Usage) -> bool:
    """Say whether a lone form is made of a given name: Jovanka of Jovana, Perica of Pera."""
    stem = name.folded.rstrip("aeio")
    tail = pet.folded[len(stem) :]
    own = _is_given_name(name) and not pet.given and not pet.family
    return own and len(stem) > 2 and pet.folded.startswith(stem) and tail in _PET_ENDINGS


_PET_ENDINGS = frozenset("ka ko ica ina inka ika iko ce uska usha".split())


def relatives(pair: Pair) -> str | None:
    """Two given names of one family, one of them said to be kin: her sister Katarina Weber."""
    if not (pair.one.family & pair.other.family):
        return None
    if any(_KIN & set(lead.lower().split()[-2:]) for lead in leads(pair)):
        return "two relatives, by the text's own word"
    return None


_KIN = frozenset(
    "sister brother mother father daughter son wife husband cousin aunt uncle niece nephew twin "
    "grandmother grandfather grandson granddaughter widow widower".split()
)


def given_name_forms(pair: Pair) -> str | None:
    """One given name in two accepted forms of one language: Stevan and Stefan Mokranjac."""
    both = pair.one.is_given_only and pair.other.is_given_only
    if both and not pair.is_folded_equal and are_variants(pair.one.folded, pair.other.folded):
        return "two accepted forms of one given name"
    return None


def family_name_first(pair: Pair) -> str | None:
    """Where the family name stands first, what follows it are given names: Kim Yung, Kim Young."""
    shared = pair.one.given & pair.other.given & _FAMILY_FIRST
    plain = pair.one.text.isascii() and pair.other.text.isascii()
    if shared and plain and min(len(pair.one.text), len(pair.other.text)) <= _LONGEST_SYLLABLE:
        return "two given names behind one family name that stands first"
    return None


_LONGEST_SYLLABLE = 5
_FAMILY_FIRST = frozenset(
    "kim lee yi ri park pak choi choe jung jeong kang cho jo yoon yun jang chang lim im han oh seo "
    "shin kwon hwang ahn song hong wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu "
    "guo he lin gao luo zheng liang xie tang deng xi peng jiang nguyen tran le pham huynh vu vo "
    "dang bui do ho ngo duong".split()
)


def two_in_full(pair: Pair) -> str | None:
    """Two people named in full in one sentence: Peter Schmidt and Peter Schmitt."""
    if pair.is_folded_equal or pair.cheapest.uses("ending"):
        return None
    one, other = ([unit for unit, n in usage.places if n] for usage in (pair.one, pair.other))
    if any(a is not b for a, b in in_one_sentence(one, other, pair.one.texts)):
        return "two people named in full in one sentence"
    return None


def patronymics(pair: Pair) -> str | None:
    """Names in -ić are many and near: one letter makes another family, Vujčić and Vujičić."""
    if not all(usage.text.removesuffix("s").endswith("ić") for usage in (pair.one, pair.other)):
        return None
    slips = [rule for rule in pair.cheapest.rules if rule.channel == "slip"]
    if any(rule.original[::-1] != rule.damaged and rule.cost > LEAST_SLIP for rule in slips):
        return "two family names in -ić that differ by a letter"
    return None


PEOPLE: dict[str, Guard] = {
    "two-terms": two_terms,
    "other-given-name": other_given_name,
    "given-and-family": given_and_family,
    "woman": woman,
    "given-names": given_names,
    "relatives": relatives,
    "given-name-forms": given_name_forms,
    "family-name-first": family_name_first,
    "two-in-full": two_in_full,
    "patronymics": patronymics,
}
