"""One sitting: the articles as they stand, what was decided, and both kept in step."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from transcheck.checks import find_checks
from transcheck.desk import Desk, open_desk
from transcheck.errors import TranscheckError
from transcheck.model import Article, ArticleReport, Finding, Report, Skipped
from transcheck.pipeline import check_article, make_report
from transcheck.review.decisions import Choice
from transcheck.review.sitting.places import Places, find_concerned
from transcheck.review.sitting.rows import take_row_back
from transcheck.review.sitting.sheets import Sheet, Sheets
from transcheck.review.sitting.texts import take_text_back
from transcheck.review.sitting.tracing import find_print, trace
from transcheck.review.sitting.wishes import Act, Outcome, Wish
from transcheck.review.sitting.writing import (
    CHANGED,
    fix_file,
    take_waivers_back,
    write_row,
    write_waivers,
)
from transcheck.review.waiving import Terms

_MOST_SECONDS = 3.0


class Sitting:
    """Articles under review. One request at a time goes through it, whoever asks."""

    def __init__(
        self,
        desk: Desk,
        rules_file: Path | None,
        places: Places,
        reports: Sequence[ArticleReport],
        skipped: Iterable[Skipped],
        files: Mapping[str, str],
    ) -> None:
        self._desk, self._rules_file, self.places = desk, rules_file, places
        self._sheets = Sheets(reports, skipped, files)
        self._acts: dict[int, Act] = {}
        self._count = self._step = 0
        self._stale_desk = False
        self._hold = threading.RLock()
        self.trouble = ""
        self.version = 0
        self._report: tuple[int, Report] | None = None

    # --- looking

    def look(self, key: str | None = None) -> Report:
        """Return the report as things stand: one article read again, or all where none is named.

        What an editor of another program changed is seen here. After a change in a glossary the
        articles of a long run are checked again a few seconds' worth at a time.
        """
        with self._hold:
            self._open_desk()
            wanted = [sheet for sheet in self._sheets.all if key in (None, sheet.key)]
            for path in dict.fromkeys(sheet.path for sheet in wanted):
                if self._sheets.is_touched(path):
                    self._read(path)
            self._check_again(wanted)
            if self._report is None or self._report[0] != self.version:
                report = make_report(self._sheets.reports, self._sheets.skipped, self._desk)
                self._report = (self.version, report)
            return self._report[1]

    def states(self) -> dict[str, int]:
        """Return the number of each article's state, by its key."""
        with self._hold:
            return {sheet.key: sheet.number for sheet in reversed(self._sheets.all)}

    def acts(self) -> list[Act]:
        """Return what was decided and not taken back, in order."""
        with self._hold:
            return list(self._acts.values())

    # --- deciding

    def decide(self, wishes: Sequence[Wish]) -> Outcome:
        """Write what is asked for, at once. Where a page is too old nothing of it is written."""
        with self._hold:
            outcome = Outcome()
            for sheet in {self._sheets.find(wish.article) for wish in wishes}:
                if sheet:
                    self._read(sheet.path)
            if not self._stale_desk:
                self._open_desk()
            acts = self._gather(wishes, outcome)
            if not outcome.refused:
                self._write(acts, outcome)
            return outcome

    def take_back(self, numbers: Iterable[int]) -> tuple[list[int], list[tuple[int, str]]]:
        """Take acts back; return those, and the others with the reason."""
        with self._hold:
            done, refused = [], []
            for number in sorted(set(numbers), reverse=True):
                act = self._acts.get(number)
                if act is None:
                    refused.append((number, "it was taken back already"))
                    continue
                try:
                    self._take_back(act)
                except TranscheckError as error:
                    refused.append((number, str(error)))
                else:
                    done.append(number)
                    del self._acts[number]
            self.version += 1
            return done, refused

    def _gather(self, wishes: Sequence[Wish], outcome: Outcome) -> list[Act]:
        acts: dict[tuple[object, ...], Act] = {}
        self._step += 1
        for wish in wishes:
            sheet = self._sheets.find(wish.article)
            found = self._find(wish, sheet)
            if isinstance(found, str) or sheet is None:
                outcome.refuse([wish], str(found))
                continue
            alike = (sheet.key, wish.decision, wish.form, wish.reason, wish.kind)
            key = (*alike, found.check, found.text)
            if key not in acts:
                self._count += 1
                acts[key] = Act(self._count, self._step, sheet, [], [])
            acts[key].wishes.append(wish)
            acts[key].findings.append(found)
        return list(acts.values())

    def _find(self, wish: Wish, sheet: Sheet | None) -> Finding | str:
        """Return the finding that a wish is about, or why there is none."""
        if sheet is None:
            return "there is no such article in this review"
        if sheet.gone:
            return f"{sheet.path}: {sheet.gone}"
        then = sheet.at(wish.seen)
        found = find_print(then or sheet.now, wish.fingerprint)
        found = found and trace(found, then or sheet.now, sheet.now)
        if found is None or found.advisory:
            return f"{sheet.path}: {CHANGED}"
        if found.waived is not None:
            return f"{sheet.path}: “{found.text}” was waived since this page was made"
        if wish.decision in (Choice.ACCEPT, Choice.GLOSSARY):
            forms = list(found.suggestions)
            forms += [found.text] if wish.decision is Choice.GLOSSARY else []
            if not wish.form or wish.form not in forms:
                return f"{sheet.path}: “{wish.form}” is not one of the forms for “{found.text}”"
        if wish.decision is Choice.NOT_AN_ERROR and not wish.reason.strip():
            return f"{sheet.path}: no reason why “{found.text}” is not an error"
        return found

    def _write(self, acts: list[Act], outcome: Outcome) -> None:
        self.version += 1
        done = []
        for act in acts:
            if act.wish.decision is Choice.GLOSSARY:
                if not write_row(act, self.places.glossary, outcome):
                    continue
                self._stale_desk = True
            done.append(act)
        by_path: dict[str, list[Act]] = {}
        for act in done:
            if act.mends:
                by_path.setdefault(act.sheet.path, []).append(act)
        for path, here in by_path.items():
            encoding = self._desk.settings.encoding
            fixed = fix_file(path, here, self._sheets, self._check, encoding, outcome)
            for act in here:
                if act not in fixed:
                    done.remove(act)
                    self._drop_row(act)
        waived = [act for act in done if act.wish.decision is Choice.NOT_AN_ERROR]
        if waived:
            done = self._waive(waived, done, outcome)
        self._acts |= {act.number: act for act in done}
        outcome.acts = done

    def _waive(self, waived: list[Act], done: list[Act], outcome: Outcome) -> list[Act]:
        checks = [module.CHECK.id for module in find_checks()]
        terms = Terms(by=self.places.by)
        try:
            write_waivers(waived, terms, self.places.waivers, checks, self._desk)
        except TranscheckError as error:
            for act in waived:
                outcome.refuse(act.wishes, str(error))
            return [act for act in done if act not in waived]
        for act in waived:
            act.sheet.outdated = True
        if not self._stale_desk:
            self._open_desk()
            self._check_again([act.sheet for act in waived])
        return done

    def _drop_row(self, act: Act) -> None:
        """Take a row back whose fix was refused: half a decision is none."""
        if act.row:
            take_row_back(act.row)

    def _take_back(self, act: Act) -> None:
        if act.text:
            take_text_back(act.text)
            self._read(act.sheet.path)
            act.text = None
        if act.row:
            take_row_back(act.row)
            self._stale_desk = True
            act.row = None
        if act.waivers:
            take_waivers_back(act.waivers, self.places.waivers)
            act.sheet.outdated = True
            act.waivers = ()

    # --- keeping in step

    def _open_desk(self) -> None:
        """Take what waiver files and glossaries say now; a broken one leaves what was."""
        before, settings = self._desk, self.places.settle(self._desk.settings)
        try:
            self._desk = open_desk(settings, before.source_option, self._rules_file)
        except TranscheckError as error:
            self.trouble = str(error)
            return
        self.trouble, self._stale_desk = "", False
        if self._desk.signature == before.signature:
            return
        self.version += 1
        anew = self._desk.glossary.files != before.glossary.files
        concerned = find_concerned(before.verdicts.waivers, self._desk.verdicts.waivers)
        for sheet in self._sheets.all:
            sheet.outdated = sheet.outdated or anew or concerned(sheet.path)

    def _check_again(self, sheets: Iterable[Sheet]) -> None:
        start = time.monotonic()
        for sheet in sheets:
            if time.monotonic() - start > _MOST_SECONDS:
                return
            if sheet.outdated and not sheet.gone:
                sheet.put(*self._check(sheet.now.article))
                self.version += 1

    def _read(self, path: str) -> None:
        before = [(sheet.number, sheet.gone) for sheet in self._sheets.of(path)]
        self._sheets.read(path, self._check, self._desk.settings.encoding)
        if before != [(sheet.number, sheet.gone) for sheet in self._sheets.of(path)]:
            self.version += 1

    def _check(self, article: Article) -> tuple[ArticleReport, tuple[Skipped, ...]]:
        return check_article(article, self._desk)
