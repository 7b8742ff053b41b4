"""JUnit XML: one test an article, failed by what fails the gate, for GitLab, Jenkins and others.

An article keeps its test from run to run, so that a pipeline says “fixed” when it is mended. One
failure holds all findings, because several in one test are shown as a heap; GitLab also
refuses a file of 250,000 parts, which a test for each check of 10,000 articles would be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from transcheck.model import Article, ArticleReport, Finding, FormatInfo, Report, Skipped
from transcheck.reports.paths import relate
from transcheck.reports.places import shown
from transcheck.reports.position import locate
from transcheck.reports.replacements import list_offers
from transcheck.reports.sentences import list_evidence, say
from transcheck.reports.verdict import errors_of, list_not_checked
from transcheck.reports.xml_text import xml_tag, xml_text
from transcheck.text.plural import plural

FORMAT = FormatInfo(name="junit", title="One test an article, for GitLab and Jenkins")

_SUITE = "transcheck"


def render(report: Report) -> str:
    """Return a suite of one test for each article, unread ones and failed checks as errors."""
    names: dict[str, int] = {}
    cases = [_case(one, report, names) for one in report.articles]
    cases += [_error(entry, names) for entry in report.skipped]
    failures = sum(bool(_failing(one, report)) for one in report.articles)
    numbers: dict[str, str | int | None] = {
        "name": _SUITE,
        "tests": len(cases),
        "failures": failures,
        "errors": len(report.skipped),
    }
    lacking = list_not_checked(report)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        xml_tag("testsuites", numbers),
        f" {xml_tag('testsuite', numbers | {'skipped': 0, 'time': '0'})}",
        "  <properties>",
        f"   {xml_tag('property', {'name': 'signature', 'value': report.signature}, empty=True)}",
    ]
    for reason in lacking:
        property_ = {"name": "not checked", "value": reason}
        lines.append(f"   {xml_tag('property', property_, empty=True)}")
    return "\n".join((*lines, "  </properties>", *cases, " </testsuite>", "</testsuites>")) + "\n"


def _case(one: ArticleReport, report: Report, names: dict[str, int]) -> str:
    """Return the test of an article; what does not fail it is told as its output."""
    article = one.article
    row = "" if article.id == article.path else f" {article.id}"
    head = _open_case(relate(article.path).name + row, names)
    errors = _failing(one, report)
    lines = [f"  {head}"]
    if errors:
        said = ", ".join(dict.fromkeys(_short(error, article) for error in errors))
        failure = {"type": "findings", "message": f"{plural(len(errors), 'error')}: {said}"}
        lines += [f"   {xml_tag('failure', failure)}", *_tell(errors, one), "   </failure>"]
    rest = [f for f in shown(one, report.min_certainty) if f not in errors]
    if rest:
        lines += ["   <system-out>", *_tell(rest, one), "   </system-out>"]
    if len(lines) == 1:
        return f"  {head[:-1]}/>"
    return "\n".join((*lines, "  </testcase>"))


def _failing(one: ArticleReport, report: Report) -> Sequence[Finding]:
    """Return what fails an article; where the run passes within its limit, nothing does."""
    return () if report.summary.passed else errors_of(one, report)


def _tell(findings: Sequence[Finding], one: ArticleReport) -> Iterator[str]:
    path = relate(one.article.path).name
    for finding in findings:
        at = locate(one.article, finding.segment, finding.span)
        place = f"{path}:{at.line}" + (f":{at.column}" if one.article.row is None else "")
        graded = f"{finding.severity} {finding.check}, {finding.certainty}"
        yield xml_text(f"{place}: {say(finding, one.article)} [{graded}]")
        for reason in list_evidence(finding, one.article):
            yield xml_text(f"  = {reason}")


def _short(finding: Finding, article: Article) -> str:
    wrong, offers = finding.text[:40] or finding.check, list_offers(article, finding)
    return f"{wrong} → {offers[0][:40]}" if offers else wrong


def _error(entry: Skipped, names: dict[str, int]) -> str:
    name = relate(entry.path).name + (f" {entry.check}" if entry.check else "")
    error = xml_tag("error", {"type": "not checked", "message": entry.reason}, empty=True)
    return f"  {_open_case(name, names)}{error}</testcase>"


def _open_case(name: str, names: dict[str, int]) -> str:
    """Return the tag of a test under a name of its own: of two alike GitLab drops one."""
    number = names[name] = names.get(name, 0) + 1
    shown_name = name if number == 1 else f"{name} ({number})"
    return xml_tag("testcase", {"classname": _SUITE, "name": shown_name, "time": "0"})
