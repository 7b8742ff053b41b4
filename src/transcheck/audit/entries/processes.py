"""Rows tried in several processes: each has the whole company, and a share of the rows."""

from __future__ import annotations

import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from transcheck.audit.entries.outcomes import Outcome, try_out
from transcheck.audit.entries.rows import Company, gather
from transcheck.audit.entries.trials import make_trials
from transcheck.files.parent import end_with_parent

_SHARE = 50
"""Rows that a process takes at a time."""


def try_all(company: Company, language: str, jobs: int) -> Iterator[list[Outcome]]:
    """Yield the outcomes of each row, in order; `language` is that of generated damage."""
    if jobs == 1:
        for number in range(len(company.rows)):
            yield _try_row(number, language, company)
        return
    shares = [range(i, i + _SHARE) for i in range(0, len(company.rows), _SHARE)]
    _inherited[:] = [company]
    start = (company.files, company.beside, company.shipped)
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=start) as pool:
        for outcomes in pool.map(_try_share, shares, [language] * len(shares)):
            yield from outcomes


# A forked process has the company of its parent; one that is started anew gathers its own.
_inherited: list[Company] = []


def _start(files: Sequence[str], beside: Sequence[str], shipped: bool) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent to answer
    end_with_parent()
    if not _inherited:
        _inherited.append(gather(files, beside, shipped=shipped))


def _try_share(share: range, language: str) -> list[list[Outcome]]:
    company = _inherited[0]
    return [_try_row(n, language, company) for n in share if n < len(company.rows)]


def _try_row(number: int, language: str, company: Company) -> list[Outcome]:
    concept = company.rows[number].concept
    trials = make_trials(concept, language)
    return [try_out(trial, concept.id, company.desk) for trial in trials]
