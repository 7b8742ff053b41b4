"""What an editor should mend in a glossary: why it cannot be loaded, and what would mislead."""

from __future__ import annotations

from collections.abc import Iterator

from transcheck.errors import did_you_mean
from transcheck.glossary.entries import Entry, read_entry
from transcheck.glossary.issues import GlossaryIssue
from transcheck.glossary.sheet import read_sheet
from transcheck.glossary.spelling import Fault, find_damage, find_faults
from transcheck.glossary.twins import find_twins
from transcheck.names.words.lexicon import is_word
from transcheck.text.tags import meant_tag, primary

KINDS = ("person", "place", "org", "product", "event", "demonym", "acronym")
# Small words that stand in lower case inside a person's name.
_PARTICLES = frozenset(
    "af al av bin d da das de dei del della den der di do dos du e el i ibn la le of ten ter the "
    "til van von y zu zum".split()
)
_UNICASE = frozenset(["ar", "fa", "he", "ja", "ka", "ko", "th", "ur", "zh"])


def lint(path: str) -> tuple[GlossaryIssue, ...]:
    """Return all that is wrong with a glossary file, in the order of its lines."""
    sheet = read_sheet(path)
    entries = [read_entry(row) for row in sheet.rows]
    issues = list(sheet.problems)
    for entry in entries:
        for id, message in _faults(entry):
            issues.append(GlossaryIssue(path, entry.line, id, message))
    for line, id, message in find_twins(entries):
        issues.append(GlossaryIssue(path, line, id, message))
    return tuple(sorted(dict.fromkeys(issues), key=lambda issue: issue.line))


def _faults(entry: Entry) -> Iterator[Fault]:
    yield from _cells(entry)
    for form in (entry.raw_name, *entry.raw_admitted, *entry.raw_rejected):
        yield from find_faults(form)
    for form in (entry.name, *entry.admitted, *(form for _, form in entry.sources)):
        yield from find_damage(form)
    for form in entry.raw_sources:
        # Joiners are letters' shape in some scripts, not dirt.
        yield from find_faults(form.replace("\u200c", "").replace("\u200d", ""))
    yield from _variants(entry)
    if entry.kind == "person":
        yield from _persons(entry)


def _cells(entry: Entry) -> Iterator[Fault]:
    if entry.kind and entry.kind not in KINDS:
        remedy = did_you_mean(entry.kind.lower(), KINDS, f"Write one of {', '.join(KINDS)}")
        yield "unknown-kind", f"“{entry.kind}” is not a kind of name. {remedy}"
    if "|" in entry.name:
        yield (
            "list-in-name",
            f"“{entry.name}” is a list: keep one name, put the others under `admitted`",
        )
    for column in entry.empty_items:
        yield "empty-item", f"the list `{column}` holds an empty item: remove the extra |"
    for tag in dict.fromkeys([entry.lang, *(tag for tag, _ in entry.sources)]):
        meant = meant_tag(tag)
        if tag and meant != tag:
            remedy = f"“{meant}”" if meant else "one such as “sr”, “cnr” or “en-GB”"
            yield "unknown-language", f"“{tag}” is not a language tag: write {remedy}"
    for tag, form in entry.sources:
        if not tag:
            yield "source-without-language", f"“{form}” has no language: write `sr:{form}`"
        elif tag == entry.lang:
            yield (
                "source-in-target-language",
                f"“{tag}:{form}” is in the row's own language: put it under `admitted`",
            )
        if tag and not form:
            yield "empty-item", f"“{tag}:” has no form after the colon: write it or remove it"


def _variants(entry: Entry) -> Iterator[Fault]:
    own = [entry.name]
    for form in entry.admitted:
        if form in own:
            yield "repeated-form", f"“{form}” stands twice in the row: keep it once"
        own.append(form)
        yield from _ordinary(form, "admitted")
        letters = [c for c in form if c.isalpha()]
        if len(letters) < 3 and not all(c.isupper() for c in letters):
            yield "short-variant", f"“{form}” is too short to be told from other words: remove it"
    for place, form in enumerate(entry.rejected):
        if form in own:
            yield (
                "rejected-own-form",
                f"“{form}” is rejected and is a right form of the same row: keep one",
            )
        yield from _ordinary(form, "rejected")
        if form in entry.rejected[:place]:
            yield "repeated-form", f"“{form}” stands twice under `rejected`: keep it once"
        if sum(map(str.isalpha, form)) < 3:
            yield (
                "short-variant",
                f"“{form}” is too short to be rejected everywhere: remove it",
            )


def _ordinary(form: str, column: str) -> Iterator[Fault]:
    if " " not in form and not form.isupper() and is_word(form):
        yield (
            "ordinary-word",
            f"“{form}” is an ordinary English word and would be taken for the name: "
            f"remove it from `{column}`",
        )


def _persons(entry: Entry) -> Iterator[Fault]:
    forms = [entry.name, *entry.admitted]
    forms += [form for tag, form in entry.sources if primary(tag) not in _UNICASE]
    for form in forms:
        words = form.split()
        if words and (_begins_low(words[0]) or _low(words[-1])):
            yield "lower-case-person", f"“{form}” is a person in lower case: write capitals"


def _begins_low(word: str) -> bool:
    return _low(word) and word.strip("'’") not in _PARTICLES


def _low(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return bool(letters) and all(letter.islower() for letter in letters)
