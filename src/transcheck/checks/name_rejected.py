"""A form of a name that the glossary rejects.

What it finds:
    A form listed as rejected in a glossary, wherever it stands.

Why it matters:
    The house has decided that this form is wrong; it is the surest finding there is.

Wrong:
    Marc Rutte will visit Sarajevo on Tuesday.

Right:
    Mark Rutte will visit Sarajevo on Tuesday.

When it stays quiet:
    Forms in links, code and quoted [sic], page furniture, and forms that are also the name
    of another row.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="name-rejected",
    category="terminology",
    severity=Severity.MAJOR,
    documentation=__doc__,
    needs=("glossary",),
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the rejected forms that stand in the article."""
    return report_mentions(context, CHECK, Form.REJECTED, _message)


def _message(mention: Mention) -> str:
    return f'"{mention.text}" is a form the glossary rejects'
