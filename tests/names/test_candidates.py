"""The pairs worth a judgement: those that a comparison of all with all finds."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from newsdesk import usages_of

from transcheck.names.judgement import candidates
from transcheck.names.judgement.candidates import find_candidates
from transcheck.names.words.sounds import LEAST_LETTERS, may_be_one

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
    assert [(one.text, other.text) for one, other in find_candidates(usages)] == plain
