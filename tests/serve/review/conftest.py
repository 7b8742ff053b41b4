"""A review that is started over a few articles in a folder of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from review_desk import FERRY, Review


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Review]:
    """Return a function that starts a review of articles, by their names and texts."""
    monkeypatch.chdir(tmp_path)

    def begin(files: dict[str, str | bytes] | None = None, **how: Any) -> Review:
        for name, text in (files if files is not None else {"ferry.txt": FERRY}).items():
            content = text.encode() if isinstance(text, str) else text
            (tmp_path / name).write_bytes(content)
        return Review(tmp_path, **how)

    return begin
