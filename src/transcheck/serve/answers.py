"""What a LanguageTool client is answered: the matches of a text, the languages, the program."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from transcheck.desk import Desk
from transcheck.errors import InputError, UsageError
from transcheck.model import Article
from transcheck.pipeline import check_article
from transcheck.readers.formats.plain import read_text
from transcheck.serve.matches import category_of, make_matches
from transcheck.serve.question import Question
from transcheck.text.tags import language_name, primary
from transcheck.version import VERSION

LONGEST = 200_000
"""Characters of a text that are checked at once: some 30,000 words."""
_ENGLISH = {"US": "US", "GB": "GB", "AU": "Australian", "CA": "Canadian", "IE": "Irish"}
_UNTOLD = "auto"


def list_languages(desk: Desk) -> list[dict[str, str]]:
    """Return the languages whose texts are checked: that of the desk, English in its variants."""
    target = desk.settings.target_lang or "en"
    name = language_name(target)
    found = [{"name": name, "code": primary(target), "longCode": target}]
    if primary(target) == "en":
        found += [
            {"name": f"{name} ({land})", "code": "en", "longCode": f"en-{region}"}
            for region, land in _ENGLISH.items()
            if f"en-{region}" != target
        ]
    return found


def describe_program() -> dict[str, Any]:
    """Return the block `software` of every answer."""
    return {
        "name": "transcheck",
        "version": VERSION,
        "buildDate": "",
        "apiVersion": 1,
        "premium": False,
        "premiumHint": "",
        "status": "",
    }


def answer(question: Question, desk: Desk) -> dict[str, Any]:
    """Check a text and return the answer. Raise UsageError for an unknown language."""
    language = _choose_language(question.language, desk)
    matches, incomplete = _find_matches(question, desk)
    return {
        "software": describe_program(),
        "warnings": {"incompleteResults": incomplete},
        "language": {**language, "detectedLanguage": {**language, "confidence": 1.0}},
        "matches": matches,
    }


def _find_matches(question: Question, desk: Desk) -> tuple[list[dict[str, Any]], bool]:
    try:
        article = _article(question)
    except InputError:  # no text, no fault
        return [], False
    report, skipped = check_article(article, desk)
    wanted = [
        finding
        for finding in report.findings
        if finding.counts(desk.settings.min_certainty)
        and question.wants(finding.check, category_of(finding.category))
    ]
    checks = (check.CHECK for check in desk.checks)
    return list(make_matches(report, checks, question, wanted)), bool(skipped)


def _article(question: Question) -> Article:
    return replace(read_text(question.text, "<request>"), id="<request>")


def _choose_language(asked: str, desk: Desk) -> dict[str, str]:
    known = {one["longCode"].lower(): one for one in list_languages(desk)}
    first = next(iter(known.values()))
    if asked.lower() == _UNTOLD:
        found = first
    else:
        tag = asked.replace("_", "-").lower()
        found = known.get(tag) or (first if primary(tag) == first["code"] else {})
    if not found:
        codes = ", ".join(one["longCode"] for one in known.values())
        what = f"'{asked[:40]}' is not a language that this server checks"
        raise UsageError(what, hint=f"Ask for one of {codes}")
    return {"name": found["name"], "code": found["longCode"]}
