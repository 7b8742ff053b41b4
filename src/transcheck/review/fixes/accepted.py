"""What an editor accepted in a report, as a rule of what is fixed."""

from __future__ import annotations

from transcheck.model import Article, Finding
from transcheck.reports.replacements import fit, list_offers
from transcheck.review.decisions import Choice, Decision, Decisions
from transcheck.review.fixes.choice import Answer

_Key = tuple[str, str, str]


class Accepted:
    """The fixes among the decisions on one report: whatever their certainty, and no others."""

    def __init__(self, decisions: Decisions) -> None:
        self._fixes = {_key_of(one): one for one in decisions.decisions if _writes(one)}
        self._met: set[_Key] = set()

    def __call__(self, article: Article, finding: Finding) -> Answer:
        """Return what to write in the place of a finding, or that nothing was accepted there."""
        key = (article.path, article.id, finding.fingerprint)
        decision = self._fixes.get(key)
        if decision is None:
            return None, "not accepted"
        self._met.add(key)
        chosen, offers = _written(decision), list_offers(article, finding)
        if chosen is None:
            return (offers[0], "") if len(offers) == 1 else (None, "accepted without a suggestion")
        fitted = fit(article.segments[finding.segment], finding, chosen)
        return (fitted if fitted in offers else chosen), ""

    def find_gone(self) -> list[str]:
        """Say which accepted places are no longer in the report, one line each."""
        return [
            f"{one.path}: “{one.text}” (#{one.fingerprint}) is no longer in the report"
            for key, one in self._fixes.items()
            if key not in self._met
        ]


def _key_of(decision: Decision) -> _Key:
    return (decision.path, decision.id, decision.fingerprint)


def _writes(decision: Decision) -> bool:
    """Say whether a decision mends the text: a row may as well settle the form as it stands."""
    if decision.decision is Choice.GLOSSARY:
        return bool(decision.name) and decision.name == decision.suggestion != decision.text
    return decision.decision is Choice.ACCEPT


def _written(decision: Decision) -> str | None:
    return decision.name if decision.decision is Choice.GLOSSARY else decision.suggestion
