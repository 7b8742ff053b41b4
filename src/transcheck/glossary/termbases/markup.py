"""What the glossary formats in XML share: entries read safely, text that XML can hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator

from transcheck.errors import InputError, UsageError
from transcheck.files.markup import drop_unheld, escape, find_unheld
from transcheck.files.xml import Element, read_records
from transcheck.glossary.exchange import GlossaryFile
from transcheck.glossary.tally import Tally

NO_PLACE = "no place in transcheck"
# Elements whose content is the code of another program, not text (TMX 1.4, XLIFF, TBX).
CODES = frozenset({"bpt", "ept", "ph", "it", "ut", "sc", "ec"})

# Not the no-break blank: it says something, and a glossary may be asked to lint it.
_BLANKS = " \t\r\n"
_GAP = re.compile("[ \t\r\n]+")


def read_entries(
    file: GlossaryFile, names: Collection[str], roots: Collection[str], title: str
) -> Iterator[Element]:
    """Yield the root, then each entry. Raise UsageError when the file is no XML or not `title`."""
    try:
        entries = read_records(file.content, file.path, names)
        root = next(entries)
        if root.name not in roots:
            message = f"is not {title}: its root is <{root.name[:40]}>"
            hint = "Name the format it is in, or export it again"
            raise UsageError(message, path=file.path, line=root.line, hint=hint)
        yield root
        yield from entries
    except InputError as error:
        raise UsageError(error.message, path=error.path, line=error.line, hint=error.hint) from None


def tidy(text: str) -> str:
    """Return a form on one line, its letters and marks joined (NFC)."""
    if not text.isprintable() or "  " in text:
        text = _GAP.sub(" ", text)
    return unicodedata.normalize("NFC", text.strip(_BLANKS))


def tidy_note(text: str) -> str:
    """Return a note; its lines are joined only where they are indented, as programs write them."""
    return tidy(text) if _is_indented(text) else unicodedata.normalize("NFC", text.strip())


class XmlText:
    """Text for an XML file, with a count of what it cannot hold."""

    def __init__(self, tally: Tally) -> None:
        self._tally = tally

    def form(self, text: str) -> str:
        """Return a form as it stands in the file."""
        held = self._hold(text)
        tidied = tidy(held)
        if tidied != held:
            self._tally.add("form", "double blanks and line breaks written as one blank")
        return escape(tidied)

    def note(self, text: str) -> str:
        """Return a note as it stands in the file."""
        held = self._hold(text)
        if _is_indented(held):
            self._tally.add("note", "indented lines joined")
        return escape(tidy_note(held))

    def _hold(self, text: str) -> str:
        lost = find_unheld(text)
        for character in lost:
            why = "left out, as XML cannot hold such"
            self._tally.add("character", why, example=f"U+{ord(character):04X}")
        return drop_unheld(text) if lost else text


def _is_indented(text: str) -> bool:
    return "\n " in text or "\t" in text
