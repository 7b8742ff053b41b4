"""Language tags: what is accepted, in which spelling, and what is offered instead."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.errors import UsageError
from transcheck.text.tags import check_tag, group, language_name


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("sr", "sr"),
        ("SR", "sr"),
        ("sr-Latn", "sr-Latn"),
        ("sr_latn_rs", "sr-Latn-RS"),
        ("EN-gb", "en-GB"),
        (" en ", "en"),
        ("cnr", "cnr"),
        ("srp", "sr"),
        ("es-419", "es-419"),
        ("sl-rozaj", "sl-rozaj"),
        ("zh-hant-tw", "zh-Hant-TW"),
    ],
)
def test_a_tag_is_spelt_in_one_way(written: str, usual: str) -> None:
    assert check_tag(written) == usual


@pytest.mark.parametrize(
    ("wrong", "hint"),
    [
        ("serbian", 'For Serbian write "sr"'),
        ("Serbain", 'Did you mean "sr"?'),
        ("cz", 'For Czech write "cs"'),
        ("rs", 'For Serbian write "sr"'),
        ("xx", "Write one such as"),
        ("", "Write one such as"),
        ("en--GB", "Write one such as"),
        ("qqq", "Write one such as"),
    ],
)
def test_a_wrong_tag_brings_a_hint(wrong: str, hint: str) -> None:
    with pytest.raises(UsageError) as raised:
        check_tag(wrong)
    assert hint in str(raised.value)
    assert f'"{wrong}"' in str(raised.value)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=12))
def test_any_text_is_a_tag_or_a_usage_error(text: str) -> None:
    try:
        usual = check_tag(text)
    except UsageError:
        return
    assert check_tag(usual) == usual


def test_groups_and_names() -> None:
    assert {group(tag) for tag in ("sr", "hr", "bs-Latn", "cnr", "sh")} == {"sh"}
    assert group("mk") == "mk"
    assert language_name("sr-Latn") == "Serbian"
    assert language_name("xal") == "xal"
