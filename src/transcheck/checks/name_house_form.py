"""An admitted form where the house prefers another: Kiev for Kyiv.

What it finds:
    A form that the glossary admits, of a name whose form the configuration prefers:
    preferred = ["Kyiv"].

Why it matters:
    Place names are politics and style at once; a house decides once and means it.

Wrong:
    The Kiev government answered on Monday. (preferred = ["Kyiv"])

Right:
    The Kyiv government answered on Monday.

When it stays quiet:
    Names for which the house has set no form, and articles of a house that has no policy.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="name-house-form",
    category="terminology",
    severity=Severity.MAJOR,
    documentation=__doc__,
    needs=("policy",),
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the forms that the house does not use."""
    return report_mentions(context, CHECK, Form.HOUSE_FORM, _message)


def _message(mention: Mention) -> str:
    return f'"{mention.text}" is not the form this house uses'
