"""Whatever bytes a glossary holds: it is read, or refused in one line; nothing else happens."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.errors import UsageError
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import aws, azure, deepl, google, native, tsv, xlsx

SAMPLES = Path(__file__).parent.parent / "samples"
LISTS = [native, deepl, google, aws, azure, tsv]
TEXT = st.text(st.sampled_from("ab,;\t\"\n\r\0'=|\\:žsren-\ufeff\u2028"), max_size=60)
BYTES = st.one_of(TEXT.map(str.encode), st.binary(max_size=40))


@pytest.mark.parametrize("made", LISTS, ids=lambda made: made.GLOSSARY_FORMAT.name)
@pytest.mark.parametrize("suffix", [".csv", ".tsv"])
@given(content=BYTES, source=st.sampled_from([None, "sr"]))
@settings(max_examples=100, deadline=None)
def test_a_list(made, suffix, content, source):
    reading = made.read(GlossaryFile(f"n{suffix}", content), Pair("en", source))
    assert all("\n" not in problem.message for problem in reading.problems)
    for other in LISTS:
        try:
            other.write(reading.concepts, Pair("en", source, suffix))
        except UsageError as refused:
            assert "\n" not in str(refused)


def spoil(content, dice, signs):
    spoilt = bytearray(content)
    for _ in range(dice.choice([1, 3, 10])):
        spoilt[dice.randrange(len(spoilt))] = dice.choice(signs)
    return bytes(spoilt)


def spoil_part(content, dice):
    """Change one part of a workbook, or leave one out, and pack it again."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = dice.choice([name for name in parts if parts[name]])
    parts[name] = spoil(parts[name], dice, b'<>&"A9/= r')
    if dice.random() < 0.2:
        parts.pop(dice.choice(list(parts)))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


@pytest.mark.parametrize("seed", range(60))
def test_a_workbook(seed):
    pytest.importorskip("openpyxl")
    dice = random.Random(seed)
    content = (SAMPLES / "glossary.xlsx").read_bytes()
    content = spoil_part(content, dice) if seed % 3 else spoil(content, dice, range(256))
    try:
        xlsx.read(GlossaryFile("n.xlsx", content), Pair("en", "sr"))
    except UsageError as refused:
        assert "\n" not in str(refused)
