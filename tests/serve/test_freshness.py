"""A desk that follows its files, and what was decided elsewhere."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.pipeline import check_article
from transcheck.readers.formats.plain import read_text
from transcheck.serve.found import find_matches
from transcheck.serve.freshness import FreshDesk
from transcheck.serve.question import Question

TEXT = "General Mark Rutte met reporters. Rute said that Zvecan is near Zvečan."


def write_waiver(path: Path, line: str, article: str = "articles/one.md") -> None:
    """Write a waiver of one finding of an article."""
    path.write_text(
        "[[waiver]]\n"
        f'{line}\npath = "{article}"\ncheck = "name-respelt"\nform = "Rute"\n'
        'verdict = "not-an-error"\nreason = "that is his name"\nby = "Anna Lund"\n'
    )


def shown(desk: Desk, text: str = TEXT) -> list[str]:
    found = find_matches(Question(text=text, language="en", whole=text), desk)
    return [text[one["offset"] :][: one["length"]] for one in found.matches]


@pytest.fixture
def waivers(tmp_path: Path) -> Path:
    return tmp_path / "transcheck-waivers.toml"


@pytest.fixture
def fingerprint() -> str:
    article = replace(read_text(TEXT, "articles/one.md"), id="articles/one.md")
    report, _ = check_article(article, open_desk(Settings()))
    return next(one.fingerprint for one in report.findings if one.text == "Rute")


@pytest.fixture
def desk_of(waivers: Path) -> Callable[[], Desk]:
    return lambda: open_desk(Settings(waivers=str(waivers)))


def test_a_place_decided_in_a_file_stays_decided_where_its_text_is_pasted(
    waivers: Path, fingerprint: str, desk_of: Callable[[], Desk]
) -> None:
    write_waiver(waivers, f'fingerprint = "{fingerprint}"')
    assert shown(desk_of()) == ["Zvecan"]
    assert shown(desk_of(), TEXT.replace("Rute said", "Rute denied")) == ["Rute", "Zvecan"]


def test_a_form_waived_in_one_file_is_shown_in_a_text_that_has_none(
    waivers: Path, desk_of: Callable[[], Desk]
) -> None:
    write_waiver(waivers, "")
    assert shown(desk_of()) == ["Rute", "Zvecan"]
    write_waiver(waivers, "", article="**")
    assert shown(desk_of()) == ["Zvecan"]


def test_what_is_decided_while_it_runs_counts_from_the_next_request(
    waivers: Path, fingerprint: str
) -> None:
    told: list[str] = []

    def read() -> tuple[Desk, list[Path]]:
        named = str(waivers) if waivers.exists() else None
        return open_desk(Settings(waivers=named)), [waivers]

    desk = FreshDesk(read, told.append)
    assert shown(desk.take()) == ["Rute", "Zvecan"]
    assert desk.take() is desk.take()
    write_waiver(waivers, f'fingerprint = "{fingerprint}"')
    assert shown(desk.take()) == ["Zvecan"]
    waivers.write_text("[[waiver]\n")
    os.utime(waivers, (1, 1))
    assert shown(desk.take()) == shown(desk.take()) == ["Zvecan"]
    assert len(told) == 1 and "transcheck-waivers.toml:1" in told[0]
    waivers.unlink()
    assert shown(desk.take()) == ["Rute", "Zvecan"]
