"""The names that are wrong in several articles of a run, each with its forms side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from transcheck.reports.html.cards import Link
from transcheck.reports.html.run import Run, RunName
from transcheck.reports.html.wording import sentence


@dataclass(frozen=True)
class SharedForm:
    """A form of a name over the run, with the length of its bar (0 to 100)."""

    text: str
    kind: str
    count: int
    articles: int
    length: int


@dataclass(frozen=True)
class SharedName:
    """A name that is wrong in several articles."""

    right: str
    anchor: str
    forms: tuple[SharedForm, ...]
    reason: str
    articles: tuple[Link, ...]


def find_shared(run: Run, links: Sequence[str], titles: Sequence[str]) -> list[SharedName]:
    """Return the names wrong in two articles or more, those in most articles first."""
    names = run.shared.values()
    counts = [n for name in names for n in (sum(name.confirmed.values()), name.places)]
    longest = max(counts, default=1) or 1
    return [
        SharedName(
            right=name.right,
            anchor=anchor,
            forms=tuple(_forms(name, longest)),
            reason=sentence(name.reasons[0]) if name.reasons else "",
            articles=tuple(Link(links[index], titles[index]) for index in name.articles),
        )
        for anchor, name in run.shared.items()
    ]


def _forms(name: RunName, longest: int) -> Iterator[SharedForm]:
    """Yield the right form where it stands in the run, then the wrong ones by the alphabet."""
    if any(name.confirmed.values()):
        yield _form(name.right, "ok", name.confirmed, longest)
    for text, by_article in sorted(name.wrong.items()):
        yield _form(text, name.standing.value, by_article, longest)


def _form(text: str, kind: str, by_article: Mapping[int, int], longest: int) -> SharedForm:
    count = sum(by_article.values())
    return SharedForm(text, kind, count, len(by_article), max(1, 100 * count // longest))
