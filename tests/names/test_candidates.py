"""The pairs worth a judgement: those that a comparison of all with all finds."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import usages_of

from transcheck.names.index.ear import hear, read
from transcheck.names.judgement import candidates
from transcheck.names.judgement.candidates import find_candidates
from transcheck.names.words.sounds import LEAST_LETTERS, may_be_one
from transcheck.names.words.usage import Usage
from transcheck.text.fold import fold

NO_EAR = "de"
"""A language whose spelling by ear is not known."""
NAMES = st.text(alphabet="abeiklmnorstšćz", min_size=2, max_size=9).map(str.capitalize)


@given(st.lists(NAMES, max_size=12, unique=True))
@settings(max_examples=100, deadline=None)
def test_no_pair_is_lost(names: list[str]) -> None:
    usages = list(usages_of("They met Ana " + ". They met Ana ".join(names) + ".").values())
    plain = [
        (one.text, other.text)
        for one, other in combinations(usages, 2)
        if min(len(one.folded), len(other.folded)) >= LEAST_LETTERS
        and not any(candidates._is_acronym(usage.text) for usage in (one, other))
        and not (one.is_doubtful and other.is_doubtful)
        and len(set(one.folded) ^ set(other.folded)) <= candidates.MOST_OTHER_LETTERS
        and may_be_one(one.folded, other.folded)
    ]
    found = find_candidates(usages, NO_EAR)
    assert [(one.text, other.text) for one, other in found] == plain


@given(st.lists(NAMES, max_size=12, unique=True))
@settings(max_examples=100, deadline=None)
def test_what_is_heard_alike_is_added(names: list[str]) -> None:
    usages = list(usages_of("They met Ana " + ". They met Ana ".join(names) + ".").values())
    more = set(map(_texts, find_candidates(usages, "sr")))
    less = set(map(_texts, find_candidates(usages, NO_EAR)))
    assert less <= more
    for one, other in more - less:
        a, b = one.lower(), other.lower()
        assert _is_heard(a, b) or _is_heard(b, a)


def test_a_name_without_its_letters_is_heard() -> None:
    usages = list(usages_of("They met Ana Hughes. They met Ivo Hjuz.").values())
    assert ("Hughes", "Hjuz") in set(map(_texts, find_candidates(usages, "sr")))
    assert ("Hughes", "Hjuz") not in set(map(_texts, find_candidates(usages, NO_EAR)))


def _texts(pair: tuple[Usage, Usage]) -> tuple[str, str]:
    return pair[0].text, pair[1].text


def _is_heard(original: str, respelt: str) -> bool:
    return not set(read(fold(respelt), "serbian")).isdisjoint(hear(fold(original)).keys)
