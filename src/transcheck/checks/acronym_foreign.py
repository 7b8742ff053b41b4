"""An acronym left in the source language: OEBS for OSCE.

What it finds:
    The acronym of a body in another language, as listed in the source column of an acronym
    row.

Why it matters:
    The reader does not know the body under that name.

Wrong:
    The OEBS mission in Skopje reported no incidents.

Right:
    The OSCE mission in Skopje reported no incidents.

When it stays quiet:
    Acronyms that are the same in both languages (NATO, KFOR), that English news keeps
    (BiH), and articles whose source language is not known or another one.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.damage.wording import name_speller
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="acronym-foreign",
    category="terminology",
    severity=Severity.MAJOR,
    documentation=__doc__,
    needs=("glossary",),
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the acronyms of the source language."""
    return report_mentions(context, CHECK, Form.FOREIGN_ACRONYM, _message)


def _message(mention: Mention) -> str:
    who = name_speller(mention.language or "")
    return f'"{mention.text}" is the {who} acronym'
