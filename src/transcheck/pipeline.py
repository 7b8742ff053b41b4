"""One article in, one report out, in one direction.

Article ─ identify_languages ─► Languages ─ find_names ─► mentions, once, for all checks
        ─► each check ─► findings ─ merge ─► score, gate ─► ArticleReport
"""

from __future__ import annotations

from collections.abc import Iterable
from types import ModuleType

from transcheck.checks import find_checks, run_checks, select_checks
from transcheck.config import Settings
from transcheck.glossary import load_glossaries
from transcheck.model import (
    Article,
    ArticleReport,
    Context,
    Glossary,
    Policy,
    Record,
    Report,
    Skipped,
    Summary,
)
from transcheck.names import NameIndex, build_index, find_names
from transcheck.scoring import (
    count_by_severity,
    counts_for_gate,
    gate_article,
    gate_run,
    merge,
    score_article,
    sign,
)
from transcheck.text.language import identify_languages
from transcheck.text.words import count_words
from transcheck.version import DATA_VERSIONS, VERSION


class Desk(Record, frozen=True):
    """What stays the same from article to article: settings, glossary, index, checks."""

    settings: Settings
    glossary: Glossary
    policy: Policy
    index: NameIndex
    checks: tuple[ModuleType, ...]
    source_option: str | None = None

    @property
    def signature(self) -> str:
        """Everything a result depends on, in one line."""
        return sign(
            version=VERSION,
            checks=(check.CHECK.id for check in self.checks),
            glossaries=self.glossary.files,
            settings=self.settings.facts() | {"source-option": self.source_option},
            data=DATA_VERSIONS,
        )


def open_desk(settings: Settings, source_option: str | None = None) -> Desk:
    """Load what the settings name. Raise UsageError on a wrong glossary or check id."""
    checks = select_checks(find_checks(), settings.select, settings.ignore)
    glossary = load_glossaries(settings.glossary, shipped=not settings.no_glossaries)
    policy = Policy(preferred=settings.preferred)
    return Desk(settings, glossary, policy, build_index(glossary), checks, source_option)


def check_article(article: Article, desk: Desk) -> tuple[ArticleReport, tuple[Skipped, ...]]:
    """Check one article; a check that raises is returned as skipped, the rest stands."""
    settings = desk.settings
    languages = identify_languages(
        article,
        target=settings.target_lang,
        source_option=desk.source_option,
        source_configured=settings.source_lang,
    )
    names = find_names(article, desk.index, desk.policy, languages)
    context = Context(article, names.mentions, desk.glossary, desk.policy, names.languages)
    found, skipped, not_checked = run_checks(context, desk.checks)
    findings = merge(found, article, (check.CHECK for check in desk.checks))
    counting = [one for one in findings if counts_for_gate(one, settings.min_certainty)]
    words = sum(count_words(segment.target) for segment in article.segments)
    report = ArticleReport(
        article=article,
        languages=names.languages,
        findings=findings,
        confirmed=names.confirmed,
        left_alone=names.left_alone,
        not_checked=not_checked,
        words=words,
        score=score_article(counting, words),
        gate=gate_article(counting, settings.fail_on, settings.max_findings),
    )
    return report, skipped


def make_report(
    articles: Iterable[ArticleReport], skipped: Iterable[Skipped], desk: Desk
) -> Report:
    """Gather articles and what was skipped into the report of a run."""
    settings, done, left = desk.settings, tuple(articles), tuple(skipped)
    summary = Summary(
        articles=len(done),
        words=sum(one.words for one in done),
        findings=count_by_severity(f for one in done for f in one.findings),
        skipped=len(left),
        passed=gate_run(done, settings.fail_on, settings.max_findings),
    )
    infos = tuple(check.CHECK for check in desk.checks)
    return Report(desk.signature, summary, done, left, infos, settings.min_certainty)
