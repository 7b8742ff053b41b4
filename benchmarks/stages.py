"""Where the time of a check goes: reading, languages, names, checks, report."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from transcheck import pipeline
from transcheck.config import Settings
from transcheck.desk import open_desk
from transcheck.readers import find_inputs, read
from transcheck.reports import find_format

_STAGES = {"languages": "find_languages", "names": "find_names", "checks": "run_checks"}


def time_stages(folder: Path, glossaries: Sequence[str] = ()) -> dict[str, float]:
    """Return milliseconds of processor time an article by stage, memos warm, and their total."""
    desk = open_desk(Settings(glossary=tuple(glossaries), no_glossaries=bool(glossaries)))
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)
    inputs = find_inputs([str(folder)]).inputs
    seconds: dict[str, float] = dict.fromkeys(("read", *_STAGES, "report", "total"), 0.0)
    with ExitStack() as stack:
        for stage, name in _STAGES.items():
            timed = _timed(getattr(pipeline, name), stage, seconds)
            stack.enter_context(patch.object(pipeline, name, timed))
        for _ in range(2):  # the first round fills the memos
            seconds.update(dict.fromkeys(seconds, 0.0))
            start = time.process_time()
            articles = [article for one in inputs for article in read(one)[0]]
            seconds["read"] = time.process_time() - start
            checked = [pipeline.check_article(article, desk)[0] for article in articles]
            begun = time.process_time()
            find_format("json").render(pipeline.make_report(checked, (), desk))
            end = time.process_time()
            seconds["report"], seconds["total"] = end - begun, end - start
    gc.unfreeze()
    return {stage: 1000 * spent / len(inputs) for stage, spent in seconds.items()}


def _timed(
    function: Callable[..., Any], stage: str, seconds: dict[str, float]
) -> Callable[..., Any]:
    def run(*arguments: Any, **options: Any) -> Any:
        start = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            seconds[stage] += time.process_time() - start

    return run
