"""A name with a slip of the keys: Vanhce for Vance.

What it finds:
    A name with a letter too few, too many, swapped or changed, where the article shows the
    right form.

Why it matters:
    A misspelt name is the commonest correction that newspapers print.

Wrong:
    Lagadre spoke in Frankfurt. Christine Lagarde has led the bank since 2019.

Right:
    Lagarde spoke in Frankfurt. Christine Lagarde has led the bank since 2019.

When it stays quiet:
    Two people with near names and their own given names, known names one letter apart
    (Brent, Brett), short names.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="name-misspelt",
    category="spelling",
    severity=Severity.MAJOR,
    documentation=__doc__,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the names with a slip."""
    return report_mentions(context, CHECK, Form.MISSPELT, _message)


def _message(mention: Mention) -> str:
    where = "this article" if any(e.place for e in mention.evidence) else "the glossary"
    return f'"{mention.text}" differs by a slip from the name in {where}'
