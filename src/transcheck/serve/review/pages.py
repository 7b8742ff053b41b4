"""The served pages: the report's own, set when asked for, with a script that asks this server."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Any

from transcheck.model import Report
from transcheck.reports.html.book import Pages
from transcheck.reports.html.decidable import article_facts
from transcheck.reports.html.grouping import group_findings
from transcheck.reports.html.page import lock_of, read_asset
from transcheck.review.sitting.sitting import Sitting
from transcheck.serve.review.messages import tell_kept

_ONLY = "index.html"
_SCRIPTS = ("served.js", "following.js")


class ServedPages:
    """The pages of a sitting as it stands; articles keep the order they had when it began."""

    def __init__(self, sitting: Sitting) -> None:
        self._sitting = sitting
        self._set: tuple[int, Pages, Report] | None = None
        self._single = len(sitting.look().articles) == 1 and not _unread(sitting.look())
        first = Pages(sitting.look())
        self._order = {key: place for place, key in enumerate(first.keys)}
        self._keys = {name: key for key, name in first.keys.items()}

    def set(self, name: str) -> str | None:
        """Return a page by its name, None where there is none of that name."""
        name = name or _ONLY
        report = self._sitting.look(self._keys.get(name))
        version = self._sitting.version
        if self._set is None or self._set[0] != version:
            order = self._order
            pages = Pages(report, order=order, store=_store(), more=self._more())
            self._keys = {name: key for key, name in pages.keys.items()}
            self._set = (version, pages, report)
        _, pages, report = self._set
        if self._single and name == _ONLY and len(report.articles) == 1 and not _unread(report):
            return pages.set_only()
        if name in pages.indexes or name in pages.articles:
            return pages.set(name)
        return None

    def facts(self, keys: Container[str]) -> list[dict[str, Any]]:
        """Return what is to decide in articles as they stand now, for a page that is too old."""
        report, states = self._sitting.look(), self._sitting.states()
        facts = (
            article_facts(one, group_findings(one, report.min_certainty)) for one in report.articles
        )
        return [one | {"seen": states[one["key"]]} for one in facts if one["key"] in keys]

    def _more(self) -> dict[str, Any]:
        sitting = self._sitting
        return {
            "version": sitting.version,
            "seen": sitting.states(),
            "kept": tell_kept(sitting.acts()),
            "trouble": sitting.trouble,
            "waivers": sitting.places.waivers,
            "glossary": sitting.places.glossary or "",
        }


def policy() -> str:
    """Return the header that locks a page as its own line does, and out of frames besides."""
    return f"{lock_of(_store())}; frame-ancestors 'none'"


def _unread(report: Report) -> bool:
    return any(entry.check is None for entry in report.skipped)


@cache
def _store() -> str:
    return "".join(read_asset(name, "transcheck.serve.review") for name in _SCRIPTS)
