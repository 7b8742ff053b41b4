"""Read an archive for its names, in one process or several; no text outlives its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool

from transcheck.audit.proposals import Reading, read_names
from transcheck.cli.workers import choose_size, work_through
from transcheck.desk import Desk
from transcheck.errors import UsageError
from transcheck.model import Skipped
from transcheck.readers import Input, read

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
        results = (_read(desk, [one]) for one in inputs)
    for readings, unread in results:
        skipped += unread
        yield from readings


def _read_in_processes(inputs: Sequence[Input], desk: Desk, jobs: int) -> Iterator[_Result]:
    try:
        for _, result in work_through(_read, inputs, desk, jobs, choose_size(len(inputs), jobs)):
            yield result
    except BrokenProcessPool:
        raise UsageError(_KILLED, hint="Try -j 1") from None


def _read(desk: Desk, inputs: Sequence[Input]) -> _Result:
    readings: list[Reading] = []
    skipped: list[Skipped] = []
    for one in inputs:
        articles, unread = read(one, encoding=desk.settings.encoding)
        skipped += unread
        readings += [read_names(article, desk) for article in articles]
    return readings, skipped
