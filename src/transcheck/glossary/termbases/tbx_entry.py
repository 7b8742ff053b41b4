"""One concept of a TBX file, in either edition and either style.

2019: `conceptEntry/langSec/termSec/term`; 2008: `termEntry/langSet/tig|ntig`; TBX-Min of 2013:
`entry/langGroup/termGroup`. A data category is an attribute (`<descrip type="subjectField">`) or
a tag (`<min:subjectField>`).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from transcheck.files.xml import Element
from transcheck.glossary.languages import covers, usual_tag
from transcheck.glossary.tally import Tally
from transcheck.glossary.termbases.markup import CODES, NO_PLACE, tidy, tidy_note
from transcheck.glossary.termbases.termbase import FoundConcept, FoundTerm
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


def read_entry(entry: Element, target: str, tally: Tally) -> FoundConcept:
    """Return what an entry says; count what transcheck has no place for.

    A definition, in the target language before others, is the note of a concept without one.
    """
    reading = _EntryReading(FoundConcept(entry.line), tally)
    for part in entry.children():
        if part.name in _LANGUAGES:
            for inner in part.children():
                if inner.name in _TERMS:
                    reading.read_term(inner, inner.children())
                elif inner.name == "term":
                    reading.read_term(inner, [inner])
                else:
                    reading.read_detail(inner)
        else:
            reading.read_about(part)
    return reading.finish(entry.attributes.get("id", ""), target)


class _EntryReading:
    """What was met of one entry so far."""

    def __init__(self, found: FoundConcept, tally: Tally) -> None:
        self._found, self._tally = found, tally
        self._definitions: list[tuple[str, str]] = []
        self._ids: list[str] = []

    def finish(self, id: str, target: str) -> FoundConcept:
        """Return the concept, its forms in the order their ids tell, if we wrote them."""
        found, definitions = self._found, self._definitions
        places = [_find_place(one, f"{id}.s") for one in self._ids]
        if any(places):
            order = sorted(range(len(places)), key=places.__getitem__)
            found.terms = [found.terms[index] for index in order]
        kept = 0
        if definitions and not any(found.notes):
            best = next((text for lang, text in definitions if covers(target, lang)), "")
            found.notes, kept = [best or definitions[0][1]], 1
        self._tally.add("definition", NO_PLACE, len(definitions) - kept)
        return found

    def read_about(self, part: Element) -> None:
        """Read what is said of the concept itself."""
        category, found = _categorise(part), self._found
        if part.name == "note":
            found.notes.append(tidy_note(part.text(CODES)))
        elif category == "subjectField" and not found.kind:
            found.kind = tidy(part.text(CODES))
        elif category in ("source", "externalCrossReference") and not found.ref:
            found.ref = tidy(part.attributes.get("target") or part.text(CODES))
        elif part.name == "adminGrp":
            for inner in part.children():
                self.read_about(inner)
        elif part.name == "descripGrp":
            # Beside a description stands its source, not the concept's.
            for inner in part.children():
                about = _categorise(inner) == "subjectField"
                (self.read_about if about else self.read_detail)(inner)
        else:
            self.read_detail(part)

    def read_term(self, section: Element, parts: list[Element]) -> None:
        """Read one form with its status; an administrative status goes before an authority's."""
        text = ""
        statuses: dict[str, Status] = {}
        for part in _flatten(parts):
            category = _categorise(part)
            if part.name == "term" and not text:
                text = tidy(part.text(CODES))
            elif category in _STATUS:
                if status := self._read_status(part.text()):
                    statuses.setdefault(category, status)
            else:
                self.read_detail(part)
        status = next((statuses[name] for name in _STATUS if name in statuses), None)
        self._found.terms.append(FoundTerm(text, usual_tag(section.lang), status))
        self._ids.append(section.attributes.get("id", ""))

    def read_detail(self, part: Element) -> None:
        """Keep a definition, count anything else."""
        category = _categorise(part)
        if part.name in _GROUPS:
            for inner in part.children():
                self.read_detail(inner)
        elif category == "definition" or (part.name == "descrip" and not category):
            self._definitions.append((usual_tag(part.lang), tidy_note(part.text(CODES))))
        elif category in _NOUNS:
            self._tally.add(_NOUNS[category], NO_PLACE)
        else:
            self._tally.add("other field", NO_PLACE, example=category)

    def _read_status(self, text: str) -> Status | None:
        status = _find_status(text)
        if status is None and (value := tidy(text)):
            self._tally.add("unknown status", "forms taken as having none", example=value)
        return status


@lru_cache(maxsize=256)
def _find_status(text: str) -> Status | None:
    plain = text.strip().lower().removesuffix("-admn-sts").removesuffix("term")
    return _STATUSES.get(plain.replace(" ", ""))


def _flatten(parts: list[Element]) -> Iterator[Element]:
    for part in parts:
        if part.name in ("termGrp", "termNoteGrp"):
            yield from _flatten(part.children())
        else:
            yield part


def _categorise(part: Element) -> str:
    return part.attributes.get("type", "") if part.name in _CATEGORISED else part.name


def _find_place(id: str, prefix: str) -> int:
    number = id.removeprefix(prefix) if id.startswith(prefix) else ""
    return int(number) if number.isdecimal() and number.isascii() and len(number) < 9 else 0
