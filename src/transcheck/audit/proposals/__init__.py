"""New glossary rows out of an archive: the names that stand in no glossary, most wanted first.

sightings    ─ one article ─► its names that no glossary has, each with the words around it
archive      ─ all articles ─► spellings with their counts; places are kept, texts are not
spellings    ─ which of them are one name, which is right: the judgement of `names`, over all
whole_names  ─ full names with their family names alone, one thing once
forms, kinds, evidence, respelling ─► proposals ─ ranked
"""

from __future__ import annotations

from transcheck.audit.proposals.archive import Archive, gather
from transcheck.audit.proposals.drawing import draw_up
from transcheck.audit.proposals.proposal import Proposal
from transcheck.audit.proposals.sightings import Reading, read_names
from transcheck.audit.proposals.spellings import judge_spellings
from transcheck.audit.proposals.whole_names import gather_things
from transcheck.desk import Desk
from transcheck.model import Languages

__all__ = ["Archive", "Proposal", "Reading", "gather", "propose", "read_names"]

MIN_ARTICLES = 2
"""Names in fewer articles are left out: what stands once may be a slip or somebody's neighbour."""


def propose(archive: Archive, desk: Desk, min_articles: int = MIN_ARTICLES) -> tuple[Proposal, ...]:
    """Return the rows that an archive asks for, those most worth an editor's time first.

    Articles gathered in one order, such as that of their paths, give the same rows each time.
    """
    settings = desk.settings
    source = desk.source_option or settings.source_lang or archive.source
    languages = Languages(target=settings.target_lang or "en", source=source)
    spellings = judge_spellings(archive, desk.forms.index, languages)
    things = gather_things(archive, spellings)
    return draw_up(things, archive, spellings, desk.forms.index, languages, min_articles)
