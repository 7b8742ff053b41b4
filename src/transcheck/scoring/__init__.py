"""From findings to one list, a score with its range, and a gate."""

from transcheck.scoring.gate import (
    count_by_severity,
    gate_article,
    gate_run,
)
from transcheck.scoring.merge import merge
from transcheck.scoring.score import score_article
from transcheck.scoring.signature import sign

__all__ = [
    "count_by_severity",
    "gate_article",
    "gate_run",
    "merge",
    "score_article",
    "sign",
]
