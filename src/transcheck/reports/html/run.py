"""One name across the articles of a run: how often it is right, how often wrong, where."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from transcheck.model import Report
from transcheck.reports.html.grouping import Group, Standing, group_findings
from transcheck.reports.identity import report_id

MOST_SHARED = 300


@dataclass
class RunName:
    """A right form and what stands in its place: counts by article, in the run's order."""

    right: str
    standing: Standing
    wrong: dict[str, dict[int, int]] = field(default_factory=dict)
    confirmed: dict[int, int] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)

    @property
    def articles(self) -> list[int]:
        """Articles in which the name is wrong."""
        return sorted({index for counts in self.wrong.values() for index in counts})

    @property
    def places(self) -> int:
        """Number of wrong places."""
        return sum(sum(counts.values()) for counts in self.wrong.values())


class Elsewhere(NamedTuple):
    """The wrong places of a name in other articles, those articles, and its panel's id."""

    places: int = 0
    articles: int = 0
    anchor: str = ""


@dataclass(frozen=True)
class Run:
    """Every article's groups, the names they have in common, and the report's id."""

    groups: tuple[tuple[Group, ...], ...]
    names: dict[str, RunName]
    identity: str

    @cached_property
    def shared(self) -> dict[str, RunName]:
        """The names wrong in two articles or more by the ids of their panels, most articles first.

        Only as many as an index shows.
        """
        names = [name for name in self.names.values() if len(name.articles) > 1]
        names.sort(key=lambda name: (-len(name.articles), -name.places, name.right))
        return {f"name-{number}": name for number, name in enumerate(names[:MOST_SHARED], 1)}

    @cached_property
    def _anchors(self) -> dict[str, str]:
        return {name.right: anchor for anchor, name in self.shared.items()}

    def elsewhere(self, group: Group, article: int) -> Elsewhere:
        """Count wrong places of the same name in other articles, and those articles."""
        name = self.names.get(group.right)
        if name is None:
            return Elsewhere()
        found = [(i, n) for counts in name.wrong.values() for i, n in counts.items()]
        others = [(i, n) for i, n in found if i != article]
        anchor = self._anchors.get(group.right, "") if others else ""
        return Elsewhere(sum(n for _, n in others), len({i for i, _ in others}), anchor)


def gather_run(report: Report) -> Run:
    """Group the findings of every article and count each right form over the run."""
    groups = tuple(group_findings(one, report.min_certainty) for one in report.articles)
    names: dict[str, RunName] = {}
    for index, members in enumerate(groups):
        for group in members:
            if not group.right or not group.is_name or group.standing is Standing.WAIVED:
                continue
            name = names.setdefault(group.right, RunName(group.right, group.standing))
            if group.standing is Standing.ERROR:
                name.standing = Standing.ERROR
            counts = name.wrong.setdefault(group.first.text, {})
            counts[index] = counts.get(index, 0) + len(group.findings)
            if group.first.message and group.first.message not in name.reasons:
                name.reasons.append(group.first.message)
    for index, one in enumerate(report.articles):
        for confirmed in one.confirmed:
            if confirmed.name in names:
                counts = names[confirmed.name].confirmed
                counts[index] = counts.get(index, 0) + len(confirmed.places)
    return Run(groups, names, report_id(one.article.path for one in report.articles))
