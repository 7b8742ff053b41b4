"""Articles of about 700 words drawn from the development data, for figures of speed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from benchmarks.composed import compose_article
from benchmarks.corpus import SHARED

WORDS = 700
_SEED = 20260725
_SOURCES = 3


def draw_articles(count: int) -> list[str]:
    """Return articles whose lines are drawn from three texts each; composed ones without data."""
    texts = _texts()
    if not texts:
        return [compose_article(seed) for seed in range(count)]
    rng = random.Random(_SEED)
    drawn = []
    for _ in range(count):
        lines = [line for text in rng.sample(texts, _SOURCES) for line in text]
        rng.shuffle(lines)
        drawn.append(next(_fill(lines)))
    return drawn


def draw_once() -> list[str]:
    """Return articles in which every line of the data stands once, so that nothing repeats."""
    lines = list(dict.fromkeys(line for text in _texts() for line in text))
    random.Random(_SEED).shuffle(lines)
    return list(_fill(lines))


def write_texts(folder: Path, texts: list[str]) -> Path:
    """Write one file for each text into a new folder and return it."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return folder


def _texts() -> list[list[str]]:
    files = sorted((SHARED / "dev" / "articles").glob("*.txt"))
    texts = (file.read_text(encoding="utf-8").splitlines() for file in files)
    return [[line for line in text if line.strip()] for text in texts]


def _fill(lines: list[str]) -> Iterator[str]:
    """Yield the lines as texts of just over 700 words; what is left over makes one more."""
    text: list[str] = []
    words = 0
    for line in lines:
        text.append(line)
        words += len(line.split())
        if words >= WORDS:
            yield "\n".join(text)
            text, words = [], 0
    if text:
        yield "\n".join(text)
