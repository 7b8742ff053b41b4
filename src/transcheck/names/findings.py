"""From mentions in a wrong form to findings: what every check of names does."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from transcheck.model import CheckInfo, Context, Finding, Form, Mention


def report_mentions(
    context: Context, check: CheckInfo, form: Form, message: Callable[[Mention], str]
) -> Iterator[Finding]:
    """Yield a finding of `check` for every mention in `form`, worded by `message`."""
    for mention in context.mentions:
        if mention.form is form and mention.text != mention.name:
            yield Finding(
                check=check.id,
                category=check.category,
                severity=check.severity,
                certainty=mention.certainty,
                segment=mention.segment,
                span=mention.span,
                text=_text(mention, context),
                message=message(mention),
                suggestions=(mention.name, *mention.others) if mention.name else (),
                evidence=mention.evidence,
                concept=mention.concept,
            )


def _text(mention: Mention, context: Context) -> str:
    segment = context.article.segments[mention.segment]
    return segment.target[mention.span.start : mention.span.end]
