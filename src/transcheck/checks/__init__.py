"""The checks: each module here is one, found by its constant CHECK and run by its `find`.

One without `find` (`waiver_stale`) is of a whole run, and the pipeline asks it when all is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from types import ModuleType

from transcheck.discovery import find_plugins
from transcheck.errors import UsageError, did_you_mean
from transcheck.model import CheckInfo, Context, Finding, NotChecked, Role, Skipped
from transcheck.text.tags import group, language_name

_UNMET = {
    "glossary": "no glossary came with this article: names are judged by the article alone",
    "policy": "no house forms are set (`preferred` in the configuration)",
    "expansion": "the house does not ask for it (`expand-acronyms` in the configuration)",
    "source": "no source text came with this article (--source PATH)",
}


def find_checks() -> tuple[ModuleType, ...]:
    """Return the modules of all checks, in the order of their names."""
    return find_plugins("transcheck.checks", "CHECK")


def select_checks(
    checks: Sequence[ModuleType], select: Iterable[str], ignore: Iterable[str]
) -> tuple[ModuleType, ...]:
    """Return the checks named in `select` (all when empty) that are not in `ignore`.

    Raise UsageError on an unknown id, and when no check is left to run.
    """
    wanted, unwanted = tuple(select), frozenset(ignore)
    known = [check.CHECK.id for check in checks]
    for name in (*wanted, *sorted(unwanted)):
        if name not in known:
            hint = did_you_mean(name, known, "`transcheck checks` lists them")
            raise UsageError(f'unknown check "{name}"', hint=hint)
    left = tuple(
        check
        for check in checks
        if (not wanted or check.CHECK.id in wanted) and check.CHECK.id not in unwanted
    )
    if not left:
        raise UsageError("no check is left to run", hint="Select one that is not ignored")
    return left


def run_checks(
    context: Context, modules: Iterable[ModuleType]
) -> tuple[tuple[Finding, ...], tuple[Skipped, ...], tuple[NotChecked, ...]]:
    """Run the checks on one article: what they found, which of them failed, which did not run.

    A check that raises is skipped and the others go on. Nothing in the page's furniture or in
    a protected span is a finding.
    """
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    not_checked: list[NotChecked] = []
    other_language = _reads_as_another(context)
    if other_language:
        not_checked.append(NotChecked("names", other_language))
    for module in modules:
        if not hasattr(module, "find"):
            continue  # of a run, not of an article
        check: CheckInfo = module.CHECK
        unmet = next((need for need in check.needs if not _is_met(need, context)), None)
        if unmet is not None:
            not_checked.append(NotChecked(check.id, _UNMET[unmet]))
            continue
        try:
            found = list(module.find(context))
        except Exception as error:
            article = context.article
            reason = f'the check failed on article "{article.id}" ({type(error).__name__}: {error})'
            skipped.append(Skipped(article.path, reason, check.id))
            continue
        findings.extend(one for one in found if _may_stand(one, context))
    return tuple(findings), tuple(skipped), tuple(not_checked)


def _reads_as_another(context: Context) -> str:
    """Return why the names were not judged, "" when they were."""
    read, target = context.languages.article, context.languages.target
    if not read or group(read) == group(target):
        return ""
    return f"the article reads as {language_name(read)}, not {language_name(target)}"


def _is_met(need: str, context: Context) -> bool:
    if need == "glossary":
        return bool(context.glossary.concepts)
    if need == "policy":
        return context.policy.chooses_forms
    if need == "expansion":
        return context.policy.expand_acronyms
    return any(segment.source is not None for segment in context.article.segments)


def _may_stand(finding: Finding, context: Context) -> bool:
    segment = context.article.segments[finding.segment]
    if segment.role is Role.FURNITURE:
        return False
    return not any(finding.span.overlaps(span) for span in segment.protected)
