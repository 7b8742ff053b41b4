"""What stays the same from article to article: settings, glossary, index, checks."""

from __future__ import annotations

from types import ModuleType

from transcheck.checks import find_checks, select_checks
from transcheck.config import Settings
from transcheck.errors import UsageError, did_you_mean
from transcheck.glossary import parse_glossaries, read_glossaries, sign_files
from transcheck.model import Glossary, Policy, Record
from transcheck.names import NameIndex, open_index, prefer
from transcheck.scoring import sign
from transcheck.version import DATA_VERSIONS, VERSION


class Desk(Record, frozen=True):
    """What stays the same from article to article: settings, glossary, index, checks."""

    settings: Settings
    glossary: Glossary
    policy: Policy
    index: NameIndex
    checks: tuple[ModuleType, ...]
    source_option: str | None = None

    @property
    def signature(self) -> str:
        """Everything a result depends on, in one line."""
        return sign(
            version=VERSION,
            checks=(check.CHECK.id for check in self.checks),
            glossaries=self.glossary.files,
            settings=self.settings.facts() | {"source-option": self.source_option},
            data=DATA_VERSIONS,
        )


def open_desk(settings: Settings, source_option: str | None = None) -> Desk:
    """Load what the settings name. Raise UsageError on a wrong glossary or check id."""
    checks = select_checks(find_checks(), settings.select, settings.ignore)
    files = read_glossaries(settings.glossary, shipped=not settings.no_glossaries)
    target = settings.target_lang or "en"
    facts = [*((file.name, file.digest) for file in files), ("target", target)]
    index = open_index(facts, lambda: parse_glossaries(files, target))
    glossary = Glossary(index.concepts, sign_files(files))
    policy = Policy(preferred=settings.preferred)
    _check_preferred(policy, index)
    return Desk(settings, glossary, policy, prefer(index, policy), checks, source_option)


def _check_preferred(policy: Policy, index: NameIndex) -> None:
    """Refuse a house form that no glossary has: it would be a policy that checks nothing."""
    for form in policy.preferred:
        if not index.spelt(form):
            known = [name for c in index.concepts for name in (c.name, *c.admitted)]
            hint = did_you_mean(form, known, "Add a row that has it")
            raise UsageError(f'no glossary has the preferred form "{form}"', hint=hint)
