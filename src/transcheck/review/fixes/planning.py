"""One file, fixed in memory: what would be written, and what is left and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from transcheck import readers
from transcheck.errors import InputError
from transcheck.model import Article, Finding, Record
from transcheck.review.fixes.choice import Left, Rule, choose
from transcheck.review.fixes.places import FileText
from transcheck.review.fixes.rewriting import Fix, find_edits, rewrite

MOST_ROUNDS = 8

Check = Callable[[Article], Sequence[Finding]]
Checked = Sequence[tuple[Article, Sequence[Finding]]]


class Plan(Record, frozen=True):
    """What becomes of one file: its bytes, each place that is fixed, and what is left.

    A place is one of its article as that stood when the fix was decided.
    """

    path: str
    before: bytes
    after: bytes
    done: tuple[tuple[Article, Fix], ...] = ()
    left: tuple[Left, ...] = ()


def plan(
    path: str,
    content: bytes,
    checked: Checked,
    rule: Rule,
    *,
    encoding: str | None,
    check: Check | None = None,
) -> Plan:
    """Return what a rule makes of a file whose articles were checked.

    With `check` the fixed articles are checked again, and what is then to fix is fixed too, so
    that a second run finds nothing to do. Raise InputError when nothing of the file may be written.
    """
    articles = tuple(article for article, _ in checked)
    found = [(number, article, here) for number, (article, here) in enumerate(checked)]
    done: list[tuple[Article, Fix]] = []
    left: list[Left] = []
    after = content
    for _ in range(MOST_ROUNDS):
        fixes, remaining = choose(found, rule)
        after, fixes, refused = _make(path, after, articles, fixes, encoding)
        decided = {number for number, _, _ in found}
        left = [one for one in left if one.number not in decided] + remaining + refused
        done += [(articles[fix.article], fix) for fix in fixes]
        if not fixes or not check:
            return Plan(path, content, after, tuple(done), tuple(left))
        articles, _ = readers.read_content(path, after, encoding)
        changed = sorted({fix.article for fix in fixes})
        found = [(number, articles[number], check(articles[number])) for number in changed]
    what = "its findings speak against each other, one fix calls for the next"
    raise InputError(what, path=path, hint="Change it by hand")


def _make(
    path: str, content: bytes, articles: Sequence[Article], fixes: list[Fix], encoding: str | None
) -> tuple[bytes, list[Fix], list[Left]]:
    """Return the bytes with the fixes made that can be, those, and the ones that cannot."""
    if not fixes:
        return content, [], []
    file = FileText(path, content, encoding)
    made, refused = [], []
    for fix in fixes:
        try:
            find_edits(file, articles[fix.article], fix)
        except InputError as error:
            article, why = articles[fix.article], str(error)
            left = Left(fix.article, article, fix.finding, why, said=True, refused=True)
            refused.append(left)
        else:
            made.append(fix)
    return (rewrite(file, articles, made) if made else content), made, refused
