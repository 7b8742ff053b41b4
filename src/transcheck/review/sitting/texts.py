"""The text of an article's file, fixed at once and taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from transcheck.errors import UsageError
from transcheck.files.lock import hold_folder
from transcheck.files.write import write_bytes
from transcheck.model import Article, Record
from transcheck.review.fixes.places import FileText
from transcheck.review.fixes.planning import Plan
from transcheck.review.fixes.rewriting import rewrite
from transcheck.review.sitting.merging import merge


class TextChange(Record, frozen=True):
    """A file after fixes were written, and the same without those of one decision."""

    path: str
    file: str
    after: bytes
    without: bytes


def split_changes(
    plan: Plan,
    file: str,
    encoding: str | None,
    articles: Sequence[Article],
    owners: Mapping[tuple[int, str], int],
) -> dict[int, TextChange]:
    """Return what each decision changed in a file, by its number, from the plan of them all.

    `owners` has the decision of a finding, told by its article's number and its fingerprint.
    """
    fixes = [fix for _, fix in plan.done]
    numbers = [owners[fix.article, fix.finding.fingerprint] for fix in fixes]
    changes = {}
    for number in dict.fromkeys(numbers):
        others = [fix for fix, owner in zip(fixes, numbers, strict=True) if owner != number]
        without = plan.before
        if others:
            without = rewrite(FileText(plan.path, plan.before, encoding), articles, others)
        changes[number] = TextChange(plan.path, file, plan.after, without)
    return changes


def take_text_back(change: TextChange) -> None:
    """Take the fixes of one decision out of a file; what others wrote beside them stays.

    Raise UsageError when those places were changed since.
    """
    path = Path(change.file)
    hint = "Take it back by hand"
    with hold_folder(path):
        try:
            content = path.read_bytes()
        except OSError as error:
            reason = error.strerror or str(error)
            raise UsageError(f"cannot be read: {reason}", path=change.path) from None
        restored = merge(change.after, change.without, content)
        if restored is None:
            raise UsageError("was changed there since it was fixed", path=change.path, hint=hint)
        write_bytes(path, restored)
