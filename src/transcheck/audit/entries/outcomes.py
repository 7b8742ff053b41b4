"""What comes out of a trial: its sentence through the pipeline of `check`, alone in an article."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from transcheck.audit.entries.trials import Channel, Trial
from transcheck.desk import Desk
from transcheck.model import Article, Certainty, Finding, Record, Segment
from transcheck.pipeline import check_article


class Fault(StrEnum):
    """How a trial may fail; the ids that `glossary test` prints."""

    ALARM = "false-alarm"
    MISSED = "not-found"
    UNSURE = "possible-only"
    OTHER = "mended-to-another-row"
    WRONG = "mended-wrongly"


class Outcome(Record, frozen=True):
    """What was made of a trial: `found` says that an editor is shown something.

    `fault` is None when all is well; `suggestions` are what an editor would be told to write, the
    best first, `concepts` the ids of the rows that it was taken for.
    """

    trial: Trial
    found: bool
    fault: Fault | None = None
    suggestions: tuple[str, ...] = ()
    concepts: tuple[str, ...] = ()
    check: str = ""


def try_out(trial: Trial, concept: str, desk: Desk) -> Outcome:
    """Run a trial of a row (its concept's id) and judge what comes out."""
    segment = Segment("1", trial.sentence)
    article = Article("", "", (segment,), target_lang="en", source_lang=trial.language)
    report, _ = check_article(article, desk)
    shown = [one for one in report.findings if one.counts(Certainty.LIKELY)]
    return judge(trial, concept, report.findings, shown)


def judge(
    trial: Trial, concept: str, findings: Sequence[Finding], shown: Sequence[Finding]
) -> Outcome:
    """Say whether the findings leave a right form alone, or mend a damaged one to its row."""
    found = bool(shown)
    if not findings:
        fault = None if trial.channel is Channel.RIGHT else Fault.MISSED
        return Outcome(trial, found, fault)
    concepts = tuple(dict.fromkeys(one.concept or "" for one in findings))
    written = tuple(dict.fromkeys(text for one in findings for text in one.suggestions))
    check = findings[0].check
    if trial.channel is Channel.RIGHT:
        return Outcome(trial, found, Fault.ALARM, written, concepts, check)
    if _mend(trial.sentence, shown) in trial.right:
        return Outcome(trial, found)
    if found:
        fault = Fault.OTHER if any(c not in ("", concept) for c in concepts) else Fault.WRONG
    else:
        fault = Fault.UNSURE
    return Outcome(trial, found, fault, written, concepts, check)


def _mend(sentence: str, findings: Sequence[Finding]) -> str:
    """Return a sentence with the first suggestion of each finding written into it."""
    for one in sorted(findings, key=lambda one: one.span, reverse=True):
        if one.suggestions:
            sentence = sentence[: one.span.start] + one.suggestions[0] + sentence[one.span.end :]
    return sentence
