"""Failures as entries for `collisions.toml`."""

from __future__ import annotations

import json
from collections.abc import Iterable

from transcheck.audit.entries.findings import Failure
from transcheck.audit.entries.outcomes import Fault
from transcheck.audit.entries.rows import Company
from transcheck.audit.entries.trials import Channel


def list_collisions(failures: Iterable[Failure], company: Company) -> str:
    """Return an entry a failure, with the reason that what came out gives: to be looked at."""
    return "\n".join(_entry(one, company) for one in failures)


def _entry(failure: Failure, company: Company) -> str:
    concept, outcome = failure.row.concept, failure.outcome
    names = [company.places[id][1] for id in failure.others]
    lines = ["[[collision]]", f"name = {_text(concept.name)}", f"form = {_forms(failure.forms)}"]
    lines += [f"other = {_text(names[0])}"] if names else []
    told = _MISSED if outcome.fault is Fault.MISSED else _REASONS
    reason = told.get(outcome.trial.channel if told is _MISSED else outcome.fault or "", "")
    reason = reason.format(
        written=" or ".join(outcome.suggestions) or "nothing", check=outcome.check
    )
    return "\n".join((*lines, f"reason = {_text(reason)}", ""))


_REASONS: dict[str, str] = {
    Fault.OTHER: "as near to another row: {written}",
    Fault.UNSURE: "only possible, for others may be meant: {written}",
    Fault.WRONG: "{check} flags it and writes {written}: what stands beside the name is not mended",
}
_MISSED: dict[str, str] = {
    Channel.MARKS: "without its marks it is as likely another name",
    Channel.RESPELLING: "too much is changed, or too many names sound so, for one word to tell",
    Channel.ENDING: "an ending on a short or common name: as likely somebody else's",
    Channel.SCRIPT: "several words in Cyrillic, or a hyphen, are taken for letters that are meant",
}


def _forms(forms: Iterable[str]) -> str:
    texts = list(dict.fromkeys(_text(form.removesuffix("’s")) for form in forms))
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
