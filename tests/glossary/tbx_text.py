"""TBX written out for tests."""

from __future__ import annotations

from transcheck.glossary.exchange import GlossaryFile, Pair
from transcheck.glossary.formats.tbx import read

DCA = (
    '<tbx type="TBX-Basic" style="dca" xml:lang="{own}" xmlns="urn:iso:std:iso:30042:ed-2">'
    "<tbxHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></tbxHeader>"
    "<text><body>{body}</body></text></tbx>"
)
MARTIF = (
    '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n<martif type="TBX" xml:lang="{own}">'
    "<martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>"
    "<text><body>{body}</body></text></martif>"
)


def load(text, target="en"):
    return read(GlossaryFile("desk/names.tbx", text.encode()), Pair(target))


def dca(body, target="en", own="en"):
    return load(DCA.format(body=body, own=own), target)


def section(lang, *terms):
    """Return a langSec; a term is its text, or (text, status)."""
    parts = []
    for term in terms:
        text, status = (term, "") if isinstance(term, str) else term
        note = f'<termNote type="administrativeStatus">{status}</termNote>' if status else ""
        parts.append(f"<termSec><term>{text}</term>{note}</termSec>")
    return f'<langSec xml:lang="{lang}">{"".join(parts)}</langSec>'


def entry(*sections, about=""):
    return f"<conceptEntry>{about}{''.join(sections)}</conceptEntry>"


def only(reading):
    (concept,) = reading.concepts
    return concept
