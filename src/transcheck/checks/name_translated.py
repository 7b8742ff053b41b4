"""A name read as words and translated: God Petrov for Božo Petrov, New leaf for Novi List.

What it finds:
    A name of which a word was translated, where the article has the name itself, or a
    glossary has it and something says that a name stands there: a word that was left as it
    was, quotation marks, a title, a description of the right kind.

Why it matters:
    Names are not translated: the reader meets a person or a newspaper that does not exist.

Wrong:
    Luka Mesec spoke first. The minister thanked Luka Moon for the proposal.

Right:
    Luka Mesec spoke first. The minister thanked Luka Mesec for the proposal.

When it stays quiet:
    Names that English translates (Red Cross, Great Britain), translations that the text gives
    on purpose ("Stari Grad, or Old Town"), words that only happen to mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="name-translated",
    category="mistranslation",
    severity=Severity.MAJOR,
    documentation=__doc__,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the names that were translated."""
    return report_mentions(context, CHECK, Form.TRANSLATED, _message)


def _message(mention: Mention) -> str:
    return f'"{mention.text}" is a name that was translated'
