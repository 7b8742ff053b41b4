"""A name that has lost its marks: Zvecan for Zvečan.

What it finds:
    A name written without the caron, acute, cedilla, stroke or umlaut that its right form
    has, or with another one. The right form stands in the article or in a glossary.

Why it matters:
    Marks tell names apart (Kos and Koš, Peć and Pec) and readers from the region see their
    loss at once. Engines drop them in one sentence and keep them in the next.

Wrong:
    Trains to Cacak will run again on Monday.

Right:
    Trains to Čačak will run again on Monday.

When it stays quiet:
    Forms that the glossary admits without marks (Pristina, Erdogan), names that stand one
    way throughout and in no glossary.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.damage.marks import name_lost_marks
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="name-diacritics",
    category="spelling",
    severity=Severity.MAJOR,
    documentation=__doc__,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the names that lost marks."""
    return report_mentions(context, CHECK, Form.FOLDED, _message)


def _message(mention: Mention) -> str:
    if len(mention.text) > len(mention.name):
        return f'"{mention.text}" is written without the marks of the name'
    if mention.name.isascii():
        return f'"{mention.text}" has marks, "{mention.name}" has none'
    marks = name_lost_marks(mention.name, mention.text)
    return f'"{mention.text}" has lost {marks}'
