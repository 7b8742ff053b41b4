"""The same article in every format reads the same, and every place in it is right."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest

from transcheck.model import Article, Role, Span
from transcheck.readers import find_inputs, read

SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("Zlatko Hadžić", "Korčula", "Orebić", "Nives Šain", "summer")
ROLES = {
    Role.HEADLINE: ["Zlatko Hadžić: Ferry to Korčula will sail again by summer"],
    Role.STANDFIRST: ["The minister spoke in Orebić after a winter without a night line."],
    Role.FURNITURE: ["1204 views 3 comment(s)", "Photo: Adriatic Desk"],
    Role.BODY: [
        "The ferry between Orebić and Korčula will sail again by summer, Maritime Minister Zlatko"
        " Hadžić said on Tuesday.",
        "Mayor Nives Šain asked for a second night line; the timetable is at"
        " https://ferry.example/timetable.",
    ],
    Role.QUOTE: ['"We owe it to the islanders & to the firms that stayed."'],
}


def article(suffix: str) -> Article:
    (only,), skipped = read(find_inputs([str(SAMPLES / f"article.{suffix}")]).inputs[0])
    assert skipped == ()
    return only


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "jsonl"])
def test_a_sample_reads_the_same_in_every_format(suffix: str) -> None:
    read_as: dict[Role, list[str]] = {}
    for segment in article(suffix).segments:
        read_as.setdefault(segment.role, []).append(segment.target)
    assert read_as == ROLES


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "jsonl"])
def test_the_link_is_protected(suffix: str) -> None:
    last = article(suffix).segments[-1]
    (span,) = last.protected
    assert last.target[span.start : span.end] == "https://ferry.example/timetable"


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "jsonl"])
def test_every_name_stands_where_it_is_said_to_stand(suffix: str) -> None:
    decoded = (SAMPLES / f"article.{suffix}").read_text(encoding="utf-8")
    fields = json.loads(decoded) if suffix == "jsonl" else {}
    found = 0
    for segment in article(suffix).segments:
        for name in NAMES:
            for match in re.finditer(name, segment.target):
                place = segment.locate(Span(*match.span()))
                raw = fields[segment.field] if segment.field else decoded
                assert unescape(raw[place.start : place.end]) == name
                found += 1
    assert found == 9
