"""The nouns of transcheck: frozen records that every room shares.

Offsets are code points, spans are half-open. The words are the field's own: MQM for findings
(https://themqm.org), ISO 30042 (TBX) for glossaries, BCP 47 for languages.
"""

from transcheck.model.article import (
    Article,
    Languages,
    Origin,
    Role,
    Segment,
)
from transcheck.model.finding import (
    Certainty,
    CheckInfo,
    Confirmed,
    Context,
    Evidence,
    Finding,
    Form,
    LeftAlone,
    Mention,
    Names,
    NotChecked,
    Severity,
    Skipped,
)
from transcheck.model.policy import (
    Diacritics,
    Policy,
)
from transcheck.model.record import (
    Place,
    Record,
    Span,
)
from transcheck.model.report import (
    REPORT_SCHEMA,
    ArticleReport,
    FormatInfo,
    Gate,
    ReaderInfo,
    Report,
    Score,
    Summary,
)
from transcheck.model.term import (
    Concept,
    Glossary,
    Status,
    Term,
)
from transcheck.model.waiver import (
    MILDER_CHECKS,
    NAME_CHECKS,
    Known,
    Lapsed,
    Verdict,
    Waiver,
    says_damaged,
)

__all__ = [
    "MILDER_CHECKS",
    "NAME_CHECKS",
    "REPORT_SCHEMA",
    "Article",
    "ArticleReport",
    "Certainty",
    "CheckInfo",
    "Concept",
    "Confirmed",
    "Context",
    "Diacritics",
    "Evidence",
    "Finding",
    "Form",
    "FormatInfo",
    "Gate",
    "Glossary",
    "Known",
    "Languages",
    "Lapsed",
    "LeftAlone",
    "Mention",
    "Names",
    "NotChecked",
    "Origin",
    "Place",
    "Policy",
    "ReaderInfo",
    "Record",
    "Report",
    "Role",
    "Score",
    "Segment",
    "Severity",
    "Skipped",
    "Span",
    "Status",
    "Summary",
    "Term",
    "Verdict",
    "Waiver",
    "says_damaged",
]
