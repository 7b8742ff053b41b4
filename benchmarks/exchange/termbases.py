"""TBX files of other programs: forms by language and status, as two readers count them.

The other reader is a dozen lines on ElementTree that know nothing of names, targets or losses.
After that the concepts are written as TBX, TMX and XLIFF and read back.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats import tbx, tmx, xliff
from transcheck.glossary.tally import Tally
from transcheck.glossary.termbases.markup import read_entries
from transcheck.glossary.termbases.tbx_entry import ENTRIES, ROOTS, read_entry
from transcheck.model import Concept

Counts = Counter[tuple[str, str]]


def compare(path: Path, target: str = "en") -> bool:
    """Print both counts of a file and what is lost; say whether they are equal."""
    file = GlossaryFile(str(path), path.read_bytes())
    theirs, (concepts, ours) = _count_plainly(path), _count(file)
    reading = tbx.read(file, Pair(target))
    print(f"\n{path.name}: {len(reading.concepts)} concepts read, of {concepts} entries")
    print(f"  {'language and status':<40}{'transcheck':>12}{'plain':>12}")
    for key in sorted({*ours, *theirs}):
        print(f"  {' '.join(key):<40}{ours[key]:>12}{theirs[key]:>12}")
    print(f"  {'all forms':<40}{ours.total():>12}{theirs.total():>12}")
    for loss in reading.losses:
        print(f"  lost: {loss}")
    for format in (tbx, tmx, xliff):
        name = format.GLOSSARY_FORMAT.name
        writing = format.write(reading.concepts, Pair(target))
        back = format.read(GlossaryFile(f"a.{name}", writing.content), Pair(target)).concepts
        whole = format is not xliff
        same = sum((_rows(back, whole) & _rows(reading.concepts, whole)).values())
        print(f"  to {name} and back: {same} of {len(reading.concepts)} concepts equal")
        for loss in writing.losses:
            print(f"    lost: {loss}")
    return ours == theirs


def _rows(concepts: Sequence[Concept], whole: bool) -> Counter[tuple[object, ...]]:
    """Return what the concepts say; an XLIFF glossary has a name, forms and a definition only."""
    rest = [(one.kind, one.rejected, one.ref) if whole else () for one in concepts]
    return Counter(
        (one.name, one.admitted, one.sources, one.note, *more)
        for one, more in zip(concepts, rest, strict=True)
    )


def _count(file: GlossaryFile) -> tuple[int, Counts]:
    counts: Counts = Counter()
    entries = read_entries(file, ENTRIES, ROOTS, "TBX")
    next(entries)
    found = [read_entry(entry, "en", Tally()) for entry in entries]
    for one in found:
        counts.update((term.lang, str(term.status or "-")) for term in one.terms)
    return len(found), counts


def _count_plainly(path: Path) -> Counts:
    counts: Counts = Counter()
    for _, element in ET.iterparse(path):
        lang = element.get("{http://www.w3.org/XML/1998/namespace}lang")
        if lang is None or not element.tag.rpartition("}")[2].startswith("langS"):
            continue
        for section in element:
            if section.find(".//{*}term") is not None:
                texts = ["".join(part.itertext()) for part in section.iter()]
                status = [text for text in texts if text.endswith("-admn-sts") and " " not in text]
                counts[lang, status[0].removesuffix("Term-admn-sts") if status else "-"] += 1
    return counts
