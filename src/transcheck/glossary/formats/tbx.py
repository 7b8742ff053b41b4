"""TBX (ISO 30042): the term bases of terminologists.

Read: the edition of 2019 with its categories as attributes or tags, that of 2008, TBX-Min.
Written: TBX-Basic of 2019, categories as attributes. `kind` is the subject field of a concept,
`ref` its source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from transcheck.files.markup import escape
from transcheck.glossary.concepts import number_twins
from transcheck.glossary.exchange import GlossaryFile, GlossaryFormat, Pair, Reading, Writing
from transcheck.glossary.languages import usual_tag
from transcheck.glossary.tally import Tally
from transcheck.glossary.termbases.markup import XmlText, read_entries
from transcheck.glossary.termbases.tbx_entry import ENTRIES, ROOTS, read_entry
from transcheck.glossary.termbases.termbase import choose_sources, settle
from transcheck.model import Concept, Status, Term

GLOSSARY_FORMAT = GlossaryFormat("tbx", "TBX (ISO 30042)", (".tbx",))

_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="{lang}" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><sourceDesc><p>Written by transcheck.</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
"""
_TAIL = "</body></text>\n</tbx>\n"


def read(file: GlossaryFile, pair: Pair) -> Reading:
    """Return the concepts of a term base; the target language gives the names."""
    tally = Tally()
    entries = read_entries(file, ENTRIES, ROOTS, "TBX")
    own = next(entries).lang
    found = (read_entry(entry, pair.target, tally) for entry in entries)
    settled = (settle(one, pair, file.name, tally, usual_tag(own)) for one in found)
    concepts = number_twins(concept for concept in settled if concept)
    return Reading(concepts, losses=tally.lines())


def write(concepts: Iterable[Concept], pair: Pair) -> Writing:
    """Return a TBX-Basic file."""
    tally = Tally()
    text = XmlText(tally)
    parts = [_HEAD.format(lang=escape(pair.target))]
    for number, concept in enumerate(concepts, 1):
        sources = choose_sources(concept, pair, tally)
        parts.append("".join(_write(concept, sources, f"c{number}", text)))
    parts.append(_TAIL)
    return Writing("".join(parts).encode(), tally.lines())


def _write(concept: Concept, sources: list[Term], id: str, text: XmlText) -> Iterator[str]:
    yield f'<conceptEntry id="{id}">\n'
    if concept.kind:
        yield f'  <descrip type="subjectField">{text.form(concept.kind)}</descrip>\n'
    if concept.ref:
        yield f'  <admin type="source">{text.form(concept.ref)}</admin>\n'
    if concept.note:
        yield f"  <note>{text.note(concept.note)}</note>\n"
    own = [term for term in concept.terms if term.lang == concept.lang]
    yield from _write_language(concept.lang, [(term, "") for term in own], text, own=True)
    runs = [lang for lang, _ in groupby(term.lang for term in sources)]
    # TBX has one section a language: where the order of forms goes across, their ids keep it.
    crossed = len(runs) > len(set(runs))
    placed = [
        (term, f' id="{id}.s{place}"' if crossed else "") for place, term in enumerate(sources, 1)
    ]
    for lang in dict.fromkeys(runs):
        yield from _write_language(lang, [pair for pair in placed if pair[0].lang == lang], text)
    yield "</conceptEntry>\n"


def _write_language(
    lang: str, terms: list[tuple[Term, str]], text: XmlText, *, own: bool = False
) -> Iterator[str]:
    yield f'  <langSec xml:lang="{escape(lang)}">\n'
    for term, id in terms:
        yield f"    <termSec{id}><term>{text.form(term.text)}</term>"
        if own or term.status is not Status.PREFERRED:
            status = f"{term.status}Term-admn-sts"
            yield f'<termNote type="administrativeStatus">{status}</termNote>'
        yield "</termSec>\n"
    yield "  </langSec>\n"
