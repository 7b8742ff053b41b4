"""One concept of a TBX file, in either edition and either style.

2019: `conceptEntry/langSec/termSec/term`; 2008: `termEntry/langSet/tig|ntig`; TBX-Min of 2013:
`entry/langGroup/termGroup`. A data category is an attribute (`<descrip type="subjectField">`) or
a tag (`<min:subjectField>`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from transcheck.files.xml import Element
from transcheck.glossary.languages import covers, usual_tag
from transcheck.glossary.markup import CODES, NO_PLACE, tidy, tidy_note
from transcheck.glossary.tally import Tally
from transcheck.glossary.termbase import FoundConcept, FoundTerm
from transcheck.model import Status

ROOTS = ("tbx", "martif", "TBX")
ENTRIES = ("conceptEntry", "termEntry", "entry")

_LANGUAGES = frozenset({"langSec", "langSet", "langGroup"})
_TERMS = frozenset({"termSec", "tig", "ntig", "termGroup"})
_GROUPS = frozenset({"termGrp", "termNoteGrp", "descripGrp", "adminGrp"})
_CATEGORISED = frozenset(
    {"descrip", "admin", "termNote", "xref", "ref", "adminNote", "descripNote", "transac"}
)
_STATUS = ("administrativeStatus", "normativeAuthorization", "termStatus")
# ISO 30042 and its picklists; what MultiTerm and memoQ write in their place.
_STATUSES = {
    "preferred": Status.PREFERRED,
    "standardized": Status.PREFERRED,
    "legal": Status.PREFERRED,
    "regulated": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "notrecommended": Status.DEPRECATED,
    "forbidden": Status.DEPRECATED,
    "superseded": Status.SUPERSEDED,
    "obsolete": Status.SUPERSEDED,
}
_NOUNS = {
    "definition": "definition",
    "context": "context",
    "example": "context",
    "source": "text source",
    "transacGrp": "transaction",
    "transac": "transaction",
    "note": "form note",
    "subjectField": "further subject field",
    "crossReference": "cross-reference",
    "externalCrossReference": "cross-reference",
    "xGraphic": "picture",
    "figure": "picture",
    "partOfSpeech": "grammar field",
    "grammaticalGender": "grammar field",
    "grammaticalNumber": "grammar field",
    "termType": "grammar field",
}
_PLACE = re.compile(r".*\.s(\d+)")


def read_entry(entry: Element, target: str, tally: Tally) -> FoundConcept:
    """Return what an entry says; count what transcheck has no place for.

    A definition, in the target language before others, is the note of a concept without one.
    """
    found = FoundConcept(entry.line)
    definitions: list[tuple[str, str]] = []
    places: list[int] = []
    for part in entry.children():
        if part.name in _LANGUAGES:
            for inner in part.children():
                if inner.name in _TERMS:
                    found.terms.append(_read_term(inner, definitions, tally))
                    match = _PLACE.fullmatch(inner.attributes.get("id", ""))
                    places.append(int(match[1]) if match and len(match[1]) < 9 else 0)
                else:
                    _read_detail(inner, definitions, tally)
        elif part.name == "note":
            found.notes.append(tidy_note(part.text(CODES)))
        else:
            _read_about(part, found, definitions, tally)
    if any(places):
        order = sorted(range(len(places)), key=places.__getitem__)
        found.terms = [found.terms[index] for index in order]
    kept = 0
    if definitions and not any(found.notes):
        best = next((text for lang, text in definitions if covers(target, lang)), "")
        found.notes = [best or definitions[0][1]]
        kept = 1
    tally.add("definition", NO_PLACE, len(definitions) - kept)
    return found


def _read_about(
    part: Element, found: FoundConcept, definitions: list[tuple[str, str]], tally: Tally
) -> None:
    """Read what is said of the concept itself."""
    category = _categorise(part)
    if category == "subjectField" and not found.kind:
        found.kind = tidy(part.text(CODES))
    elif category in ("source", "externalCrossReference") and not found.ref:
        found.ref = tidy(part.attributes.get("target") or part.text(CODES))
    elif part.name == "adminGrp" or (part.name == "descripGrp" and _is_about(part)):
        for inner in part.children():
            _read_about(inner, found, definitions, tally)
    else:
        _read_detail(part, definitions, tally)


def _is_about(group: Element) -> bool:
    return all(_categorise(part) == "subjectField" for part in group.children())


def _read_term(section: Element, definitions: list[tuple[str, str]], tally: Tally) -> FoundTerm:
    text, status, authority = "", None, 9
    for part in _flatten(section):
        category = _categorise(part)
        if part.name == "term" and not text:
            text = tidy(part.text(CODES))
        elif category in _STATUS:
            said = _read_status(part.text(), tally)
            if said and _STATUS.index(category) < authority:
                status, authority = said, _STATUS.index(category)
        else:
            _read_detail(part, definitions, tally)
    return FoundTerm(text, usual_tag(section.lang), status)


def _flatten(section: Element) -> Iterator[Element]:
    for part in section.children():
        if part.name in ("termGrp", "termNoteGrp"):
            yield from _flatten(part)
        else:
            yield part


def _read_status(text: str, tally: Tally) -> Status | None:
    value = tidy(text)
    plain = value.lower().removesuffix("-admn-sts").removesuffix("term")
    status = _STATUSES.get(plain.replace(" ", ""))
    if value and status is None:
        tally.add("form of unknown status", "taken as having none", example=value)
    return status


def _read_detail(part: Element, definitions: list[tuple[str, str]], tally: Tally) -> None:
    """Keep a definition, count anything else."""
    category = _categorise(part)
    if part.name in _GROUPS:
        for inner in part.children():
            _read_detail(inner, definitions, tally)
    elif category == "definition":
        definitions.append((usual_tag(part.lang), tidy_note(part.text(CODES))))
    elif category in _NOUNS:
        tally.add(_NOUNS[category], NO_PLACE)
    else:
        tally.add("other field", NO_PLACE, example=category)


def _categorise(part: Element) -> str:
    return part.attributes.get("type", "") if part.name in _CATEGORISED else part.name
