"""Native to TBX, TMX and XLIFF and back: nothing is lost that the format can hold."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from exchanged import build, show
from hypothesis import given, settings
from hypothesis import strategies as st

from transcheck.errors import UsageError
from transcheck.glossary import load_glossaries
from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import tbx, tmx, xliff
from transcheck.glossary.termbases.markup import tidy, tidy_note

SAMPLES = Path(__file__).parent.parent / "samples"

LETTERS = st.sampled_from("aZ žЖđ'’-.&<>\"]|\\:;,=\u00a0\u200f🎉")
FORM = st.text(LETTERS, min_size=1, max_size=8).map(tidy).filter(bool)
# A note may hold lines, as a cell of a sheet may.
NOTE = st.text(st.sampled_from("ab &<\n\r"), max_size=8).map(tidy_note)
FORMS = st.lists(FORM, max_size=4).map(tuple)
SOURCES = st.lists(
    st.tuples(st.sampled_from(["sr", "mk", "sr-Latn", "und"]), FORM), max_size=5
).map(tuple)
CONCEPTS = st.lists(
    st.builds(
        build,
        FORM,
        kind=st.sampled_from(["", "person", "place", "town hall"]) | FORM,
        admitted=FORMS,
        rejected=FORMS,
        sources=SOURCES,
        note=NOTE,
        ref=st.just("") | FORM,
    ),
    max_size=3,
)


@pytest.mark.parametrize("format", [tbx, tmx], ids=["tbx", "tmx"])
@given(concepts=CONCEPTS)
@settings(max_examples=200, deadline=None)
def test_everything_comes_back(format, concepts):
    writing = format.write(concepts, Pair())
    reading = format.read(GlossaryFile("a", writing.content), Pair())
    assert [show(concept) for concept in reading.concepts] == [show(one) for one in concepts]
    assert reading.losses == ()
    assert len({concept.id for concept in reading.concepts}) == len(concepts)
    assert format.write(reading.concepts, Pair()) == writing


@given(concepts=CONCEPTS)
@settings(max_examples=100, deadline=None)
def test_xliff_keeps_names_admitted_forms_and_notes(concepts):
    sourced = [one for one in concepts if any(term.lang == "mk" for term in one.sources)]
    if not sourced:
        return
    writing = xliff.write(concepts, Pair("en", "mk"))
    reading = xliff.read(GlossaryFile("a", writing.content), Pair())
    pairs = {
        (concept.name, concept.admitted, concept.note, term.text)
        for concept in reading.concepts
        for term in concept.sources
    }
    assert pairs == {
        (concept.name, concept.admitted, concept.note, term.text)
        for concept in sourced
        for term in concept.sources
        if term.lang == "mk"
    }
    rejected = sum(len(concept.rejected) for concept in sourced)
    assert any("rejected form" in loss for loss in writing.losses) == bool(rejected)


@pytest.mark.parametrize("suffix", ["tbx", "tmx", "xlf"])
def test_a_glossary_is_loaded_by_its_suffix(suffix):
    kyiv, kallas = load_glossaries([str(SAMPLES / f"glossary.{suffix}")], shipped=False).concepts
    assert (kyiv.name, kyiv.admitted, kyiv.sources[0].text) == ("Kyiv", ("Kiev",), "Kijev")
    assert (kallas.name, kallas.note) == (
        "Kaja Kallas",
        "prime minister, later High Representative",
    )
    assert kallas.rejected == (() if suffix == "xlf" else ("Kaya Kallas",))


@pytest.mark.parametrize("format", [tbx, tmx, xliff], ids=["tbx", "tmx", "xliff"])
@given(data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_damaged_file_is_read_or_refused_in_one_line(format, data):
    suffix = format.GLOSSARY_FORMAT.suffixes[0]
    content = bytearray((SAMPLES / f"glossary{suffix}").read_bytes())
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.integers(0, 60)))
        content[start:end] = data.draw(PIECES)
    try:
        reading = format.read(GlossaryFile("a", bytes(content)), Pair())
    except UsageError as error:
        assert "\n" not in str(error)
    else:
        assert all(concept.name for concept in reading.concepts)
        assert not any("\n" in loss for loss in reading.losses)


PIECES = st.binary(max_size=6) | st.sampled_from(
    [
        b"",
        b"<term>",
        b"</term>",
        b"<tuv/>",
        b"&a;",
        b"<!ENTITY a 'b'>",
        b'type="\xc2\x85"',
        b"<note>",
    ]
)


def run(*arguments):
    command = [sys.executable, "-m", "transcheck", "check", "--no-glossaries", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("suffix", ["tbx", "tmx"])
def test_an_article_is_checked_against_it(tmp_path, suffix):
    article = tmp_path / "article.txt"
    article.write_text("The minister Kaya Kallas said on Monday that she agreed.\n")
    result = run(str(article), "--glossary", str(SAMPLES / f"glossary.{suffix}"))
    assert result.returncode == 1
    assert "Kaja Kallas" in result.stdout


BOMBS = {
    "laughs": '<!DOCTYPE tbx [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><tbx>&b;</tbx>',
    "deep": "<tbx>" + "<a>" * 1_000_000,
    "attribute": '<tbx a="' + "x" * 100_000_000 + '"/>',
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_one_line_within_three_seconds(tmp_path, name):
    article, bomb = tmp_path / "article.txt", tmp_path / "bomb.tbx"
    article.write_text("Anna Lund came.\n")
    bomb.write_text(BOMBS[name])
    start = os.times()
    result = run(str(article), "--glossary", str(bomb))
    end = os.times()
    used = (end.children_user + end.children_system) - (start.children_user + start.children_system)
    assert 0 < used < 3
    assert result.returncode == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"transcheck: {bomb}:1: ")
    assert not result.stdout
