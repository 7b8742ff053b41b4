"""What `fix` says: the diff, what was changed, and what was left and why."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Collection

from transcheck.cli.output import mute, tell, use_colour, write_output
from transcheck.model import Article, Finding
from transcheck.reports.position import locate
from transcheck.review.fixes.choice import count_left
from transcheck.review.fixes.difference import diff_lines
from transcheck.review.fixes.gathering import Gathered
from transcheck.review.fixes.planning import Plan
from transcheck.text.controls import show_controls
from transcheck.text.lines import split_lines
from transcheck.text.plural import plural

_COLOURS = {"+": "32", "-": "31", "@": "36"}
_RUNNERS = ("GITHUB_ACTIONS", "TF_BUILD", "CI")


def print_diff(path: str, before: bytes, after: bytes) -> None:
    """Print what would change in a file.

    Into a file or a pipe goes a diff of the article's own bytes, to be applied; a terminal and
    the log of a CI job get it with what could steer them made visible.
    """
    if before == after:
        return
    lines = diff_lines(path, before, after)
    try:
        if _is_read_as_it_is():
            for line in lines:
                print(_show(line.decode("utf-8", "replace").rstrip("\r\n")))
        else:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(lines)
        sys.stdout.flush()
    except BrokenPipeError:
        mute(sys.stdout.fileno())  # `| head`: the reader has enough, the exit code still counts


def print_text(content: bytes) -> None:
    """Print a fixed text: its own bytes, but to a terminal with what could steer it visible."""
    if not sys.stdout.isatty():
        write_output(content, None)
        return
    text = content.decode("utf-8", "replace")
    for start, end in split_lines(text.removesuffix("\n")):
        print(show_controls(text[start:end]))


def print_changed(plan: Plan) -> None:
    """Print one line for each place that was changed."""
    for article, fix in plan.done:
        place = _place(article, fix.finding)
        print(show_controls(f"{place}: “{fix.finding.text}” → “{fix.replacement}”"))


def tell_left(found: Gathered, *, write: bool, unwritten: Collection[str | None] = ()) -> None:
    """Say what was done or would be, what was left as it is, and why."""
    for line in found.unread:
        tell(line)
    for one in found.left:
        if one.said:
            tell(f"{_place(one.article, one.finding)}: “{one.finding.text}” is left: {one.reason}")
    for line in found.notes:
        tell(line)
    plans = [p for p in found.plans if p.before != p.after and p.path not in unwritten]
    fixes = sum(len(plan.done) for plan in plans)
    if not plans:
        tell("Nothing was fixed." if found.failed or unwritten else "Nothing to fix.")
    elif write:
        tell(f"{plural(fixes, 'place')} fixed in {plural(len(plans), 'file')}.")
    else:
        tell(f"{plural(fixes, 'place')} to fix in {plural(len(plans), 'file')}: --write does it.")
    counts = [f"{count:,} {reason}" for reason, count in sorted(count_left(found.left).items())]
    if counts:
        tell(f"Left as they are: {'; '.join(counts)}.")


def _is_read_as_it_is() -> bool:
    """Say whether stdout is a terminal, or the log of a CI job rather than a file."""
    if sys.stdout.isatty():
        return True
    if not any(os.environ.get(name) for name in _RUNNERS):
        return False
    try:
        return not stat.S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except OSError:
        return True


def _place(article: Article, finding: Finding) -> str:
    at = locate(article, finding.segment, finding.span)
    field = f"[{at.field}]" if at.field else ""
    return f"{article.path}:{at.line}:{at.column}{field}"


def _show(line: str) -> str:
    shown = show_controls(line)
    colour = _COLOURS.get(line[:1])
    return f"\x1b[{colour}m{shown}\x1b[0m" if colour and use_colour() else shown
