"""An acronym that the article does not explain where it stands first.

What it finds:
    The first place of an acronym of the glossary whose full name (the `ref` of its row) stands
    neither before it nor beside it, in a house that asks for it: expand-acronyms = true.

Why it matters:
    A reader who does not know what OHR is stops reading there.

Wrong:
    The OHR declined to comment. (expand-acronyms = true)

Right:
    The Office of the High Representative (OHR) declined to comment.

When it stays quiet:
    Acronyms that every reader knows (known-acronyms), headlines and captions, acronyms whose
    row names no full form, and houses that do not ask.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="acronym-unexpanded",
    category="terminology",
    severity=Severity.MINOR,
    documentation=__doc__,
    needs=("glossary", "expansion"),
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the acronyms that are not explained."""
    return report_mentions(context, CHECK, Form.UNEXPANDED, _message)


def _message(mention: Mention) -> str:
    return f'"{mention.text}" is not given in full where it stands first'
