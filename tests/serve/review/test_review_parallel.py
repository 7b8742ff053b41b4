"""Twenty editors at once: waivers, rows and fixes, and none is lost."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from review_desk import (
    KINDS,
    NAMES,
    Review,
    article,
    read_written,
    right_of,
    want_written,
)

Start = Callable[..., Review]


def decide_all(
    start: Start, tmp_path: Path, articles: int, writers: int, reviews: int
) -> tuple[list[object], Any, Any]:
    """Let writers, over one review or several, decide each finding in turn.

    Return the answers that were refusals and what is still open, what stands on the disk, and
    what has to.
    """
    texts = {f"a{number}.txt": article(number) for number in range(articles)}
    running = [start(texts), *(Review(tmp_path) for _ in range(reviews - 1))]
    jobs: list[tuple[Any, list[Any]]] = []
    pages = [[review.page() for _ in range(writers // reviews)] for review in running]
    forms = sorted(set(pages[0][0].open()))
    everyone = [page for group in pages for page in group]
    for at, text in enumerate(forms):
        for number in range(articles):
            page = everyone[len(jobs) % len(everyone)]
            more = {"reason": "Quoted"} if at % 3 == 1 else {"form": right_of(page.data, text)}
            jobs.append((page, page.wish(text, KINDS[at % 3], slice(number, number + 1), **more)))
    with ThreadPoolExecutor(writers) as pool:
        answers = list(pool.map(lambda job: job[0].send("decide", {"decisions": job[1]}), jobs))
    wrong = [one.text for one in answers if one.status_code != 200 or one.json()["refused"]]
    still = [form for review in running for form in review.page().open()]
    written = read_written(tmp_path, forms, texts)
    return [*wrong, *still], written, want_written(pages[0][0].data, forms, texts)


def test_writers_at_once_lose_nothing(start: Start, tmp_path: Path) -> None:
    wrong, written, wanted = decide_all(start, tmp_path, articles=2, writers=6, reviews=2)
    assert wrong == []
    assert written == wanted
    assert len(wanted[2]) == len(NAMES[2::3])


@pytest.mark.long
@pytest.mark.parametrize("reviews", [1, 4, 20])
def test_twenty_writers_lose_nothing(start: Start, tmp_path: Path, reviews: int) -> None:
    wrong, written, wanted = decide_all(start, tmp_path, 20, writers=20, reviews=reviews)
    assert wrong == []
    assert written == wanted
    assert len(wanted[2]) == len(NAMES[2::3])
