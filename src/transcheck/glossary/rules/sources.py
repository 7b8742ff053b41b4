"""Source forms that cannot be right: of another row too, or in letters of another language."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from transcheck.glossary.rules.entries import Entry, Fault
from transcheck.text.tags import group, primary

_CYRILLIC = frozenset("mk bg ru uk be".split())
_LATIN = frozenset("hr sl sq en de fr it es pt nl pl cs sk hu ro tr sv da no fi et lv lt".split())


def find_shared_sources(
    entries: Sequence[Entry], known: Collection[tuple[int, str]] = ()
) -> Iterator[tuple[Entry, Fault]]:
    """Yield rows with a source form of another row of their kind; the later is named.

    `known` are the ids of entries and their forms of which worse is said.
    """
    first: dict[tuple[str, str, str], Entry] = {}
    for entry in entries:
        for tag, form in entry.sources:
            if not form or (id(entry), form) in known:
                continue
            other = first.setdefault((group(tag), form.casefold(), entry.kind), entry)
            if entry.name.startswith(other.name) or other.name.startswith(entry.name):
                continue  # Guatemala and Guatemala City
            message = (
                f"“{tag}:{form}” is the form of “{other.name}” too ({other.place(entry)}): "
                "keep it where it belongs"
            )
            yield entry, Fault("source", "shared-source", message)


def find_script_faults(entry: Entry) -> Iterator[Fault]:
    """Yield forms whose letters are not those of their language; acronyms may be of any."""
    if entry.kind not in ("person", "place"):
        return
    for tag, form in entry.sources:
        script = "Cyrl" if _has(form, "Ѐ", "ԯ") else "Latn" if _has(form, "A", "ɏ") else None
        own = _script_of(tag)
        if script and own and script != own:
            remedy = "write it in its letters, or mend the language"
            message = f"“{tag}:{form}” is not in the letters of its language: {remedy}"
            yield Fault("source", "wrong-script", message)
    if _script_of(entry.lang) == "Latn":
        for column, forms in (("name", (entry.name,)), ("admitted", entry.admitted)):
            for form in forms:
                if _has(form, "Ѐ", "ԯ") and not _has(form, "A", "ɏ"):
                    remedy = f"write it in Latin letters, put it under `source` as `mk:{form}`"
                    message = f"“{form}” is in Cyrillic: {remedy}"
                    yield Fault(column, "wrong-script", message)


def _script_of(tag: str) -> str | None:
    language, _, rest = tag.partition("-")
    if rest[:4] in ("Cyrl", "Latn"):
        return rest[:4]
    language = primary(language)
    return "Cyrl" if language in _CYRILLIC else "Latn" if language in _LATIN else None


def _has(form: str, first: str, last: str) -> bool:
    return any(first <= letter <= last and letter.isalpha() for letter in form)
