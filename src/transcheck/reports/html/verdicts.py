"""The verdict of an article: the result in one line, then one sentence that names the names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from transcheck.model import ArticleReport, Report, Score
from transcheck.reports.html.grouping import Group, Standing, count_places
from transcheck.reports.html.ledger import concerning
from transcheck.reports.html.wording import cut, listed, spelled, times
from transcheck.reports.verdict import describe_skipped, name_nothing
from transcheck.text.plural import plural

NAMED = 6
FIRM_RANGE = 20

Stretch = tuple[str, bool]


@dataclass(frozen=True)
class Verdict:
    """`kind` is err, rev, ok or un (grey); the sentence is in runs, true where bold."""

    kind: str
    title: str
    sentence: tuple[Stretch, ...]


def judge_article(one: ArticleReport, groups: Sequence[Group], report: Report) -> Verdict:
    """Say whether an article may run. Never green when something could not be done."""
    errors = count_places(groups, Standing.ERROR)
    review = count_places(groups, Standing.REVIEW)
    words = plural(one.words, "word")
    undone = describe_skipped(concerning(one, report), report)
    if not one.gate.passed:
        return Verdict("err", f"Gate failed: {plural(errors, 'error')} in {words}", _naming(groups))
    if undone or not one.words:
        title = f"Not everything was checked: {undone or 'the article has no words'}"
        return Verdict("un", title, _naming(groups) or _confirming(one))
    if errors:
        title = f"Gate passed: {plural(errors, 'error')} in {words}, within the limit"
        return Verdict("rev", title, _naming(groups))
    if review:
        title = f"Gate passed: {plural(review, 'finding')} to review"
        return Verdict("rev", title, _naming(groups))
    title = f"Gate passed: {name_nothing([one])} found in {words}"
    return Verdict("ok", title, _confirming(one))


def _naming(groups: Sequence[Group]) -> tuple[Stretch, ...]:
    errors = [group for group in groups if group.standing is Standing.ERROR]
    chosen = errors or [group for group in groups if group.standing is Standing.REVIEW]
    names: dict[str, int] = {}
    for group in chosen:
        if group.is_name:
            names[group.title] = names.get(group.title, 0) + len(group.findings)
    runs: list[Stretch] = []
    if names:
        verb = "is" if len(names) == 1 else "are"
        state = "damaged" if errors else "to review"
        runs.append((f"{spelled(len(names))} {'name' if len(names) == 1 else 'names'} ", False))
        runs.append((f"{verb} {state}: ", False))
        for index, (name, places) in enumerate(list(names.items())[:NAMED]):
            runs += [(", " if index else "", False), (cut(name, 60), True)]
            runs.append((f" {times(places)}", False))
        more = len(names) - NAMED
        runs.append((f" and {plural(more, 'other')}." if more > 0 else ".", False))
        runs.append((_in_this_article(chosen), False))
    rest = [group for group in chosen if not group.is_name]
    if rest:
        kinds = listed(list(dict.fromkeys(group.first.check for group in rest)))
        opening = " Besides names: " if names else "Not about names: "
        runs.append((f"{opening}{kinds}.", False))
    return tuple(run for run in runs if run[0])


def _in_this_article(groups: Sequence[Group]) -> str:
    """Say how many of the right forms the article itself holds."""
    proposed = {group.right for group in groups if group.is_name and group.right}
    proved = {
        group.right
        for group in groups
        if group.right and any(one.kind == "article" for f in group.findings for one in f.evidence)
    }
    if not proved:
        return ""
    if proved < proposed:
        if len(proved) == 1:
            return " The right form of one stands in this article."
        return f" The right forms of {spelled(len(proved)).lower()} stand in this article."
    of = {1: "The right form", 2: "The right form of both"}
    return f" {of.get(len(proved), 'The right form of each')} already stands in this article."


def _confirming(one: ArticleReport) -> tuple[Stretch, ...]:
    places = sum(len(item.places) for item in one.confirmed)
    if one.confirmed:
        names = f"{plural(len(one.confirmed), 'name')} in {plural(places, 'place')}"
        verb = "was" if len(one.confirmed) == 1 else "were"
        runs = [(names, True), (f" {verb} compared with the glossaries and each other.", False)]
    else:
        runs = [("No name was found that could be confirmed.", False)]
    if one.not_checked:
        runs.append((f" {plural(len(one.not_checked), 'check')} did not run.", False))
    return tuple(runs)


@dataclass(frozen=True)
class ScoreView:
    """The score in whole points with its range; `value` is None when there is none."""

    value: int | None
    low: int
    high: int
    note: str


def show_score(score: Score, errors: int) -> ScoreView:
    """Round a score and say how far it can be trusted."""
    words = plural(score.words, "word")
    if score.value is None or score.low is None or score.high is None:
        are = "is" if score.words == 1 else "are"
        return ScoreView(None, 0, 0, f"{words} {are} too few for a score.")
    low, high = round(score.low), round(score.high)
    note = ""
    if high - low > FIRM_RANGE:
        note = (
            f"{words} are too few for a firm score. Decide by the errors."
            if errors
            else "A short text without errors is not proof of a perfect one."
        )
    return ScoreView(round(score.value), low, high, note)
