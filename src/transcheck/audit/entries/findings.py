"""What `glossary test` reports: one line a row and fault, and totals by channel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from transcheck.audit.entries.collisions import Collision, read_collisions
from transcheck.audit.entries.outcomes import Fault, Outcome
from transcheck.audit.entries.processes import try_all
from transcheck.audit.entries.reasons import Reason, find_reason
from transcheck.audit.entries.rows import Company, Row
from transcheck.audit.entries.trials import Channel
from transcheck.glossary.issues import GlossaryIssue
from transcheck.model import Record

LANGUAGE = "sr"
"""The language whose damage is generated where no other is told."""


class Tally(msgspec.Struct):
    """How the trials of a channel went. `excused` counts those that cannot be told, by reason."""

    tested: int = 0
    found: int = 0
    mended: int = 0
    listed: int = 0
    excused: dict[Reason, int] = {}


class Failure(Record, frozen=True):
    """Forms of one row that fail alike: the outcome of the first, and why if that is known.

    `others` are the ids of the rows that they were taken for.
    """

    row: Row
    outcome: Outcome
    forms: tuple[str, ...]
    others: tuple[str, ...] = ()
    reason: Reason | None = None


class Verdict(msgspec.Struct):
    """All that came of a test: what fails, what is excused or listed, and the totals."""

    failures: list[Failure] = []
    excused: list[Failure] = []
    listed: list[Failure] = []
    stale: list[GlossaryIssue] = []
    tallies: dict[Channel, Tally] = {}


def try_rows(company: Company, language: str | None = None, jobs: int = 1) -> Verdict:
    """Try every row; `language` is that of generated damage. Raise UsageError on a broken list.

    Whether a listed collision still holds is only asked of the usual language and company.
    """
    collisions = read_collisions(company.files)
    verdict = Verdict(tallies={channel: Tally() for channel in Channel})
    used: set[tuple[Collision, str]] = set()
    by_name: dict[str, list[Collision]] = {}
    for one in collisions:
        by_name.setdefault(one.name, []).append(one)
    tried = try_all(company, language or LANGUAGE, jobs)
    for row, outcomes in zip(company.rows, tried, strict=True):
        _add(row, outcomes, company, by_name.get(row.concept.name, []), used, verdict)
    if language is None and company.shipped:
        verdict.stale = list(_find_stale(company, collisions, used))
    return verdict


_Groups = dict[tuple[Channel, Fault, tuple[str, ...], Reason | None], list[Outcome]]


def _add(
    row: Row,
    outcomes: Iterable[Outcome],
    company: Company,
    collisions: Iterable[Collision],
    used: set[tuple[Collision, str]],
    verdict: Verdict,
) -> None:
    """Count the outcomes of a row; those that fail alike become one failure."""
    failed: _Groups = {}
    excused: _Groups = {}
    listed: _Groups = {}
    for outcome in outcomes:
        fault, tally = outcome.fault, verdict.tallies[outcome.trial.channel]
        tally.tested += 1
        tally.found += outcome.found
        tally.mended += fault is None
        if fault is None:
            continue
        groups, reason = failed, _excuse(outcome, row, company)
        others = company.others(row, outcome.concepts, outcome.suggestions)
        names = [company.places[id][1] for id in others]
        known = [one for one in collisions if one.covers(row.concept.name, outcome, names)]
        used.update((one, outcome.trial.base) for one in known)
        if reason:
            tally.excused[reason] = tally.excused.get(reason, 0) + 1
            groups = excused
        elif known:
            tally.listed += 1
            groups = listed
        key = outcome.trial.channel, fault, others, reason
        groups.setdefault(key, []).append(outcome)
    for held, groups in (
        (verdict.failures, failed),
        (verdict.excused, excused),
        (verdict.listed, listed),
    ):
        held += [_gather(row, same, *key[2:]) for key, same in groups.items()]


def _gather(
    row: Row, outcomes: Sequence[Outcome], others: tuple[str, ...], reason: Reason | None
) -> Failure:
    """Return outcomes as one failure; a possessive is named only where it fails alone."""
    whole = {one.trial.form for one in outcomes}
    forms = (t.base if t.base in whole else t.form for t in (one.trial for one in outcomes))
    return Failure(row, outcomes[0], tuple(dict.fromkeys(forms)), others, reason)


def _excuse(outcome: Outcome, row: Row, company: Company) -> Reason | None:
    """Return why a failure cannot be helped; nothing excuses an alarm or a wrong name written."""
    if outcome.fault in (Fault.ALARM, Fault.WRONG):
        return None
    reason = find_reason(outcome.trial, row.number, company.desk.index_for())
    return None if outcome.fault is Fault.OTHER and reason is not Reason.ROW else reason


def _find_stale(
    company: Company, collisions: Iterable[Collision], used: set[tuple[Collision, str]]
) -> Iterator[GlossaryIssue]:
    """Yield the listed collisions that no longer hold, of rows that are tested or gone."""
    tested = {row.concept.name for row in company.rows}
    known = {name for _, name in company.places.values()}
    for one in collisions:
        if one.name not in known:
            problem = f"no row is called “{one.name}”: remove the entry"
            yield GlossaryIssue(one.file, one.line, "stale-collision", problem)
        elif one.name in tested:
            held = {form for entry, form in used if entry == one}
            gone = [form for form in one.forms if form not in held] if one.forms else []
            if gone or not held:
                which = _quote(gone) if gone else f"{one.channel}"
                problem = f"{which} of “{one.name}” no longer fails so: remove it from the list"
                yield GlossaryIssue(one.file, one.line, "stale-collision", problem)


def describe(failure: Failure, company: Company) -> GlossaryIssue:
    """Return a failure as a line: which forms, of what, and what came out instead."""
    row, outcome = failure.row, failure.outcome
    concept, trial, fault = row.concept, outcome.trial, outcome.fault
    forms, written = _quote(failure.forms), _quote(outcome.suggestions, " or ")
    if fault is Fault.ALARM:
        message = f"{forms} stands right and {outcome.check} flags it: write {written}"
    else:
        message = f"{forms} ({trial.channel} of “{concept.name}”, {trial.language}) "
        message += {
            Fault.MISSED: "is not found",
            Fault.UNSURE: f"is only possible: {written}",
            Fault.OTHER: f"is taken for {written}",
            Fault.WRONG: f"is flagged by {outcome.check} and not mended: {written or '—'}",
        }[fault or Fault.MISSED]
    if failure.others:
        message += ", of " + ", ".join(" ".join(company.places[id]) for id in failure.others)
    if failure.reason:
        message += f" ({failure.reason})"
    return GlossaryIssue(row.file, concept.row, str(fault), message)


def _quote(forms: Iterable[str], joint: str = ", ") -> str:
    return joint.join(f"“{form}”" for form in forms)
