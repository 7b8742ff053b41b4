"""XLIFF 2 glossary module: the glossary that travels inside a file for translation.

Read wherever it stands in the file. A term of the source language has translations, the first
preferred, further ones admitted; the definition is the note.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from transcheck.errors import UsageError
from transcheck.files.markup import escape
from transcheck.files.xml import Element
from transcheck.glossary.concepts import number_twins
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.glossary.languages import covers, usual_tag
from transcheck.glossary.tally import Tally
from transcheck.glossary.termbases.markup import (
    CODES,
    NO_PLACE,
    XmlText,
    read_entries,
    tidy,
    tidy_note,
)
from transcheck.glossary.termbases.termbase import FoundConcept, FoundTerm, settle
from transcheck.model import Concept

GLOSSARY_FORMAT = GlossaryFormat("xliff", "XLIFF 2 glossary module", (".xlf", ".xliff"))

_NAMESPACE = "urn:oasis:names:tc:xliff:glossary:2.0"
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1"\
 srcLang="{source}" trgLang="{target}">
<file id="f1"><unit id="u1" translate="no">
<gls:glossary xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0">
"""
_TAIL = """\
</gls:glossary>
<segment><source>Glossary</source></segment>
</unit></file>
</xliff>
"""
_NO_PLACE_HERE = "no place in an XLIFF glossary, TBX and TMX keep such"


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the entries of the glossary module. Raise UsageError where there are none."""
    tally = Tally()
    entries = read_entries(file, ("glossEntry",), ("xliff",), "XLIFF")
    root = next(entries)
    version = root.attributes.get("version", "")
    if version.startswith("1"):
        hint = "Export it as XLIFF 2, TBX or TMX"
        message = f"is XLIFF {tidy(version)[:8]}, which has no glossary module"
        raise UsageError(message, path=file.path, line=root.line, hint=hint)
    source = usual_tag(root.attributes.get("srcLang", ""))
    target = usual_tag(root.attributes.get("trgLang", "") or pair.target)
    ours = (entry for entry in entries if entry.namespace == _NAMESPACE)
    found = [*_join(_read_entry(entry, source, target, tally) for entry in ours)]
    if not found:
        hint = "Name a file with <gls:glossEntry> elements, or export TBX or TMX"
        raise UsageError("holds no glossary, only texts", path=file.path, hint=hint)
    settled = (settle(one, pair, file.name, tally, target) for one in found)
    return Reading(number_twins(one for one in settled if one), losses=tally.lines())


def _read_entry(entry: Element, source: str, target: str, tally: Tally) -> FoundConcept:
    found = FoundConcept(entry.line)
    for part in entry.children():
        if part.namespace == _NAMESPACE and part.name in ("term", "translation"):
            lang = source if part.name == "term" else target
            found.terms.append(FoundTerm(tidy(part.text(CODES)), lang))
        elif part.namespace == _NAMESPACE and part.name == "definition":
            found.notes.append(tidy_note(part.text(CODES)))
        else:
            tally.add("other element", NO_PLACE, example=part.name)
        if "source" in part.attributes:
            tally.add("text source", NO_PLACE)
    return found


def _join(entries: Iterable[FoundConcept]) -> Iterator[FoundConcept]:
    """Yield the concepts: entries in a row that differ in their term only are one."""
    last: FoundConcept | None = None
    for entry in entries:
        term, *translations = entry.terms or [FoundTerm("", "und")]
        if (
            last is not None
            and translations
            and last.notes == entry.notes
            and [t for t in last.terms if t.lang != term.lang] == translations
            and term not in last.terms
        ):
            last.terms.append(term)
            continue
        if last is not None:
            yield last
        last = entry
    if last is not None:
        yield last


def write(concepts: Sequence[Concept], pair: Pair) -> Writing:
    """Return an XLIFF 2.1 file that holds a glossary and no text to translate.

    It has one source language: the one asked for, else the most frequent one. Raise UsageError
    when no concept has a form in it.
    """
    tally = Tally()
    text = XmlText(tally)
    source = pair.source or _most_frequent(concepts)
    parts = [_HEAD.format(source=escape(source), target=escape(pair.target))]
    for concept in concepts:
        parts.extend(_write_entries(concept, source, pair, text, tally))
    if len(parts) == 1:
        hint = "Name one of its languages with --source-lang, or write TBX or TMX"
        message = "no name has a form in a source language: an XLIFF glossary pairs two languages"
        raise UsageError(message, hint=hint)
    parts.append(_TAIL)
    return Writing("".join(parts).encode(), tally.lines())


def _most_frequent(concepts: Iterable[Concept]) -> str:
    counts = Counter(term.lang for concept in concepts for term in concept.sources)
    return counts.most_common(1)[0][0] if counts else "und"


def _write_entries(
    concept: Concept, source: str, pair: Pair, text: XmlText, tally: Tally
) -> Iterator[str]:
    if not covers(pair.target, concept.lang):
        why = f"left out, as the file is for {pair.target}"
        tally.add("concept", why, example=concept.lang)
        return
    terms = [term for term in concept.sources if covers(source, term.lang)]
    if not terms:
        tally.add("concept", f"left out, having no form in {source}", example=concept.name)
        return
    tally.add("rejected form", _NO_PLACE_HERE, len(concept.rejected))
    tally.add("kind", _NO_PLACE_HERE, bool(concept.kind))
    tally.add("reference", _NO_PLACE_HERE, bool(concept.ref))
    for term in concept.sources:
        if term not in terms:
            why = f"left out, as the file has one source language, {source}: see --source-lang"
            tally.add("source form", why, example=term.lang)
    note = f"  <gls:definition>{text.note(concept.note)}</gls:definition>\n" if concept.note else ""
    forms = [concept.name, *concept.admitted]
    translations = "".join(
        f"  <gls:translation>{text.form(form)}</gls:translation>\n" for form in forms
    )
    for term in terms:
        yield (
            f"<gls:glossEntry>\n  <gls:term>{text.form(term.text)}</gls:term>\n"
            f"{translations}{note}</gls:glossEntry>\n"
        )
