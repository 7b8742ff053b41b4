"""What stays the same from article to article: settings, glossary, index, checks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

from msgspec.structs import replace

from transcheck.checks import find_checks, select_checks
from transcheck.config import Settings
from transcheck.errors import UsageError, did_you_mean
from transcheck.files.cache import cache_folder
from transcheck.glossary import GlossaryFile, parse_glossaries, read_glossaries, sign_files
from transcheck.glossary.precedence import keep_language
from transcheck.model import Article, Glossary, Policy, Record
from transcheck.names import HouseForms, NameIndex, open_index
from transcheck.scoring import sign
from transcheck.text.tags import check_tag
from transcheck.version import DATA_VERSIONS, VERSION
from transcheck.waivers import NOTHING_DECIDED, Verdicts, read_baseline, read_waivers


class Desk(Record, frozen=True):
    """What stays the same from article to article: settings, glossary, index, checks.

    `today` is the day of articles that do not say theirs; `rules_file` the configuration that
    the settings stand in.
    """

    settings: Settings
    glossary: Glossary
    policy: Policy
    forms: HouseForms
    checks: tuple[ModuleType, ...]
    today: date
    source_option: str | None = None
    verdicts: Verdicts = NOTHING_DECIDED
    rules_file: Path | None = None

    def index_for(self, article: Article | None = None) -> NameIndex:
        """Return the index of names as the house prints them on the day of an article."""
        return self.forms.on(article.day or self.today if article else self.today)

    @property
    def signature(self) -> str:
        """Everything a result depends on, in one line."""
        return sign(
            version=VERSION,
            checks=(check.CHECK.id for check in self.checks),
            glossaries=self.glossary.files,
            settings=self.settings.facts(dated=self.verdicts.is_dated)
            | {"source-option": self.source_option},
            data=DATA_VERSIONS | self.verdicts.facts,
        )


def open_desk(
    settings: Settings, source_option: str | None = None, rules_file: Path | None = None
) -> Desk:
    """Load what the settings name.

    `rules_file` is the configuration that the house rules stand in, for the message. Raise
    UsageError on a wrong glossary, check id, house rule, waiver file or baseline.
    """
    checks = select_checks(find_checks(), settings.select, settings.ignore)
    today = settings.today or datetime.now(UTC).date()
    settings = replace(settings, today=today)
    files = read_glossaries(settings.glossary, shipped=not settings.no_glossaries)
    index = _open_index(files, settings.target_lang or "en")
    glossary = Glossary(index.concepts, sign_files(files))
    policy = settings.policy
    forms = HouseForms(index, policy)
    try:
        _refuse_unknown(policy, forms)
    except UsageError as error:
        place = str(rules_file) if rules_file else None
        raise UsageError(error.message, path=place, hint=error.hint) from None
    verdicts = _read_verdicts(settings, today)
    return Desk(
        settings, glossary, policy, forms, checks, today, source_option, verdicts, rules_file
    )


def _read_verdicts(settings: Settings, today: date) -> Verdicts:
    """Read the waiver file and the baseline; refuse waivers of checks that there are none of."""
    waivers = read_waivers(settings.waivers) if settings.waivers else None
    known = [check.CHECK.id for check in find_checks()]
    for one in waivers.waivers if waivers else ():
        if one.check and one.check not in known:
            hint = did_you_mean(one.check, known, "`transcheck checks` lists them")
            what = f'unknown check "{one.check}"'
            raise UsageError(what, path=settings.waivers, line=one.line, hint=hint)
    baseline = read_baseline(settings.baseline) if settings.baseline else None
    return Verdicts(waivers, baseline, today)


def _open_index(files: Sequence[GlossaryFile], target: str) -> NameIndex:
    """Return the index of glossary files; the latest stay open for a program that checks often."""
    named = ((f"shipped {f.name}" if f.shipped else f.name, f.digest) for f in files)
    facts = (*named, ("rows for", target), ("kept in", str(cache_folder())))
    if facts not in _opened:
        while len(_opened) >= _MOST_OPEN:
            del _opened[next(iter(_opened))]
        _opened[facts] = open_index(
            facts, lambda: keep_language(parse_glossaries(files, target), target)
        )
    return _opened[facts]


_MOST_OPEN = 2
_opened: dict[tuple[tuple[str, str], ...], NameIndex] = {}


def _refuse_unknown(policy: Policy, forms: HouseForms) -> None:
    """Refuse a house rule that no glossary can serve: it would be a rule that checks nothing."""
    index = forms.index
    undated = (("preferred", form) for form in policy.preferred)
    dated = (("preferred-from", form) for form in policy.preferred_from)
    for key, form in (*undated, *dated):
        if not index.spelt(form):
            hint = did_you_mean(form, _known(index), "Add a row that has it")
            raise UsageError(f'"{key}": no glossary has the form "{form}"', hint=hint)
    _refuse_contradiction(policy, index)
    if not all(map(str.strip, policy.exceptions)):
        raise UsageError('"exceptions": a phrase is empty', hint="Write one, such as chicken Kiev")
    for tag in policy.place_names:
        _check_language(tag)
    if policy.place_names and not forms.chooses_place():
        languages = ", ".join(policy.place_names)
        hint = "Admit such forms in a row, and give them as `source` too"
        raise UsageError(f'"place-names": no glossary admits one in {languages}', hint=hint)


def _check_language(tag: str) -> None:
    try:
        check_tag(tag)
    except UsageError as error:
        raise UsageError(f'"place-names": {error.message}', hint=error.hint) from None


def _refuse_contradiction(policy: Policy, index: NameIndex) -> None:
    """Refuse two forms of one name that the house prefers on the same day."""
    rules: dict[tuple[int, date | None], str] = {}
    undated = ((form, None) for form in policy.preferred)
    for form, start in (*undated, *policy.preferred_from.items()):
        for number in index.spelt(form):
            other = rules.setdefault((number, start), form)
            if other != form:
                name = index.concepts[number].name
                hint = "Keep one, or give the later one its own day in `preferred-from`"
                key = "preferred-from" if start else "preferred"
                what = f'"{key}": "{other}" and "{form}" are both preferred for "{name}"'
                raise UsageError(what, hint=hint)


def _known(index: NameIndex) -> Iterable[str]:
    return [name for concept in index.concepts for name in (concept.name, *concept.admitted)]
