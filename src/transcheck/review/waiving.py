"""From what an editor decided to waivers: of decisions, and of findings named by fingerprint."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from msgspec.structs import replace

from transcheck.errors import UsageError, did_you_mean
from transcheck.model import ArticleReport, Record, Verdict, Waiver
from transcheck.review.decisions import Choice, Decisions
from transcheck.waivers.leaving import list_left_open
from transcheck.waivers.paths import folder_of, relate

_LONGEST_FORM = 80


class Terms(Record, frozen=True):
    """On what terms something is waived; `reason` where a decision gives none."""

    reason: str = ""
    by: str = ""
    expires: date | None = None
    verdict: Verdict = Verdict.NOT_AN_ERROR


def waive_decisions(
    decisions: Decisions, terms: Terms, target: str, checks: Collection[str]
) -> list[Waiver]:
    """Return a waiver for each place that was called no error, with paths as `target` has them.

    Raise UsageError on a decision without a reason where the terms have none either, and on a
    check that is not one of `checks`.
    """
    waivers = []
    for one in decisions.of(Choice.NOT_AN_ERROR):
        if one.check not in checks:
            hint = did_you_mean(one.check, checks, "`transcheck checks` lists them")
            raise UsageError(f'unknown check "{one.check}"', path=decisions.path, hint=hint)
        if not (one.reason.strip() or terms.reason):
            what = f"no reason why “{one.text or one.check}” in {one.path} is not an error"
            raise UsageError(what, path=decisions.path, hint="Say it with --reason")
        place = (one.path, one.id, one.fingerprint, one.check, one.text)
        reason = one.reason.strip() or terms.reason
        made = _waiver(*place, terms=terms, reason=reason, target=target)
        waivers.append(replace(made, left_open=one.left_open))
    return waivers


def waive_findings(
    marks: Sequence[str], articles: Iterable[ArticleReport], terms: Terms, target: str
) -> list[Waiver]:
    """Return a waiver for each finding of the articles that has one of the fingerprints.

    Raise UsageError on a fingerprint that none has, and on advice, which is not waived.
    """
    waivers = []
    known: set[str] = set()
    for one in articles:
        for finding in one.findings:
            known.add(finding.fingerprint)
            if finding.fingerprint not in marks:
                continue
            if finding.advisory:
                what = f"#{finding.fingerprint} is advice and fails nothing"
                raise UsageError(what, path=one.article.path, hint="Take it: --prune removes it")
            place = (one.article.path, one.article.id, finding.fingerprint)
            found = (finding.check, finding.text)
            made = _waiver(*place, *found, terms=terms, reason=terms.reason, target=target)
            left = list_left_open(finding, one.findings, marks)
            waivers.append(replace(made, left_open=left))
    for mark in marks:
        if mark not in known:
            hint = did_you_mean(mark, sorted(known), "`--format json` lists them all")
            raise UsageError(f"no finding #{mark} in these articles", hint=hint)
    return waivers


def _waiver(
    path: str,
    id_: str,
    mark: str,
    check: str,
    text: str,
    *,
    terms: Terms,
    reason: str,
    target: str,
) -> Waiver:
    short = len(text) <= _LONGEST_FORM and "\n" not in text
    return Waiver(
        path=relate(path, folder_of(target)),
        reason=reason,
        fingerprint=mark,
        check=check,
        form=text if short else "",
        id="" if id_ == path else id_,
        verdict=terms.verdict,
        by=terms.by,
        expires=terms.expires,
    )
