"""One name written in two ways, both of them possible.

What it finds:
    Two accepted forms of one name in one article (Kyiv and Kiev, DeSantis and Desantis),
    and two forms of which the article does not show which is right. Then one finding shows
    both places and suggests nothing.

Why it matters:
    A house writes a name one way; two ways in one article look like two names.

Wrong:
    Talks in Kyiv ended on Friday. Trains to Kiev resumed on Saturday.

Right:
    Talks in Kyiv ended on Friday. Trains to Kyiv resumed on Saturday.

When it stays quiet:
    One accepted form throughout, long and short forms (Bosnia and Herzegovina, BiH),
    capitals in headlines.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="name-inconsistent",
    category="inconsistency",
    severity=Severity.MINOR,
    documentation=__doc__,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the names written in two ways."""
    return report_mentions(context, CHECK, Form.VARIANT, _message)


def _message(mention: Mention) -> str:
    if mention.name:
        return f'"{mention.text}" stands beside "{mention.name}"'
    other = next((e.text for e in mention.evidence if e.text and e.text != mention.text), "")
    return f'a name is written in two ways: "{mention.text}" and "{other}"'
