"""transcheck for programs: the same pipeline as the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from transcheck.config import Settings, choose, override, read_settings
from transcheck.desk import open_desk
from transcheck.errors import InputError
from transcheck.glossary import load_glossaries
from transcheck.model import Article, Certainty, Glossary, Report, Severity
from transcheck.pipeline import check_article, make_report
from transcheck.readers import find_inputs, read
from transcheck.readers.formats.plain import read_text


def check(
    text: str,
    *,
    source: str | None = None,
    glossary: str | Path | Sequence[str | Path] = (),
    shipped: bool = True,
    source_lang: str | None = None,
    target_lang: str | None = None,
    preferred: Sequence[str] = (),
    house: Mapping[str, object] | None = None,
    fail_on: str = "major",
    min_certainty: str = "likely",
) -> Report:
    """Check a translated text and return its report.

    `source` is the source text, line by line beside the translation. `glossary` names native
    CSV files; the shipped glossaries count too unless `shipped` is False. `house` holds further
    rules of the house with the keys of transcheck.toml: {"diacritics": "strip"}.
    """
    settings = _settings(glossary, shipped, target_lang, preferred, house, fail_on, min_certainty)
    article = read_text(text, path="<text>", source=source)
    return _report([article], settings, source_lang)


def check_file(
    path: str | Path,
    *,
    glossary: str | Path | Sequence[str | Path] = (),
    shipped: bool = True,
    source_lang: str | None = None,
    target_lang: str | None = None,
    preferred: Sequence[str] = (),
    house: Mapping[str, object] | None = None,
    fail_on: str = "major",
    min_certainty: str = "likely",
    encoding: str | None = None,
) -> Report:
    """Check a file (or the rows of a JSONL file). Raise InputError when nothing can be read."""
    settings = _settings(glossary, shipped, target_lang, preferred, house, fail_on, min_certainty)
    inputs = find_inputs([str(path)], "")
    desk = open_desk(settings, source_lang)
    articles, skipped = [], list(inputs.skipped)
    for one in inputs.inputs:
        read_articles, unread = read(one, encoding=encoding)
        articles += [check_article(article, desk) for article in read_articles]
        skipped += unread
    if not articles:
        raise InputError("; ".join(one.reason for one in skipped), path=str(path))
    skipped += [entry for _, entries in articles for entry in entries]
    return make_report([report for report, _ in articles], skipped, desk)


def load_glossary(path: str | Path) -> Glossary:
    """Load one native CSV glossary. Raise UsageError naming the line when it is unusable."""
    return load_glossaries([str(path)], shipped=False)


def _settings(
    glossary: str | Path | Sequence[str | Path],
    shipped: bool,
    target_lang: str | None,
    preferred: Sequence[str],
    house: Mapping[str, object] | None,
    fail_on: str,
    min_certainty: str,
) -> Settings:
    rules = read_settings(house or {}, "house")
    paths = [glossary] if isinstance(glossary, str | Path) else glossary
    return override(
        rules,
        {
            "glossary": tuple(str(path) for path in paths),
            "no_glossaries": not shipped,
            "target_lang": target_lang,
            "preferred": tuple(preferred),
            "fail_on": choose(Severity, fail_on, "severity"),
            "min_certainty": choose(Certainty, min_certainty, "certainty"),
        },
    )


def _report(articles: Sequence[Article], settings: Settings, source_lang: str | None) -> Report:
    desk = open_desk(settings, source_lang)
    results = [check_article(article, desk) for article in articles]
    skipped = [entry for _, entries in results for entry in entries]
    return make_report([report for report, _ in results], skipped, desk)
