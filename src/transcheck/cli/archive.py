"""Read an archive for its names, in one process or several; no text outlives its article."""

from __future__ import annotations

import gc
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor
from multiprocessing import active_children

from transcheck.audit.proposals import Reading, read_names
from transcheck.config import Settings
from transcheck.desk import Desk, open_desk
from transcheck.errors import UsageError
from transcheck.model import Skipped
from transcheck.readers import Input, read

_MOST_IN_A_SHARD = 25
_KILLED = "a process was killed while it read the archive, perhaps for want of memory"
_Result = tuple[list[Reading], list[Skipped]]


def read_archive(
    inputs: Sequence[Input], desk: Desk, jobs: int, skipped: list[Skipped]
) -> Iterator[Reading]:
    """Yield what each article holds of names, in the order of the inputs.

    What cannot be read is added to `skipped`. Raise UsageError when a process is killed.
    """
    if jobs > 1 and len(inputs) > 1 and all(one.file for one in inputs):
        results = _read_in_processes(inputs, desk, jobs)
    else:
        results = (_read([one], desk) for one in inputs)
    for readings, unread in results:
        skipped += unread
        yield from readings


def _read(inputs: Sequence[Input], desk: Desk) -> _Result:
    readings: list[Reading] = []
    skipped: list[Skipped] = []
    for one in inputs:
        articles, unread = read(one, encoding=desk.settings.encoding)
        skipped += unread
        readings += [read_names(article, desk) for article in articles]
    return readings, skipped


def _read_in_processes(inputs: Sequence[Input], desk: Desk, jobs: int) -> Iterator[_Result]:
    size = max(1, min(_MOST_IN_A_SHARD, len(inputs) // (4 * jobs)))
    shards = [inputs[at : at + size] for at in range(0, len(inputs), size)]
    _inherited[:] = [desk]
    start = (desk.settings, desk.source_option)
    pool = ProcessPoolExecutor(jobs, initializer=_start, initargs=start)
    try:
        yield from pool.map(_read_shard, shards)
    except BaseException as error:
        # Ctrl-C, or a worker that is gone: do not wait for what the others are at.
        pool.shutdown(wait=False, cancel_futures=True)
        for process in active_children():
            process.kill()
        if isinstance(error, BrokenProcessPool):
            raise UsageError(_KILLED, hint="Try -j 1") from None
        raise
    pool.shutdown()


# In a worker: the desk it goes by. A forked process has that of its parent; one that is started
# anew opens its own.
_inherited: list[Desk] = []


def _start(settings: Settings, source_option: str | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    gc.disable()
    if not _inherited:
        _inherited.append(open_desk(settings, source_option))


def _read_shard(shard: Sequence[Input]) -> _Result:
    return _read(shard, _inherited[0])
