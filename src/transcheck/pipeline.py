"""One article in, one report out, in one direction.

Article ─ find_languages ─► Languages ─ find_names ─► mentions, once, for all checks
─► each check ─► findings ─ merge ─► waivers, baseline ─► score, gate ─► ArticleReport
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from transcheck.checks import run_checks, waiver_stale
from transcheck.desk import Desk
from transcheck.model import (
    Article,
    ArticleReport,
    Context,
    Finding,
    Languages,
    Report,
    Skipped,
    Summary,
)
from transcheck.names import find_names
from transcheck.scoring import count_by_severity, gate_article, gate_run, merge, score_article
from transcheck.text.language import identify_languages
from transcheck.text.words import count_words


def check_article(article: Article, desk: Desk) -> tuple[ArticleReport, tuple[Skipped, ...]]:
    """Check one article; a check that raises is returned as skipped, the rest stands."""
    settings, languages = desk.settings, find_languages(article, desk)
    names = find_names(article, desk.index_for(article), languages, desk.policy)
    context = Context(article, names.mentions, desk.glossary, desk.policy, names.languages)
    found, skipped, not_checked = run_checks(context, desk.checks)
    merged = merge(found, article, (check.CHECK for check in desk.checks))
    findings = desk.verdicts.apply(merged, article)
    counting = [one for one in findings if one.counts(settings.min_certainty)]
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


def find_languages(article: Article, desk: Desk) -> Languages:
    """Return the languages of an article, as far as the desk's settings leave them open."""
    return identify_languages(
        article,
        target=desk.settings.target_lang,
        source_option=desk.source_option,
        source_configured=desk.settings.source_lang,
    )


def make_report(
    articles: Iterable[ArticleReport], skipped: Iterable[Skipped], desk: Desk
) -> Report:
    """Gather articles and what was skipped into the report of a run."""
    settings, left = desk.settings, tuple(skipped)
    done = mark_lapsed(tuple(articles), left, desk)
    summary = Summary(
        articles=len(done),
        words=sum(one.words for one in done),
        findings=count_by_severity(f for one in done for f in one.findings),
        skipped=len(left),
        passed=gate_run(done, settings.fail_on, settings.max_findings),
    )
    infos = tuple(check.CHECK for check in desk.checks)
    return Report(desk.signature, summary, done, left, infos, settings.min_certainty)


def mark_lapsed(
    articles: tuple[ArticleReport, ...], skipped: Iterable[Skipped], desk: Desk
) -> tuple[ArticleReport, ...]:
    """Add what `waiver-stale` says of a run to its articles: advice, which changes no gate."""
    ran = {check.CHECK.id for check in desk.checks}
    if waiver_stale.CHECK.id not in ran:
        return articles
    advice: dict[int, list[Finding]] = {}
    for lapsed in desk.verdicts.find_lapsed(articles, ran, skipped):
        advice.setdefault(lapsed.article, []).append(waiver_stale.report(lapsed))
    return tuple(
        replace(one, findings=(*advice[number], *one.findings)) if number in advice else one
        for number, one in enumerate(articles)
    )
