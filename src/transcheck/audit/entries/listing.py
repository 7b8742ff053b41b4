"""Failures as entries for `collisions.toml`; the reasons are for an editor to write."""

from __future__ import annotations

import json
from collections.abc import Iterable

from transcheck.audit.entries.findings import Failure
from transcheck.audit.entries.rows import Company


def list_collisions(failures: Iterable[Failure], company: Company) -> str:
    """Return an entry a failure, its reason empty: `glossary test` refuses it until it has one."""
    return "\n".join(_entry(one, company) for one in failures)


def _entry(failure: Failure, company: Company) -> str:
    concept = failure.row.concept
    names = company.names(failure.outcome.concepts)
    lines = ["[[collision]]", f"name = {_text(concept.name)}", f"form = {_forms(failure.forms)}"]
    lines += [f"other = {_text(name)}" for name in names if name != concept.name][:1]
    return "\n".join((*lines, f'reason = ""  # {failure.outcome.fault}', ""))


def _forms(forms: Iterable[str]) -> str:
    texts = list(dict.fromkeys(_text(form.removesuffix("’s")) for form in forms))
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
