"""A name with letters of two scripts, or left in another: a Cyrillic о in Novi Pazar.

What it finds:
    A capitalised word that mixes Latin with Cyrillic or Greek letters. They look alike;
    search engines, archives and readers with a screen reader do not find the name. And
    a name left in Cyrillic in a sentence in Latin letters.

Why it matters:
    The name cannot be found, sorted or linked, though it looks right.

Wrong:
    Kоsovo police closed the road. (the first о is Cyrillic)

Right:
    Kosovo police closed the road.

When it stays quiet:
    Words in another script in quotation marks or brackets, or announced as the name in
    another language, passages in it, and single letters that stand for themselves.
"""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention, Severity
from transcheck.names.findings import report_mentions
from transcheck.names.words.mixed_script import name_strangers

CHECK = CheckInfo(
    id="name-mixed-script",
    category="character-encoding",
    severity=Severity.MAJOR,
    documentation=__doc__,
)


def find(context: Context) -> Iterator[Finding]:
    """Yield the words of two scripts."""
    return report_mentions(context, CHECK, Form.MIXED_SCRIPT, _message)


def _message(mention: Mention) -> str:
    if all(letter > "\u02ff" for letter in mention.text if letter.isalpha()):
        return f'"{mention.text}" is left in Cyrillic letters'
    return f'"{mention.text}" has letters of another script: {name_strangers(mention.text)}'
