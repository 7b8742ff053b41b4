"""What made a report: two reports with different signatures are not compared."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable, Mapping

from transcheck.model import REPORT_SCHEMA
from transcheck.scoring.score import WEIGHTS


def sign(
    *,
    version: str,
    checks: Iterable[str],
    glossaries: Iterable[tuple[str, str]],
    settings: Mapping[str, object],
    data: Mapping[str, str],
) -> str:
    """Return one line that names everything a result depends on, as sacrebleu does for scores.

    `data` are the versions of the word lists and of the language identification.
    """
    ids = sorted(checks)
    named = ",".join(f"{name}@{digest}" for name, digest in glossaries) or "none"
    parts = [
        f"transcheck:{version}",
        f"checks:{len(ids)}@{_digest(','.join(ids))}",
        f"glossaries:{named}",
        f"config:{_digest(repr(sorted(settings.items())))}",
        *(f"{key}:{value}" for key, value in sorted(data.items())),
        f"unicode:{unicodedata.unidata_version}",
        f"weights:{'-'.join(map(str, WEIGHTS.values()))}",
        REPORT_SCHEMA.removeprefix("transcheck/"),
    ]
    return "|".join(parts)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:6]
