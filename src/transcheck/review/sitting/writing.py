"""Acts written where they belong: rows first, then texts, then waivers."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import compress
from pathlib import Path

from msgspec.structs import replace

from transcheck import readers
from transcheck.desk import Desk
from transcheck.errors import TranscheckError, UsageError
from transcheck.files.lock import hold_folder
from transcheck.files.write import write_bytes
from transcheck.model import ArticleReport, Finding, Waiver
from transcheck.readers import Input
from transcheck.review.decided import make_rows
from transcheck.review.decisions import Choice, Decision, Decisions
from transcheck.review.fixes.accepted import Accepted
from transcheck.review.fixes.choice import Left
from transcheck.review.fixes.planning import plan
from transcheck.review.sitting.rows import add_rows
from transcheck.review.sitting.sheets import Check, Sheets
from transcheck.review.sitting.texts import split_changes
from transcheck.review.sitting.tracing import trace
from transcheck.review.sitting.wishes import Act, Outcome
from transcheck.review.waiving import Terms, waive_decisions
from transcheck.text.tags import primary
from transcheck.waivers.leaving import list_left_open
from transcheck.waivers.writing import add_waivers, remove_waivers

CHANGED = "was changed since this page was made"
_NO_GLOSSARY = "no glossary is named to write rows into: start the review with --into FILE"


def decision_on(act: Act, finding: Finding) -> Decision:
    """Return an act as a decision on one place, as files of decisions have it."""
    article, wish = act.sheet.now.article, act.wish
    return Decision(
        path=article.path,
        id=article.id,
        fingerprint=finding.fingerprint,
        check=finding.check,
        text=finding.text,
        decision=wish.decision,
        suggestion=(not wish.admitted and wish.form) or None,
        reason=wish.reason,
        name=wish.form if wish.decision is Choice.GLOSSARY else "",
        kind=wish.kind,
        admitted=wish.admitted,
        beside=wish.beside,
    )


def write_row(act: Act, into: str | None, outcome: Outcome) -> bool:
    """Write the rows of an act into the glossary; say whether the act may go on."""
    try:
        if into is None:
            raise UsageError(_NO_GLOSSARY)
        lang = primary(act.sheet.now.languages.target)
        wish = act.wish
        rows = make_rows(wish.form, wish.kind, wish.admitted, wish.beside)
        act.row = add_rows(rows, lang, into)
    except TranscheckError as error:
        outcome.refuse(act.wishes, str(error))
        return False
    return True


def write_waivers(
    acts: Iterable[Act], terms: Terms, target: str, checks: Collection[str], desk: Desk
) -> None:
    """Write the waivers of all acts in one go. Raise UsageError, nothing written, on a bad file."""
    acts = list(acts)
    decided: dict[str, set[str]] = {}
    for act in acts:
        decided.setdefault(act.sheet.key, set()).update(one.fingerprint for one in act.findings)

    def decide(act: Act, one: Finding) -> Decision:
        left = list_left_open(one, act.sheet.now.findings, decided[act.sheet.key])
        return replace(decision_on(act, one), left_open=left)

    made = {
        act.number: waive_decisions(
            Decisions(target, "", "", tuple(decide(act, one) for one in act.findings)),
            terms,
            target,
            checks,
        )
        for act in acts
    }
    written = add_waivers(target, [one for each in made.values() for one in each], desk.today)
    for act in acts:
        act.waivers = tuple(one for one in made[act.number] if one in written.changed)


def take_waivers_back(waivers: Collection[Waiver], target: str) -> None:
    """Take waivers out of their file; one that is empty then goes away, as it came."""
    remove_waivers(
        target, lambda file: [one for one in file.waivers if replace(one, line=0) in waivers]
    )
    path = Path(target)
    with hold_folder(path):
        if path.exists() and not path.read_bytes().strip():
            path.unlink()


def fix_file(
    path: str, acts: list[Act], sheets: Sheets, check: Check, encoding: str | None, outcome: Outcome
) -> list[Act]:
    """Fix one file, held meanwhile; return the acts that were done, the others are refused."""
    file = sheets.file(path)
    try:
        with hold_folder(Path(file)):
            return _fix(path, file, acts, sheets, check, encoding, outcome)
    except OSError as error:
        why = f"{path}: cannot be read: {error.strerror or error}"
    except TranscheckError as error:
        why = str(error) if error.path else f"{path}: {error}"
    for act in acts:
        outcome.refuse(act.wishes, why)
    return []


def _fix(
    path: str,
    file: str,
    acts: list[Act],
    sheets: Sheets,
    check: Check,
    encoding: str | None,
    outcome: Outcome,
) -> list[Act]:
    seen = {act.number: act.sheet.now for act in acts}
    sheets.read(path, check, encoding)
    live = [act for act in acts if _follow(act, seen[act.number], outcome)]
    here = [sheet for sheet in sheets.of(path) if not sheet.gone]
    numbers = {sheet.key: number for number, sheet in enumerate(here)}
    checked = [(sheet.now.article, sheet.now.findings) for sheet in here]
    decisions = [decision_on(act, finding) for act in live for finding in act.findings]
    owners = {
        (numbers[act.sheet.key], finding.fingerprint): act.number
        for act in live
        for finding in act.findings
    }
    content = readers.load(Input(path, file))
    rule = Accepted(Decisions(path, "", "", tuple(decisions)))
    planned = plan(path, content, checked, rule, encoding=encoding)
    if planned.before != planned.after:
        write_bytes(Path(file), planned.after)
    articles = [article for article, _ in checked]
    changes = split_changes(planned, file, encoding, articles, owners)
    done = {(fix_.article, fix_.finding.fingerprint) for _, fix_ in planned.done}
    why = {(one.number, one.finding.fingerprint): _say(one) for one in planned.left}
    for act in live:
        act.text = changes.get(act.number)
        marks = [(numbers[act.sheet.key], finding.fingerprint) for finding in act.findings]
        for wish, mark in zip(act.wishes, marks, strict=True):
            if mark not in done:
                outcome.refuse([wish], why.get(mark, f"{path}: nothing is to fix there"))
        kept = [mark in done for mark in marks]
        act.wishes = [*compress(act.wishes, kept)] or act.wishes
        act.findings = [*compress(act.findings, kept)] or act.findings
    sheets.read(path, check, encoding)
    return [act for act in live if act.text]


def _follow(act: Act, seen: ArticleReport, outcome: Outcome) -> bool:
    """Carry the findings of an act along when the file was changed since they were found."""
    if act.sheet.now is seen and not act.sheet.gone:
        return True
    found = [trace(one, seen, act.sheet.now) for one in act.findings]
    if act.sheet.gone or None in found:
        outcome.refuse(act.wishes, f"{act.sheet.path}: {CHANGED}")
        return False
    act.findings = [one for one in found if one]
    return True


def _say(left: Left) -> str:
    reason = left.reason if left.said else f"“{left.finding.text}” is {left.reason}"
    return f"{left.article.path}: {reason}"
