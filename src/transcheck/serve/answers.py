"""What a LanguageTool client is answered: the matches of a text, the languages, the program."""

from __future__ import annotations

from typing import Any

from transcheck.desk import Desk
from transcheck.errors import UsageError
from transcheck.serve.found import UNTOLD, find_matches
from transcheck.serve.matches import (
    ISSUE_TYPES,
    UNCATEGORIZED,
    category_of,
    describe_check,
    name_category,
)
from transcheck.serve.question import Question
from transcheck.text.tags import language_name, primary
from transcheck.version import VERSION

LONGEST = 200_000
"""Characters of a text that are checked at once: some 30,000 words."""
_ENGLISH = {
    "US": "US",
    "GB": "GB",
    "AU": "Australian",
    "CA": "Canadian",
    "IE": "Irish",
    "IN": "Indian",
    "NZ": "New Zealand",
    "ZA": "South African",
}


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


def list_rules(desk: Desk) -> list[dict[str, str]]:
    """Return the checks as rules that need the whole text, for a client that lists them."""
    return [
        {
            "ruleId": check.CHECK.id,
            "description": describe_check(check.CHECK),
            "categoryId": category_of(check.CHECK.category),
            "categoryName": name_category(check.CHECK.category),
            "locQualityIssueType": ISSUE_TYPES.get(check.CHECK.category, UNCATEGORIZED),
            "isTextLevelRule": "yes",
            "minToCheckParagraph": "-1",
        }
        for check in desk.checks
    ]


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
    language = _choose_language(question, desk)
    found = find_matches(question, desk)
    detected = {**language, "confidence": 1.0, "source": "given"}
    if question.language.lower() == UNTOLD:
        detected["source"] = "text"
        if found.foreign:
            detected |= {"name": language_name(found.foreign), "code": found.foreign}
    return {
        "software": describe_program(),
        "warnings": {"incompleteResults": found.incomplete},
        "language": {**language, "detectedLanguage": detected},
        "matches": found.matches,
    }


def _choose_language(question: Question, desk: Desk) -> dict[str, str]:
    asked = question.language
    known = {one["longCode"].lower(): one for one in list_languages(desk)}
    first = next(iter(known.values()))
    if asked.lower() == UNTOLD:
        found = next((known[v.lower()] for v in question.variants if v.lower() in known), first)
    else:
        tag = asked.replace("_", "-").lower()
        found = known.get(tag) or (first if primary(tag) == first["code"] else {})
    if not found:
        codes = ", ".join(one["longCode"] for one in known.values())
        what = f"'{asked[:40]}' is not a language that this server checks"
        raise UsageError(what, hint=f"Ask for one of {codes}")
    return {"name": found["name"], "code": found["longCode"]}
