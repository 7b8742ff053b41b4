"""Failures as entries for `collisions.toml`."""

from __future__ import annotations

import json
from collections.abc import Iterable

from transcheck.audit.entries.findings import Failure
from transcheck.audit.entries.outcomes import Fault
from transcheck.audit.entries.rows import Company


def list_collisions(failures: Iterable[Failure], company: Company) -> str:
    """Return an entry a failure, its reason where what came out says it.

    An empty reason is for an editor to write: `glossary test` refuses it.
    """
    return "\n".join(_entry(one, company) for one in failures)


def _entry(failure: Failure, company: Company) -> str:
    concept, outcome = failure.row.concept, failure.outcome
    names = [company.places[id][1] for id in failure.others]
    lines = ["[[collision]]", f"name = {_text(concept.name)}", f"form = {_forms(failure.forms)}"]
    lines += [f"other = {_text(names[0])}"] if names else []
    reason = _REASONS.get(outcome.fault, "") if outcome.fault else ""
    if reason:
        reason = reason.format(written=" or ".join(outcome.suggestions))
    return "\n".join((*lines, f"reason = {_text(reason)}", ""))


_REASONS = {
    Fault.OTHER: "as near to another row: {written}",
    Fault.UNSURE: "only possible, for others may be meant: {written}",
}


def _forms(forms: Iterable[str]) -> str:
    texts = list(dict.fromkeys(_text(form.removesuffix("’s")) for form in forms))
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
