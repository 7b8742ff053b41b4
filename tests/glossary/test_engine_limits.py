"""The limits of each engine, exactly at the border."""

from __future__ import annotations

import pytest

from transcheck.errors import UsageError
from transcheck.glossary.exchange import Pair
from transcheck.glossary.formats import aws, azure, deepl, google
from transcheck.model import Concept, Term

SR = Pair("en", "sr")


def concept(name, form):
    return Concept(name, name, terms=(Term(name, "en"), Term(form, "sr")))


@pytest.mark.parametrize(("made", "most"), [(deepl, 1_024), (google, 1_023), (aws, 200)])
@pytest.mark.parametrize("long", ["name", "form"])
def test_a_term_is_measured_in_bytes(made, most, long):
    def write(size):
        term = "ž" * (size // 2) + "z" * (size % 2)
        return made.write([concept(term, "a") if long == "name" else concept("a", term)], SR)

    assert "ž".encode() in write(most).content
    assert write(most).losses == ()
    over = write(most + 1)
    assert "ž".encode() not in over.content
    assert over.losses[0].startswith("1 pair (“")
    assert over.losses[0].endswith(f" does not take a term over {most:,} bytes")


@pytest.mark.parametrize(
    ("made", "most"),
    [(deepl, 10_485_760), (google, 10_485_760), (aws, 10_485_760), (azure, 10_000_000)],
)
def test_a_file_is_refused_by_size(made, most):
    content = b"x" * most
    assert made.ENGINE.check_size(content) == content
    with pytest.raises(UsageError, match=f"takes at most {most:,}. Split it by kind"):
        made.ENGINE.check_size(content + b"x")


def test_a_large_glossary_is_refused_as_a_whole():
    many = [concept(f"Anna Lund {n}", f"{'Ana' * 60} {n}") for n in range(60_000)]
    with pytest.raises(UsageError, match="AWS takes at most 10,485,760"):
        aws.write(many, SR)


def test_azure_says_when_a_file_is_for_batches_only():
    many = [concept(f"Anna Lund {n}", f"{'Ana' * 60} {n}") for n in range(6_000)]
    assert "in a batch" in azure.write(many, SR).notes[-1]
    assert len(azure.write(many[:10], SR).notes) == 1


@pytest.mark.parametrize("made", [deepl, google, aws, azure])
@pytest.mark.parametrize("sign", ["\n", "\t", "\x00", "\x85", "\u2028"])
def test_control_characters_are_left_out_and_named(made, sign):
    writing = made.write([concept("Anna", f"A{sign}na"), concept("Mia", "Mia")], SR)
    assert sign.encode() not in writing.content.replace(b"\n", b"")
    assert "1 pair (“Anna”): left out, " in writing.losses[0]


def test_many_names_are_cut_short():
    many = [concept(f"Anna {n}", "A\nna") for n in range(12)]
    first = deepl.write([*many, concept("Mia", "Mia")], SR).losses[0]
    assert first.startswith("12 pairs (“Anna 0”, ")
    assert "“Anna 9” and 2 more): left out, " in first
    long = concept("A" * 100, "A\nna")
    assert f"“{'A' * 60}…”" in deepl.write([long], SR).losses[0]
