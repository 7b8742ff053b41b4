"""The result in a sentence, for the terminal and the job summary; words all reports share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from transcheck.model import ArticleReport, Finding, Report, Score, Skipped
from transcheck.reports.places import gather, is_error, shown
from transcheck.text.plural import plural
from transcheck.text.tags import show_tag


def count_errors(report: Report) -> int:
    """Count the findings that may fail the gate."""
    return sum(len(errors_of(one, report)) for one in report.articles)


def errors_of(article: ArticleReport, report: Report) -> list[Finding]:
    """Return an article's findings that may fail the gate."""
    return [f for f in article.findings if is_error(f, article, report.min_certainty)]


def count_articles(report: Report) -> int:
    """Count the articles of a run, those that could not be read included."""
    return len(report.articles) + sum(entry.check is None for entry in report.skipped)


def verdict(report: Report) -> str:
    """Return the result as one sentence: `Gate failed: 3 errors in 541 words`."""
    errors = count_errors(report)
    review = sum(len(shown(one, report.min_certainty)) for one in report.articles) - errors
    total = count_articles(report)
    several = len(report.articles) > 1
    words = plural(report.summary.words, "word")
    if not report.articles and not report.skipped:
        return "Gate passed: there was no article to check"
    if report.skipped and report.summary.passed:
        return f"Not everything was checked: {describe_skipped(report.skipped, report)}"
    if not report.summary.passed:
        failed = sum(bool(errors_of(one, report)) for one in report.articles)
        if several:
            return f"Gate failed: {failed:,} of {total:,} articles, {plural(errors, 'error')}"
        return f"Gate failed: {plural(errors, 'error')} in {words}"
    if errors:
        return f"Gate passed: {plural(errors, 'error')} in {words}, within the limit"
    if review:
        return f"Gate passed: {plural(review, 'finding')} to review"
    where = f"{plural(len(report.articles), 'article')}, {words}" if several else words
    return f"Gate passed: {name_nothing(report.articles)} found in {where}"


def name_nothing(articles: Iterable[ArticleReport]) -> str:
    """Return `nothing wrong`, or `nothing new` where a baseline knows what is wrong."""
    decided = (f.waived or {} for one in articles for f in one.findings)
    known = any(waived.get("kind") == "baseline" for waived in decided)
    return "nothing new" if known else "nothing wrong"


def summarise(report: Report) -> list[str]:
    """Return the closing lines of a terminal run, for stderr."""
    entries = len(gather(f for one in report.articles for f in errors_of(one, report)))
    first = verdict(report)
    if not report.summary.passed:
        first += f" ({plural(entries, 'name' if _only_names(report) else 'entry')})"
        first += f". Fails on {report.articles[0].gate.fail_on}."
    else:
        first += "."
    if len(report.articles) == 1:
        first += f" {score_words(report.articles[0].score)}."
    lines = [first]
    if report.skipped and not report.summary.passed:
        lines.append(f"Not everything was checked: {describe_skipped(report.skipped, report)}.")
    if decided := _decided_line(report):
        lines.append(decided)
    lines.append(_confirmed_line(report))
    if lacking := list_not_checked(report):
        lines.append(f"Not checked: {'; '.join(lacking)}.")
    lines.append(signature_line(report))
    return lines


def score_words(score: Score) -> str:
    """Return the score with its range: `Score 72, likely 19 to 94`."""
    if score.value is None or score.low is None or score.high is None:
        are = "is" if score.words == 1 else "are"
        return f"No score: {plural(score.words, 'word')} {are} too few"
    return f"Score {score.value:.0f}, likely {score.low:.0f} to {score.high:.0f}"


def signature_line(report: Report) -> str:
    """Return the signature as people read it, with the languages of the run."""
    facts = dict(part.partition(":")[::2] for part in report.signature.split("|"))
    pairs = sorted(
        {f"{show_tag(a.languages.source)}→{a.languages.target}" for a in report.articles}
    )
    shown_pairs = " ".join(pairs[:3]) + (" …" if len(pairs) > 3 else "")
    parts = [
        f"transcheck {facts['transcheck']}",
        f"checks {facts['checks'].partition('@')[0]}",
        f"glossaries {facts['glossaries'].replace(',', ' ')}",
        *([f"lang {shown_pairs}"] if pairs else []),
        report.schema.removeprefix("transcheck/"),
    ]
    return " · ".join(parts)


def _decided_line(report: Report) -> str:
    """Say what was found and does not count, since somebody decided so; "" for nothing."""
    kinds = [f.waived["kind"] for one in report.articles for f in one.findings if f.waived]
    known = kinds.count("baseline")
    waived = len(kinds) - known
    parts = [f"{plural(waived, 'finding')} waived"] if waived else []
    if known:
        count = f"{known:,}" if waived else plural(known, "finding")
        parts.append(f"{count} in the baseline")
    return f"Not counted: {', '.join(parts)}." if parts else ""


def _confirmed_line(report: Report) -> str:
    names = sum(len(one.confirmed) for one in report.articles)
    places = sum(len(name.places) for one in report.articles for name in one.confirmed)
    left = [item for one in report.articles for item in one.left_alone]
    unknown = sum(item.guard == "in-no-glossary" for item in left)
    return (
        f"Confirmed {plural(names, 'name')} in {plural(places, 'place')}; "
        f"left alone {len(left) - unknown}; in no glossary {unknown}."
    )


def list_not_checked(report: Report) -> list[str]:
    """Say once what several checks lacked: `7 source checks, no source text`."""
    lacking: dict[str, dict[str, int]] = {}
    for one in report.articles:
        for entry in one.not_checked:
            checks = lacking.setdefault(entry.reason, {})
            checks[entry.check] = checks.get(entry.check, 0) + 1
    items = []
    for reason, checks in lacking.items():
        articles = max(checks.values())
        partly = f" ({plural(articles, 'article')})" if articles < len(report.articles) else ""
        items.append(f"{name_checks(checks, report)}, {reason}{partly}")
    return items


def name_checks(ids: Collection[str], report: Report) -> str:
    """Return the id of one check, or `7 source checks` for several."""
    if len(ids) == 1:
        return next(iter(ids))
    needs_source = {info.id for info in report.checks if "source" in info.needs}
    return plural(len(ids), "source check" if needs_source.issuperset(ids) else "check")


def describe_skipped(skipped: Sequence[Skipped], report: Report) -> str:
    """Say in a few words what could not be done; empty when nothing was skipped."""
    unread = sum(entry.check is None for entry in skipped)
    total = plural(count_articles(report), "article")
    parts = [f"{unread:,} of {total} could not be read"] if unread else []
    if len(skipped) > unread:
        parts.append(f"{plural(len(skipped) - unread, 'check')} could not run")
    return " and ".join(parts)


def _only_names(report: Report) -> bool:
    found = (f for one in report.articles for f in errors_of(one, report))
    return all(f.check.startswith("name-") for f in found)
