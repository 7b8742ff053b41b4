"""A name with a case ending of the source language left on: Zvečanu for Zvečan.

What it finds:
    A name that ends in a case, possessive or adjective ending (Rutteu, Trampom, Ilana
    Shora), where the form without it stands in the article.

Why it matters:
    English has no such endings: the reader takes the form for another name.

Wrong:
    The convoy left Zvečanu at noon; the mayor of Zvečan was there.

Right:
    The convoy left Zvečan at noon; the mayor of Zvečan was there.

When it stays quiet:
    Women whose family name takes an ending of its own (Petrov, Petrova), plurals and
    adjectives that English has.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="name-inflected",
    category="grammar",
    severity=Severity.MAJOR,
    documentation=__doc__,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the names with an ending left on."""
    return report_mentions(context, CHECK, Form.INFLECTED, _message)


def _message(mention: Mention) -> str:
    return f'"{mention.text}" has a case ending left on'
