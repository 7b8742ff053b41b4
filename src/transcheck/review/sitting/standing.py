"""The articles of a sitting as they stand on the disk, and what is found in them by now."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping, Sequence

from transcheck.desk import Desk, open_desk
from transcheck.errors import TranscheckError
from transcheck.model import Article, ArticleReport, Report, Skipped
from transcheck.pipeline import check_article, make_report
from transcheck.review.sitting.places import Places, find_concerned
from transcheck.review.sitting.sheets import Sheet, Sheets

_MOST_SECONDS = 3.0


class Standing:
    """Articles, and the desk they are checked by; both are taken anew when their files change.

    `version` grows with every change. `pending` says that a row was written which no article has
    been checked by: opening a glossary takes a second, and a decision does not wait for it.
    `trouble` is why the desk could not be opened last: the one before holds.
    """

    def __init__(
        self,
        desk: Desk,
        places: Places,
        reports: Sequence[ArticleReport],
        skipped: Iterable[Skipped],
        files: Mapping[str, str],
    ) -> None:
        self.desk, self.places = desk, places
        self.sheets = Sheets(reports, skipped, files)
        self.version = 0
        self.pending = False
        self.trouble = ""
        self._report: tuple[int, Report] | None = None

    def look(self, key: str | None) -> Report:
        """Return the report: one article read and checked again, or all where none is named."""
        self.open_desk()
        wanted = [sheet for sheet in self.sheets.all if key in (None, sheet.key)]
        for path in dict.fromkeys(sheet.path for sheet in wanted):
            if self.sheets.is_touched(path):
                self.read(path)
        self.check_again(wanted)
        if self._report is None or self._report[0] != self.version:
            report = make_report(self.sheets.reports, self.sheets.skipped, self.desk)
            self._report = (self.version, report)
        return self._report[1]

    def open_desk(self) -> None:
        """Take what waiver files and glossaries say now; a broken one leaves what was."""
        before, settings = self.desk, self.places.settle(self.desk.settings)
        try:
            self.desk = open_desk(settings, before.source_option, before.rules_file)
        except TranscheckError as error:
            self._note_trouble(str(error))
            return
        self._note_trouble("")
        self.pending = False
        if self.desk.signature == before.signature:
            return
        self.version += 1
        anew = self.desk.glossary.files != before.glossary.files
        concerned = find_concerned(before.verdicts.waivers, self.desk.verdicts.waivers)
        for sheet in self.sheets.all:
            sheet.outdated = sheet.outdated or anew or concerned(sheet.path)

    def _note_trouble(self, words: str) -> None:
        """Note a trouble, or that there is none any more: a page that was set says the other."""
        if words != self.trouble:
            self.trouble = words
            self.version += 1

    def check_again(self, sheets: Iterable[Sheet]) -> None:
        """Check articles again that are outdated, a few seconds' worth of them at a time."""
        start = time.monotonic()
        for sheet in sheets:
            if time.monotonic() - start > _MOST_SECONDS:
                return
            if sheet.outdated and not sheet.gone:
                sheet.put(*self.check(sheet.now.article))
                self.version += 1

    def read(self, path: str) -> None:
        """Read a file again, and check what has changed in it."""
        before = [(sheet.number, sheet.gone) for sheet in self.sheets.of(path)]
        self.sheets.read(path, self.check, self.desk.settings.encoding)
        if before != [(sheet.number, sheet.gone) for sheet in self.sheets.of(path)]:
            self.version += 1

    def check(self, article: Article) -> tuple[ArticleReport, tuple[Skipped, ...]]:
        """Check an article by the desk as it is."""
        return check_article(article, self.desk)
