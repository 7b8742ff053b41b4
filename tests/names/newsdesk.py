"""Short articles for the tests of the names room: one segment a line, nothing read from files."""

from __future__ import annotations

from collections.abc import Sequence

import transcheck
from transcheck.model import (
    Article,
    Concept,
    Finding,
    Glossary,
    Languages,
    Names,
    Segment,
    Status,
    Term,
)
from transcheck.names import build_index, find_names
from transcheck.names.index import NameIndex
from transcheck.names.judgement.pair import Pair
from transcheck.names.words.tokens import Run, find_runs, find_words
from transcheck.names.words.units import Unit, find_units
from transcheck.names.words.usage import Usage, survey

NO_GLOSSARY = build_index(Glossary())


def concept(
    name: str,
    kind: str = "person",
    admitted: Sequence[str] = (),
    rejected: Sequence[str] = (),
    sources: Sequence[tuple[str, str]] = (),
) -> Concept:
    """A glossary row; `sources` are (language, form)."""
    terms = [Term(name, "en")]
    terms += [Term(form, "en", Status.ADMITTED) for form in admitted]
    terms += [Term(form, "en", Status.DEPRECATED) for form in rejected]
    terms += [Term(form, lang) for lang, form in sources]
    id = f"{kind}:{name.lower().replace(' ', '-')}"
    return Concept(id=id, name=name, kind=kind, terms=tuple(terms), file="desk.csv", row=2)


def index_of(*concepts: Concept) -> NameIndex:
    return build_index(Glossary(concepts))


def article_of(text: str) -> Article:
    lines = text.strip().split("\n")
    segments = tuple(Segment(str(number), line) for number, line in enumerate(lines))
    return Article("<text>", "<text>", segments)


def runs_of(text: str) -> list[Run]:
    lines = enumerate(text.strip().split("\n"))
    return [run for number, line in lines for run in find_runs(find_words(line, number))]


def units_of(text: str) -> list[Unit]:
    return find_units(runs_of(text))


def usages_of(text: str) -> dict[str, Usage]:
    runs = runs_of(text)
    return survey(find_units(runs), runs, text.strip().split("\n"))


def pair_of(
    text: str, one: str, other: str, language: str | None = None, index: NameIndex = NO_GLOSSARY
) -> Pair:
    """Two spellings as an article uses them."""
    usages = usages_of(text)
    return Pair(usages[one], usages[other], Languages(source=language), index)


def names_in(text: str, language: str | None = None, index: NameIndex = NO_GLOSSARY) -> Names:
    return find_names(article_of(text), index, Languages(source=language))


def name_findings(text: str, language: str | None = None) -> list[Finding]:
    """The findings of the checks of names on a text, by the whole pipeline."""
    report = transcheck.check(text, shipped=False, source_lang=language)
    assert not report.skipped, report.skipped
    return [one for one in report.articles[0].findings if one.check.startswith("name-")]
