"""Twenty editors at once: waivers, rows and fixes, and none is lost."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from review_desk import Review

Start = Callable[..., Review]
NAMES = ("Čačak", "Šabac", "Niš", "Pančevo", "Užice", "Požega", "Kuršumlija", "Žabalj")


def article(number: int) -> str:
    """Return an article with each name right once and damaged in a sentence of its own."""
    plain = str.maketrans("čćšžČĆŠŽ", "ccszCCSZ")
    right = "".join(f"The bus to {name} left at noon.\n\n" for name in NAMES)
    wrong = "".join(f"People in {name.translate(plain)} waited.\n\n" for name in NAMES)
    return f"Bus line {number}\n\n{right}{wrong}"


def decide_all(start: Start, tmp_path: Path, articles: int, writers: int, reviews: int) -> None:
    """Let writers, over one review or several, decide each finding in turn; check what is left."""
    texts = {f"a{number}.txt": article(number) for number in range(articles)}
    running = [start(texts), *(Review(tmp_path) for _ in range(reviews - 1))]
    jobs: list[tuple[Any, str, list[Any]]] = []
    pages = [[review.page() for _ in range(writers // reviews)] for review in running]
    forms = sorted(set(pages[0][0].open()))
    assert len(forms) == len(NAMES)
    everyone = [page for group in pages for page in group]
    for at, text in enumerate(forms):
        kind = ("accept", "not-an-error", "glossary")[at % 3]
        for number in range(articles):
            page = everyone[len(jobs) % len(everyone)]
            more = {"accept": {"form": right_of(page, text)}, "not-an-error": {"reason": "Quoted"}}
            row = {"form": text, "kind": "place"}
            jobs.append(
                (
                    page,
                    kind,
                    page.wish(text, kind, slice(number, number + 1), **more.get(kind, row)),
                )
            )
    with ThreadPoolExecutor(writers) as pool:
        answers = list(pool.map(lambda job: job[0].send("decide", {"decisions": job[2]}), jobs))
    # a row settles its form in every article: who asks later is told so, and nothing is lost
    for (_, kind, _), answer in zip(jobs, answers, strict=True):
        assert answer.status_code == 200 or (kind == "glossary" and answer.status_code == 409)
    accepted = [text for at, text in enumerate(forms) if at % 3 == 0]
    waived = [text for at, text in enumerate(forms) if at % 3 == 1]
    listed = [text for at, text in enumerate(forms) if at % 3 == 2]
    for name in texts:
        left = (tmp_path / name).read_text("utf-8")
        assert not [text for text in accepted if f"in {text} " in left]
        assert all(f"in {text} " in left for text in (*waived, *listed))
    found = tomllib.loads((tmp_path / "transcheck-waivers.toml").read_text("utf-8"))["waiver"]
    wanted = {(text, name) for text in waived for name in texts}
    assert len(found) == len(wanted)
    assert {(one["form"], one["path"]) for one in found} == wanted
    rows = (tmp_path / "names.csv").read_text("utf-8").splitlines()[1:]
    assert sorted(row.split(",")[0] for row in rows) == sorted(listed)
    assert [review.page().open() for review in running] == [[]] * reviews


def right_of(page: Any, text: str) -> str:
    groups = (group for one in page.data["articles"] for group in one["groups"])
    return next(group["fixes"][0] for group in groups if group["text"] == text)


def test_writers_at_once_lose_nothing(start: Start, tmp_path: Path) -> None:
    decide_all(start, tmp_path, articles=2, writers=6, reviews=2)


@pytest.mark.long
@pytest.mark.parametrize("reviews", [1, 4, 20])
def test_twenty_writers_lose_nothing(start: Start, tmp_path: Path, reviews: int) -> None:
    decide_all(start, tmp_path, articles=20, writers=20, reviews=reviews)
