"""`transcheck names`: what a form of a name could be, by which damage, with probabilities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import click

from transcheck.cli.chain import as_number, describe_changes, describe_channel
from transcheck.cli.help import Command
from transcheck.cli.options import format_option, name_options
from transcheck.cli.output import print_json
from transcheck.cli.settings import read_given
from transcheck.errors import UsageError
from transcheck.model import Record, Status
from transcheck.names import NameIndex
from transcheck.names.damage.endings import HYPHENATED
from transcheck.names.terms.mentions import name_row
from transcheck.names.terms.originals import find_originals
from transcheck.names.terms.reading import read_piece
from transcheck.names.trace import match_form
from transcheck.names.words.lexicon import is_known_name, is_word
from transcheck.names.words.tokens import find_words, split_words
from transcheck.text.controls import show_controls
from transcheck.text.fold import fold, normalise
from transcheck.text.tags import language_name

_LONGEST_SHOWN = 100
"""Characters of a form that an answer repeats."""


class Candidate(Record, frozen=True):
    """A name that a form may be: `probability` is that of one name, 0..1."""

    name: str
    kind: str
    channel: str
    probability: float
    glossary: str
    changes: str


class Answer(Record, frozen=True):
    """What can be said of a form: what it is by itself, and the names it may be, best first."""

    form: str
    itself: tuple[str, ...]
    candidates: tuple[Candidate, ...]


@click.command(name="names", cls=Command, short_help="Say what a form of a name could be.")
@click.argument("forms", metavar="FORM…", nargs=-1, required=True)
@format_option()
@name_options
def command(forms: tuple[str, ...], format_name: str, **options: Any) -> int:
    """Say what a form of a name could be: the judgement of `check`, without an article.

    \b
    transcheck names Bajden --source-lang sr

    Exit 0: something can be said of every form. 1: of one of them nothing. 2: wrong usage.
    """  # noqa: D301 (click wants the character itself)
    given = read_given(options)
    language = given.source_lang or given.settings.source_lang
    index = given.open_desk().index_for()
    answers = [answer(form, index, language) for form in forms]
    if format_name == "json":
        print_json(answers)
    else:
        for one in answers:
            click.echo("\n".join(map(show_controls, _lines(one))))
    return 0 if all(one.itself or one.candidates for one in answers) else 1


def answer(form: str, index: NameIndex, language: str | None) -> Answer:
    """Return what a form is and may be. Raise UsageError when it has no word."""
    words = _words_of(form)
    if not words:
        raise UsageError(f'"{_shorten(form)}" has no word', hint="Name a form, such as Bajden")
    candidates = []
    for match in match_form(words, index, language):
        concept = index.concepts[match.near.entry.concept]
        candidates.append(
            Candidate(
                name=" ".join(match.near.right),
                kind=concept.kind,
                channel=describe_channel(match.near.damage, language),
                probability=round(match.probability, 3),
                glossary=f"{concept.file}:{concept.row}",
                changes=describe_changes(match.near.damage),
            )
        )
    known = (*_itself(words, index), *_with_ending(form, index))
    itself = dict.fromkeys(known)  # a concept may have one family name twice
    return Answer(form, tuple(itself), tuple(candidates))


def _words_of(form: str) -> tuple[str, ...]:
    """Return the words of a form, the family name last: "Bajden, Džo" is Džo Bajden."""
    family, _, given = normalise(form).partition(",")
    return split_words(given) + split_words(family)


def _with_ending(form: str, index: NameIndex) -> Iterator[str]:
    """Yield what a form is without the ending behind its hyphen: NATO-u."""
    plain = normalise(form).strip()
    ending = HYPHENATED.search(plain)
    if ending is not None and ending.end() == len(plain):
        for what in _itself(split_words(plain[: ending.start()]), index):
            name = plain[: ending.start()]
            yield f"{name} with a case ending, {ending.group()}; {name} is {what}"


def _itself(words: Sequence[str], index: NameIndex) -> Iterator[str]:
    """Yield what a form is as it stands: a form of the glossary, a known name, a word."""
    folded = tuple(map(fold, words))
    for entry in index.entries_starting(folded):
        if entry.words == tuple(words):
            concept = index.concepts[entry.concept]
            if entry.lang is not None:
                what = f"{language_name(entry.lang)} for {concept.name}"
            elif entry.status is Status.DEPRECATED:
                what = f"a rejected form of {concept.name}"
            elif entry.text == concept.name:
                what = f"a name ({concept.kind})" if concept.kind else "a name"
            else:
                what = f"an admitted form of {concept.name}"
            yield f"{what}, {name_row(concept)}"
    if len(words) == 1:
        for entry in index.families(folded[0]):
            if entry.words[-1] == words[0] and len(entry.words) > 1:
                concept = index.concepts[entry.concept]
                tongue = f"{language_name(entry.lang)} for " if entry.lang else ""
                yield f"{tongue}the family name of {concept.name}, {name_row(concept)}"
    yield from _translations(words, index)
    if all(map(is_known_name, words)):
        yield "a known name (English dictionaries)"
    if all(map(is_word, words)):
        yield "an ordinary English word" if len(words) == 1 else "ordinary English words"


def _translations(words: Sequence[str], index: NameIndex) -> Iterator[str]:
    """Yield the names of the glossary that a form is a translation of: God Petrov."""
    written = find_words(" ".join(words), 0)
    for original in find_originals(written, 0, {}, {}, index):
        reading = read_piece(written, 0, original.folded)
        if reading and original.concept and len(reading.words) == len(written):
            means = ", ".join(reading.explain(original.words))
            yield f"a translation of {original.text} ({means}), {name_row(original.concept)}"


def _lines(one: Answer) -> Iterator[str]:
    yield _shorten(one.form)
    yield from (f"  is {what}" for what in one.itself)
    rows = [
        (as_number(c.probability), c.name, c.kind, f"{c.channel}: {c.changes}", _row(c.glossary))
        for c in one.candidates
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"  {'  '.join(cells)}".rstrip()
    if not one.itself and not rows:
        yield "  nothing is known of it: no glossary has it or a name near it"


def _shorten(form: str) -> str:
    if len(form) <= _LONGEST_SHOWN:
        return form
    return f"{form[:_LONGEST_SHOWN]}… ({len(form):,} characters)"


def _row(ref: str) -> str:
    file, _, row = ref.rpartition(":")
    return f"{file} row {row}"
