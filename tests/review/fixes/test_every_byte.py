"""After a fix, every byte outside the replaced letters is as it was, whatever the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planted import DESK, DISTANCE, RIGHT, Planted, files
from rapidfuzz.distance import Levenshtein

from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.model import Certainty
from transcheck.readers import read_content
from transcheck.review.fixes.choice import by_certainty
from transcheck.review.fixes.gathering import gather_text

FORMATS = (".txt", ".md", ".html", ".jsonl")
_LETTER = re.compile(
    r"&#?\w+;|\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u[0-9a-fA-F]{4}|\\.|<[^<>]*>|.", re.DOTALL
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    path = tmp_path_factory.mktemp("desk") / "desk.csv"
    path.write_text(DESK, encoding="utf-8")
    return open_desk(Settings(glossary=(str(path),), no_glossaries=True))


def _settings(desk: Desk, file: Planted) -> Desk:
    from msgspec.structs import replace

    return replace(desk, settings=replace(desk.settings, encoding=file.option))


def _find_faults(file: Planted, desk: Desk) -> Iterator[str]:
    """Yield what a fix did to a file that it should not have done, and what it left undone."""
    path, before = f"x{file.suffix}", file.encode()
    desk = _settings(desk, file)
    rule = by_certainty(Certainty.CERTAIN)
    articles, skipped = read_content(path, before, file.option)
    if skipped or not articles:
        yield f"not read: {skipped}"
        return
    plan = gather_text(before, path, desk, rule).plans[0]
    if len(plan.done) != len(file.names):
        yield f"{len(plan.done)} fixed of {len(file.names)}"
    if not plan.after.startswith(file.mark):
        yield "the byte order mark is gone"
    encoding = "utf-8" if file.encoding == "ascii" else file.encoding
    after = plan.after[len(file.mark) :].decode(encoding)
    pattern = "".join("(.*?)" if name else re.escape(raw) for raw, name in file.pieces)
    found = re.fullmatch(pattern, after, re.DOTALL)
    if not found:
        yield f"more than names changed: {after}"
        return
    wrong = [(raw, name) for raw, name in file.pieces if name]
    for (raw, name), written in zip(wrong, found.groups(), strict=True):
        if _read(written, file.suffix) != RIGHT[name]:
            yield f"{raw} became {written}, not {RIGHT[name]}"
        old, new = _LETTER.findall(raw), _LETTER.findall(written)
        if Levenshtein.distance(old, new) != DISTANCE[name]:
            yield f"other letters of {raw} changed: {written}"
    again = gather_text(plan.after, path, desk, rule).plans[0]
    if again.done or again.after != plan.after:
        yield f"fixed again: {again.after!r}"


def _read(written: str, suffix: str) -> str:
    if suffix == ".jsonl":
        import json

        return str(json.loads(f'"{written}"'))
    text = re.sub(r"<[^<>]*>", "", written) if suffix == ".html" else written
    text = re.sub(r"\\(?=[^\w\s])", "", text) if suffix == ".md" else text
    return text if suffix == ".txt" else unescape(text)


@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_only_the_letters_of_names_change(data: st.DataObject, suffix: str, desk: Desk) -> None:
    assert list(_find_faults(data.draw(files(suffix)), desk)) == []


@pytest.mark.long
@pytest.mark.parametrize("suffix", FORMATS)
@settings(max_examples=2_500, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_only_the_letters_of_names_change_in_10_000_files(
    data: st.DataObject, suffix: str, desk: Desk
) -> None:
    assert list(_find_faults(data.draw(files(suffix)), desk)) == []
