"""TMX 1.4b: translation memories, each unit a concept.

The first form of the target language is preferred, further ones are admitted. What TMX has no
place for (kind, ref, rejected forms) is written as properties that other programs pass over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from transcheck.files.markup import escape
from transcheck.files.xml import Element
from transcheck.glossary.concepts import number_twins
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.glossary.languages import usual_tag
from transcheck.glossary.tally import Tally
from transcheck.glossary.termbases.markup import (
    CODES,
    NO_PLACE,
    XmlText,
    read_entries,
    tidy,
    tidy_note,
)
from transcheck.glossary.termbases.termbase import FoundConcept, FoundTerm, choose_sources, settle
from transcheck.model import Concept, Status, Term
from transcheck.version import VERSION

GLOSSARY_FORMAT = GlossaryFormat("tmx", "TMX 1.4 translation memory", (".tmx",))

_KIND, _REF, _REJECTED, _LANG = (
    f"x-transcheck-{name}" for name in ("kind", "ref", "rejected", "lang")
)
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="transcheck" creationtoolversion="{version}" segtype="phrase" o-tmf="csv"\
 adminlang="en" srclang="{source}" datatype="plaintext"/>
<body>
"""
_TAIL = "</body>\n</tmx>\n"


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the units of a translation memory as concepts."""
    tally = Tally()
    entries = read_entries(file, ("tu",), ("tmx",), "TMX")
    next(entries)
    settled = (_read_unit(unit, pair, file.name, tally) for unit in entries)
    concepts = number_twins(concept for concept in settled if concept)
    return Reading(concepts, losses=tally.lines())


def _read_unit(unit: Element, pair: Pair, file: str, tally: Tally) -> Concept | None:
    found, target = FoundConcept(unit.line), pair.target
    rejected: list[str] = []
    for part in unit.children():
        if part.name == "tuv":
            found.terms.append(_read_variant(part, tally))
        elif part.name == "note":
            found.notes.append(tidy_note(part.text()))
        elif part.name == "prop":
            kind = part.attributes.get("type", "")
            if kind == _KIND:
                found.kind = tidy(part.text())
            elif kind == _REF:
                found.ref = tidy(part.text())
            elif kind == _LANG:
                target = usual_tag(part.text())
            elif kind == _REJECTED:
                rejected.append(tidy(part.text()))
            else:
                tally.add("property element", NO_PLACE, example=kind)
    found.terms += [FoundTerm(text, target, Status.DEPRECATED) for text in rejected]
    return settle(found, Pair(target), file, tally)


def _read_variant(variant: Element, tally: Tally) -> FoundTerm:
    text = ""
    for part in variant.children():
        if part.name == "seg":
            text = tidy(part.text(CODES))
            inside = [inner.name for inner in part.children() if inner.name in CODES]
            tally.add("inline code", "left out, only text is kept", len(inside))
        else:
            tally.add("form detail", NO_PLACE, example=part.name)
    # TMX before 1.4 has `lang` without a prefix.
    lang = variant.attributes.get("lang") or variant.lang
    return FoundTerm(text, usual_tag(lang))


def write(concepts: Iterable[Concept], pair: Pair) -> Writing:
    """Return a TMX file."""
    tally = Tally()
    text = XmlText(tally)
    parts = [_HEAD.format(version=VERSION, source=escape(pair.source or "*all*"))]
    for concept in concepts:
        sources = choose_sources(concept, pair, tally)
        parts.append("".join(_write_unit(concept, sources, pair, text, tally)))
    parts.append(_TAIL)
    return Writing("".join(parts).encode(), tally.lines())


def _write_unit(
    concept: Concept, sources: list[Term], pair: Pair, text: XmlText, tally: Tally
) -> Iterator[str]:
    yield "<tu>\n"
    if concept.note:
        yield f"  <note>{text.note(concept.note)}</note>\n"
    properties = [(_KIND, concept.kind), (_REF, concept.ref)]
    if concept.lang != pair.target:
        properties.append((_LANG, concept.lang))
    own = [term for term in concept.terms if term.lang == concept.lang]
    bad = (Status.DEPRECATED, Status.SUPERSEDED)
    rejected = [term.text for term in own if term.status in bad]
    why = "written as further translations, of which another program may take any"
    tally.add("admitted form", why, len(concept.admitted))
    why = f"TMX has no place for them: kept as {_REJECTED}, which other programs do not see"
    tally.add("rejected form", why, len(rejected))
    for kind, value in [*properties, *((_REJECTED, form) for form in rejected)]:
        if value:
            yield f'  <prop type="{kind}">{text.form(value)}</prop>\n'
    for term in [*sources, *(term for term in own if term.status not in bad)]:
        lang = escape(term.lang)
        yield f'  <tuv xml:lang="{lang}"><seg>{text.form(term.text)}</seg></tuv>\n'
    yield "</tu>\n"
