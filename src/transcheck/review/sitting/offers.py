"""What a page may ask for about a finding: the forms, rows and words that the report offers."""

from __future__ import annotations

from transcheck.model import Finding
from transcheck.review.decisions import Choice
from transcheck.review.sitting.wishes import Wish


def say_not_offered(wish: Wish, found: Finding) -> str:
    """Say what of a wish no report offers for its finding, "" when all is as it should be."""
    if wish.decision is Choice.GLOSSARY and not found.is_name:
        return f"“{found.text}” is no name: a glossary holds names"
    if wish.decision in (Choice.ACCEPT, Choice.GLOSSARY):
        forms = list(found.suggestions)
        forms += [found.text] if wish.decision is Choice.GLOSSARY else []
        if not wish.form or wish.form not in forms:
            return f"“{wish.form}” is not one of the forms for “{found.text}”"
    if not _is_row(wish, found):
        return f"there is no such row for “{found.text}”"
    if wish.decision is Choice.NOT_AN_ERROR and not wish.reason.strip():
        return f"no reason why “{found.text}” is not an error"
    return ""


def _is_row(wish: Wish, found: Finding) -> bool:
    """Say whether what stands and what is proposed are told apart, or joined, as a page offers."""
    if not (wish.admitted or wish.beside):
        return True
    if wish.decision is not Choice.GLOSSARY or (wish.admitted and wish.beside):
        return False
    if wish.admitted:
        return wish.admitted == found.text and wish.form in found.suggestions
    return wish.beside in found.suggestions and wish.form == found.text
