"""Twenty editors at once: waivers, rows and fixes, and none is lost."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from review_desk import NAMES, Review, article, right_of

Start = Callable[..., Review]
KINDS = ("accept", "not-an-error", "glossary")


def decide_all(start: Start, tmp_path: Path, articles: int, writers: int, reviews: int) -> None:
    """Let writers, over one review or several, decide each finding in turn; check what is left."""
    texts = {f"a{number}.txt": article(number) for number in range(articles)}
    running = [start(texts), *(Review(tmp_path) for _ in range(reviews - 1))]
    jobs: list[tuple[Any, list[Any]]] = []
    pages = [[review.page() for _ in range(writers // reviews)] for review in running]
    forms = sorted(set(pages[0][0].open()))
    assert len(forms) == len(NAMES)
    everyone = [page for group in pages for page in group]
    for at, text in enumerate(forms):
        kind = KINDS[at % 3]
        for number in range(articles):
            page = everyone[len(jobs) % len(everyone)]
            more = {"reason": "Quoted"} if at % 3 == 1 else {"form": right_of(page.data, text)}
            jobs.append((page, page.wish(text, kind, slice(number, number + 1), **more)))
    with ThreadPoolExecutor(writers) as pool:
        answers = list(pool.map(lambda job: job[0].send("decide", {"decisions": job[1]}), jobs))
    assert [
        (answer.status_code, answer.text) for answer in answers if answer.status_code != 200
    ] == []
    assert all(not answer.json()["refused"] for answer in answers)
    waived = forms[1::3]
    for name in texts:
        left = (tmp_path / name).read_text("utf-8")
        assert [text for text in forms if f"in {text} " in left] == waived
    found = tomllib.loads((tmp_path / "transcheck-waivers.toml").read_text("utf-8"))["waiver"]
    wanted = sorted((text, name) for text in waived for name in texts)
    assert sorted((one["form"], one["path"]) for one in found) == wanted
    rows = (tmp_path / "names.csv").read_text("utf-8").splitlines()[1:]
    listed = sorted(right_of(pages[0][0].data, text) for text in forms[2::3])
    assert sorted(row.split(",")[0] for row in rows) == listed
    assert [review.page().open() for review in running] == [[]] * reviews


def test_writers_at_once_lose_nothing(start: Start, tmp_path: Path) -> None:
    decide_all(start, tmp_path, articles=2, writers=6, reviews=2)


@pytest.mark.long
@pytest.mark.parametrize("reviews", [1, 4, 20])
def test_twenty_writers_lose_nothing(start: Start, tmp_path: Path, reviews: int) -> None:
    decide_all(start, tmp_path, articles=20, writers=20, reviews=reviews)
