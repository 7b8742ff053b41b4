"""A glossary as pairs of terms, source and target: what an engine needs of it, and what is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from transcheck.errors import UsageError
from transcheck.glossary.concepts import concept_id, number_twins
from transcheck.glossary.engines.limits import Engine, leave_out, list_refused
from transcheck.glossary.exchange import ALL, Pair
from transcheck.glossary.languages import covers
from transcheck.model import Concept, Record, Term
from transcheck.text.plural import plural
from transcheck.text.tags import primary

UNNAMED = "und"
"""BCP 47 for a language nobody named."""


class Entry(Record, frozen=True):
    """A name in the language translated into, and the term it stands for, as a file pairs them."""

    line: int
    name: str
    lang: str
    term: str = ""
    source: str = UNNAMED
    note: str = ""


class Pairs(Record, frozen=True):
    """The pairs that can be written, source term first, and what is said of them and the rest."""

    rows: tuple[tuple[str, str], ...]
    source: str
    losses: tuple[str, ...]
    notes: tuple[str, ...]


def join_entries(entries: Iterable[Entry], file: str) -> tuple[Concept, ...]:
    """Return one concept for each name; the terms it stands for are its source forms."""
    found: dict[tuple[str, str], tuple[Entry, list[Term]]] = {}
    for entry in entries:
        _, terms = found.setdefault(
            (entry.name, entry.lang), (entry, [Term(entry.name, entry.lang)])
        )
        term = Term(entry.term, entry.source)
        if entry.term and term not in terms:
            terms.append(term)
    return number_twins(
        Concept(
            concept_id(first.name, ""),
            first.name,
            terms=tuple(terms),
            lang=first.lang,
            note=first.note,
            file=file,
            row=first.line,
        )
        for first, terms in found.values()
    )


def make_pairs(
    concepts: Sequence[Concept], pair: Pair, engine: Engine, *, bare: bool = False
) -> Pairs:
    """Return the pairs of a glossary from one source language into the target language.

    Without a source language it is the most frequent one. Raise UsageError when there is none.
    With `bare` a name without a source form is paired with nothing, else it is left out.
    """
    if pair.source == ALL:
        message = f"{engine.title} takes one source language: only Google's term sets hold several"
        raise UsageError(message, hint="Say which with --source-lang")
    kept = keep_target(concepts, pair)
    counts = count_sources(kept)
    source = pair.source or choose_source(counts, engine)
    rows: dict[str, tuple[str, str]] = {}
    refused: dict[str, list[str]] = {}
    formless: list[str] = []
    for concept in kept:
        forms = [term.text for term in concept.sources if covers(source, term.lang)]
        if not forms and bare and not engine.refuse(concept.name):
            rows[f"\t{concept.name}"] = ("", concept.name)
        elif not forms:
            formless.append(concept.name)
        for form in forms:
            reason = engine.refuse(form) or engine.refuse(concept.name)
            first = rows.setdefault(engine.key(form), (form, concept.name)) if not reason else None
            if reason:
                refused.setdefault(reason, []).append(concept.name)
            elif first and first[1] != concept.name:
                shown = f"{form} → {concept.name}, beside {first[0]} → {first[1]}"
                refused.setdefault("two targets for one source term", []).append(shown)
    losses = [*list_refused(refused, engine.title)]
    losses += leave_out("row", formless, f"having no form in {source}")
    losses += list_foreign(concepts, pair)
    losses += _other_languages(counts, source)
    losses += list_plainer_tags(kept, pair, source)
    losses += list_unwritten(kept, engine.title)
    note = f"{plural(len(rows), 'pair')} from {source} into {pair.target}"
    if pair.source is None and len(counts) > 1:
        note += f" ({source} is the most frequent source language; --source-lang names another)"
    return Pairs(tuple(rows.values()), source, tuple(losses), (note,))


def keep_target(concepts: Sequence[Concept], pair: Pair) -> list[Concept]:
    """Return the concepts whose names are in the target language, whatever its region."""
    return [concept for concept in concepts if covers(primary(pair.target), concept.lang)]


def count_sources(concepts: Iterable[Concept]) -> Counter[str]:
    """Return how many source forms there are in each language, the most frequent first."""
    found = Counter(primary(term.lang) for concept in concepts for term in concept.sources)
    return Counter(dict(sorted(found.items(), key=lambda item: (-item[1], item[0]))))


def choose_source(counts: Counter[str], engine: Engine) -> str:
    """Return the most frequent source language; raise UsageError when there is none."""
    named = next((tag for tag in counts if tag != UNNAMED), None)
    if named:
        return named
    what = "has a language (write `sr:Ana Lund`)" if counts else "is there"
    message = f"{engine.title} pairs each name with a source form, and no source form {what}"
    hint = "Write to tsv for a plain list of names" if not counts else None
    raise UsageError(message, hint=hint)


def list_foreign(concepts: Sequence[Concept], pair: Pair) -> Iterator[str]:
    """Yield the line that names the rows of other target languages."""
    target = primary(pair.target)
    names = [concept.name for concept in concepts if not covers(target, concept.lang)]
    yield from leave_out("row", names, f"as the file is for {pair.target}: see --target-lang")


def _other_languages(counts: Counter[str], source: str) -> Iterator[str]:
    others = {tag: count for tag, count in counts.items() if not covers(primary(source), tag)}
    if others:
        why = f"left out, as the file has one source language, {source}: see --source-lang"
        yield f"{plural(sum(others.values()), 'source form')} ({', '.join(others)}): {why}"


def list_plainer_tags(concepts: Sequence[Concept], pair: Pair, source: str) -> Iterator[str]:
    """Yield a line for forms of another script or region than the file's, and for what it drops."""
    sources = Counter(term.lang for concept in concepts for term in concept.sources)
    for tag, count in sorted(sources.items()):
        if primary(tag) == primary(source) and not covers(source, tag):
            yield f"{plural(count, 'source form')} in {tag}: left out, as the file is from {source}"
        elif tag.startswith(f"{source}-"):
            yield f"{plural(count, 'source form')} in {tag}: written as {source}"
    names = Counter(concept.lang for concept in concepts)
    for tag, count in sorted(names.items()):
        if tag.startswith(f"{pair.target}-"):
            yield f"{plural(count, 'name')} in {tag}: written as {pair.target}"


def list_unwritten(
    concepts: Sequence[Concept], title: str, *, notes: bool = False
) -> Iterator[str]:
    """Yield a line with its count for each column that the format has no place for.

    With `notes` it has one for notes.
    """
    counts = {
        "admitted form": sum(len(concept.admitted) for concept in concepts),
        "rejected form": sum(len(concept.rejected) for concept in concepts),
        "kind": sum(bool(concept.kind) for concept in concepts),
        "note": 0 if notes else sum(bool(concept.note) for concept in concepts),
        "reference": sum(bool(concept.ref) for concept in concepts),
    }
    for noun, count in counts.items():
        if count:
            yield f"{plural(count, noun)}: {title} has no place for such"
