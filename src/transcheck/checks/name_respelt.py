"""A foreign name left as another language spells it by ear: Rute for Rutte.

What it finds:
    A name respelt by the source language (Rute, Bajden, Makron, Šolc) or romanised anew
    from Cyrillic (Gukstra for Hoekstra), where the right form stands in the article or the
    respelling in a glossary.

Why it matters:
    Serbian and its neighbours write foreign names as they sound, and engines leave them so.
    The reader meets a person who does not exist.

Wrong:
    Bajden arrived in Brussels; President Joe Biden speaks tonight.

Right:
    Biden arrived in Brussels; President Joe Biden speaks tonight.

When it stays quiet:
    Two people with near names, demonyms (Serbia, Serbian), short forms, and pairs whose
    wrong side cannot be told: those are name-inconsistent.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.damage.script import is_cyrillic
from transcheck.names.evidence import say_way
from transcheck.names.findings import report_mentions

CHECK = CheckInfo(
    id="name-respelt",
    category="spelling",
    severity=Severity.MAJOR,
    documentation=__doc__,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the names respelt by ear or romanised anew."""
    return report_mentions(context, CHECK, Form.RESPELT, _message)


def _message(mention: Mention) -> str:
    if is_cyrillic(mention.text):
        return f'"{mention.text}" is left in Cyrillic letters'
    return f'"{mention.text}" {say_way(mention.language)}'
