"""A waiver that waives nothing any more: its day has passed, or its finding is gone.

What it finds:
    Waivers of an article that was checked which have expired, or which no finding of that
    article fits. The finding stands at the beginning of the article, names the line of the
    waiver file, and never fails a gate.

Why it matters:
    A list of exceptions that nobody clears grows until nobody reads it, and a forgotten line
    may one day keep a new error silent.

Wrong:
    A waiver of Rute for an article that now has Rutte throughout.

Right:
    The waiver is removed: transcheck waive --prune takes out all such lines of an article.

When it stays quiet:
    Waivers of articles, rows and checks that this run did not look at.
"""

from __future__ import annotations

from transcheck.model import Certainty, CheckInfo, Finding, Lapsed, Severity, Span
from transcheck.text.fingerprint import digest

CHECK = CheckInfo(
    id="waiver-stale",
    category="other",
    severity=Severity.MINOR,
    documentation=__doc__,
    needs=("waivers",),
)


def report(lapsed: Lapsed) -> Finding:
    """Return the finding of a waiver that lapsed, at the beginning of its article."""
    waiver = lapsed.waiver
    of = f"“{waiver.form}”" if waiver.form else f"#{waiver.fingerprint}"
    if lapsed.expired:
        what = f"expired on {waiver.expires}: decide again, or remove it"
    else:
        several = any(sign in waiver.path for sign in "*?")
        articles = "these articles" if several else "this article"
        what = f"fits no finding of {articles}: remove it"
    return Finding(
        check=CHECK.id,
        category=CHECK.category,
        severity=CHECK.severity,
        certainty=Certainty.CERTAIN,
        segment=0,
        span=Span(0, 0),
        text="",
        message=f"The waiver of {of} ({lapsed.file}:{waiver.line}) {what}",
        fingerprint=digest(CHECK.id, *waiver.subject),
        advisory=True,
    )
