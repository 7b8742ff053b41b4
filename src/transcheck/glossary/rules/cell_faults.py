"""Faults of one row that the letters do not show: its lists, its tags, its variants."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.glossary.rules.entries import Entry, Fault
from transcheck.names.words.lexicon import is_word
from transcheck.text.tags import meant_tag

_SHORT = 3


def find_cell_faults(entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong in the lists and languages of a row."""
    if "|" in entry.name:
        message = f"“{entry.name}” is a list: keep one name, put the others under `admitted`"
        yield Fault("name", "list-in-name", message)
    for column in entry.empty_items:
        message = "the list holds an empty item: remove the extra |"
        yield Fault(column, "empty-item", message)
    yield from _languages(entry)
    yield from _sources(entry)
    yield from _note(entry)


def _languages(entry: Entry) -> Iterator[Fault]:
    tags = [("lang", entry.lang), *(("source", tag) for tag, _ in entry.sources)]
    for column, tag in dict.fromkeys(tags):
        meant = meant_tag(tag)
        if tag and meant != tag:
            remedy = f"“{meant}”" if meant else "one such as “sr”, “cnr” or “en-GB”"
            yield Fault(
                column, "unknown-language", f"“{tag}” is not a language tag: write {remedy}"
            )


def _sources(entry: Entry) -> Iterator[Fault]:
    for place, (tag, form) in enumerate(entry.sources):
        if not tag:
            message = f"“{form}” has no language: write `sr:{form}`"
            yield Fault("source", "source-without-language", message)
        elif tag == entry.lang:
            message = f"“{tag}:{form}” is in the row's own language: put it under `admitted`"
            yield Fault("source", "source-in-target-language", message)
        if tag and not form:
            message = f"“{tag}:” has no form after the colon: write it or remove it"
            yield Fault("source", "empty-item", message)
        elif (tag, form) in entry.sources[:place]:
            message = f"“{tag}:{form}” stands twice: keep it once"
            yield Fault("source", "repeated-form", message)


def _note(entry: Entry) -> Iterator[Fault]:
    """A list, or a form with its language, that slipped into the cell beside its own."""
    head, colon, rest = entry.note.partition(":")
    if "|" in entry.note or (
        colon and head.islower() and rest[:1].strip() and meant_tag(head) == head
    ):
        message = f"“{entry.note[:60]}” looks like forms of the name: put them under their column"
        yield Fault("note", "forms-in-note", message)


def find_variant_faults(entry: Entry) -> Iterator[Fault]:
    """Yield admitted and rejected forms that would mislead."""
    own = [entry.name]
    for form in entry.admitted:
        if form in own:
            message = f"“{form}” stands twice in the row: keep it once"
            yield Fault("admitted", "repeated-form", message)
        own.append(form)
        letters = [c for c in form if c.isalpha()]
        if len(letters) < _SHORT and not all(c.isupper() for c in letters):
            message = f"“{form}” is too short to be told from other words: remove it"
            yield Fault("admitted", "short-variant", message)
        else:
            yield from _ordinary("admitted", form)
    for place, form in enumerate(entry.rejected):
        if form in own:
            message = f"“{form}” is rejected and is a right form of the same row: keep one"
            yield Fault("rejected", "rejected-own-form", message)
        if form in entry.rejected[:place]:
            message = f"“{form}” stands twice: keep it once"
            yield Fault("rejected", "repeated-form", message)
        if sum(map(str.isalpha, form)) < _SHORT:
            message = f"“{form}” is too short to be rejected everywhere: remove it"
            yield Fault("rejected", "short-variant", message)
        else:
            yield from _ordinary("rejected", form)


def _ordinary(column: str, form: str) -> Iterator[Fault]:
    if " " not in form and not form.isupper() and is_word(form):
        message = f"“{form}” is an ordinary English word and would be taken for the name: remove it"
        yield Fault(column, "ordinary-word", message)
