"""One sitting: the articles as they stand, what was decided, and both kept in step."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence

from transcheck.checks import find_checks
from transcheck.errors import TranscheckError
from transcheck.model import Finding, Report
from transcheck.review.decisions import Choice
from transcheck.review.sitting.offers import say_not_offered
from transcheck.review.sitting.rows import RowChange, take_row_back
from transcheck.review.sitting.sheets import Sheet
from transcheck.review.sitting.standing import Standing
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


class Sitting:
    """Articles under review. One request at a time goes through it, whoever asks."""

    def __init__(self, standing: Standing) -> None:
        self.places = standing.places
        self._standing = standing
        self._acts: dict[int, Act] = {}
        self._count = self._step = 0
        self._hold = threading.RLock()

    @property
    def version(self) -> int:
        """A number that grows with every change."""
        return self._standing.version

    @property
    def trouble(self) -> str:
        """Why waivers or glossaries cannot be read at the moment, "" when they can."""
        return self._standing.trouble

    def look(self, key: str | None = None) -> Report:
        """Return the report as things stand: one article read again, or all where none is named.

        What an editor of another program changed is seen here. After a change in a glossary the
        articles of a long run are checked again a few seconds' worth at a time.
        """
        with self._hold:
            return self._standing.look(key)

    def states(self) -> dict[str, int]:
        """Return the number of each article's state, by its key."""
        with self._hold:
            return {sheet.key: sheet.number for sheet in reversed(self._standing.sheets.all)}

    def acts(self) -> list[Act]:
        """Return what was decided and not taken back, in order."""
        with self._hold:
            return list(self._acts.values())

    def decide(self, wishes: Sequence[Wish]) -> Outcome:
        """Write what is asked for, at once. Where a page is too old nothing of it is written."""
        with self._hold:
            outcome = Outcome()
            for sheet in {self._standing.sheets.find(wish.article) for wish in wishes}:
                if sheet:
                    self._standing.read(sheet.path)
            if not self._standing.pending:
                self._standing.open_desk()
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
            self._standing.version += 1
            return done, refused

    def _gather(self, wishes: Sequence[Wish], outcome: Outcome) -> list[Act]:
        acts: dict[tuple[object, ...], Act] = {}
        self._step += 1
        for wish in wishes:
            sheet = self._standing.sheets.find(wish.article)
            found = self._find(wish, sheet)
            if isinstance(found, str) or sheet is None:
                outcome.refuse([wish], str(found))
                continue
            key = (sheet.key, wish.says, found.check, found.text)
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
        if why := say_not_offered(wish, found):
            return f"{sheet.path}: {why}"
        return found

    def _write(self, acts: list[Act], outcome: Outcome) -> None:
        self._standing.version += 1
        done = []
        for act in acts:
            if act.wish.decision is Choice.GLOSSARY:
                if not write_row(act, self.places.glossary, outcome):
                    continue
                self._standing.pending = True
            done.append(act)
        by_path: dict[str, list[Act]] = {}
        for act in done:
            if act.mends:
                by_path.setdefault(act.sheet.path, []).append(act)
        for path, here in by_path.items():
            encoding = self._standing.desk.settings.encoding
            fixed = fix_file(
                path, here, self._standing.sheets, self._standing.check, encoding, outcome
            )
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
            write_waivers(waived, terms, self.places.waivers, checks, self._standing.desk)
        except TranscheckError as error:
            for act in waived:
                outcome.refuse(act.wishes, str(error))
            return [act for act in done if act not in waived]
        for act in waived:
            act.sheet.outdated = True
        if not self._standing.pending:
            self._standing.open_desk()
            self._standing.check_again([act.sheet for act in waived])
        return done

    def _drop_row(self, act: Act) -> None:
        """Take a row back whose fix was refused: half a decision is none."""
        if act.row:
            take_row_back(act.row)

    def _take_back(self, act: Act) -> None:
        if act.text:
            take_text_back(act.text)
            self._standing.read(act.sheet.path)
            act.text = None
        if act.row:
            self._take_row_back(act, act.row)
            act.row = None
        if act.waivers:
            take_waivers_back(act.waivers, self.places.waivers)
            act.sheet.outdated = True
            act.waivers = ()

    def _take_row_back(self, act: Act, row: RowChange) -> None:
        """Take a row back, unless it was asked for elsewhere too: then that act has it."""
        heirs = (
            one
            for one in self._acts.values()
            if one is not act and one.row and one.wish.says == act.wish.says and not one.row.now
        )
        heir = next(heirs, None)
        if heir:
            heir.row = row
            return
        take_row_back(row)
        self._standing.pending = True
