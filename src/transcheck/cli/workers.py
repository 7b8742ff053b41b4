"""Worker processes that share the desk of a run, and what they make of its items."""

from __future__ import annotations

import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures.process import ProcessPoolExecutor
from functools import partial
from multiprocessing import active_children
from typing import Any, TypeVar

from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.files.parent import end_with_parent

Item = TypeVar("Item")
Result = TypeVar("Result")

_MOST_IN_A_SHARD = 25
_SECONDS_TO_LEAVE = 0.5


def choose_size(items: int, jobs: int) -> int:
    """Return how many items a process takes at a time."""
    return max(1, min(_MOST_IN_A_SHARD, items // (4 * jobs)))


def work_through(
    work: Callable[[Desk, Sequence[Item]], Result],
    items: Sequence[Item],
    desk: Desk,
    jobs: int,
    size: int,
) -> Iterator[tuple[Sequence[Item], Result]]:
    """Yield each shard of items, in order, with what `work` made of it in another process.

    Raise BrokenProcessPool when a process is killed.
    """
    # The items are handed over when a process starts, and only their numbers later: a queue
    # that is full of text blocks the parent for ever when its reader is killed.
    shards = [slice(at, at + size) for at in range(0, len(items), size)]
    start = (desk.settings, desk.source_option, items)
    _inherited[:] = [desk]
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=start)
    try:
        for shard, result in zip(shards, pool.map(partial(_work, work), shards), strict=True):
            yield items[shard], result
    except BaseException:
        # Ctrl-C, or a worker that is gone: do not wait for what the others are at.
        pool.shutdown(wait=False, cancel_futures=True)
        workers = active_children()
        for process in workers:
            process.kill()
        for process in workers:
            process.join(_SECONDS_TO_LEAVE)
        raise
    pool.shutdown()


# In a worker: the desk it goes by and the items of the run. A forked process has the desk of
# its parent; one that is started anew opens its own.
_inherited: list[Desk] = []
_items: list[Any] = []


def _start(settings: Settings, source_option: str | None, items: Sequence[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    end_with_parent()
    _items[:] = items
    gc.disable()  # as where all are checked in one process
    if not _inherited:
        _inherited.append(open_desk(settings, source_option))


def _work(work: Callable[[Desk, Sequence[Any]], Result], shard: slice) -> Result:
    return work(_inherited[0], _items[shard])
