"""The articles of a sitting, each as it was every time it was checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from transcheck import readers
from transcheck.errors import InputError
from transcheck.model import Article, ArticleReport, Skipped
from transcheck.readers import Input
from transcheck.reports.identity import article_key

MOST_STATES = 60
Check = Callable[[Article], tuple[ArticleReport, tuple[Skipped, ...]]]


class Sheet:
    """One article: what was found in it each time, by numbers that pages remember."""

    def __init__(self, report: ArticleReport) -> None:
        self.key = article_key(report.article.path, report.article.id)
        self.path = report.article.path
        self.number = 0
        self.outdated = False
        self.gone = ""
        self.skipped: tuple[Skipped, ...] = ()
        self._states = {0: report}

    @property
    def now(self) -> ArticleReport:
        """What was found last."""
        return self._states[self.number]

    def at(self, number: int) -> ArticleReport | None:
        """Return what was found at an earlier time, None when that is too long ago."""
        return self._states.get(number)

    def put(self, report: ArticleReport, skipped: tuple[Skipped, ...]) -> None:
        """Take what was found anew."""
        self.number += 1
        self._states[self.number] = report
        self._states.pop(self.number - MOST_STATES, None)
        self.skipped, self.outdated, self.gone = skipped, False, ""

    def move(self, article: Article) -> None:
        """Take an article whose text is as it was, at other places of its file."""
        self._states[self.number] = replace(self.now, article=article)
        self.gone = ""


class Sheets:
    """All articles of a sitting in the order of the run, and the files that cannot be read."""

    def __init__(
        self,
        reports: Iterable[ArticleReport],
        skipped: Iterable[Skipped],
        files: Mapping[str, str],
    ) -> None:
        self.all = [Sheet(report) for report in reports]
        self._files = files
        self._marks: dict[str, tuple[int, int, int]] = {}
        self._by_key: dict[str, Sheet] = {}
        self._by_path: dict[str, list[Sheet]] = {}
        for sheet in self.all:
            self._enter(sheet)
        self._unread: dict[str, tuple[Skipped, ...]] = {}
        self._raised: list[Skipped] = []
        for entry in skipped:
            if entry.check is None:
                self._unread[entry.path] = (*self._unread.get(entry.path, ()), entry)
            elif entry.path in self._by_path:
                first = self._by_path[entry.path][0]
                first.skipped = (*first.skipped, entry)

    def find(self, key: str) -> Sheet | None:
        """Return the article of a key."""
        return self._by_key.get(key)

    def of(self, path: str) -> list[Sheet]:
        """Return the articles of a file."""
        return self._by_path.get(path, [])

    def file(self, path: str) -> str:
        """Return what is opened for a path that was found when the sitting began."""
        return self._files[path]

    @property
    def reports(self) -> list[ArticleReport]:
        """What was found last in each article that can be read."""
        return [sheet.now for sheet in self.all if not sheet.gone]

    @property
    def skipped(self) -> list[Skipped]:
        """What could not be read or judged."""
        unread = [entry for entries in self._unread.values() for entry in entries]
        return unread + [entry for sheet in self.all if not sheet.gone for entry in sheet.skipped]

    def is_touched(self, path: str) -> bool:
        """Say whether a file may have changed since this was asked last: by its time and size.

        One that could not be read is tried again: a right to read leaves no trace in either.
        """
        try:
            found = Path(self._files[path]).stat()
        except OSError:
            return True
        mark = (found.st_mtime_ns, found.st_size, found.st_ino)
        known, self._marks[path] = self._marks.get(path), mark
        return known != mark or any(sheet.gone for sheet in self.of(path))

    def read(self, path: str, check: Check, encoding: str | None) -> None:
        """Read a file again where it has changed, and check what has changed in it."""
        try:
            content = readers.load(Input(path, self._files[path]))
            digest = readers.digest(content)
            if all(s.now.article.digest == digest and not s.gone for s in self.of(path)):
                return
            found, skipped = readers.read_content(path, content, encoding)
        except (InputError, OSError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            found, skipped = (), (Skipped(path, f"cannot be read: {reason}"),)
            digest = ""
        self._unread.pop(path, None)
        if skipped:
            self._unread[path] = skipped
        self._take(path, [replace(one, digest=digest) for one in found], check)

    def _take(self, path: str, found: Sequence[Article], check: Check) -> None:
        waiting: dict[str, list[Article]] = {}
        for article in found:
            waiting.setdefault(article.id, []).append(article)
        for sheet in self.of(path):
            same = waiting.get(sheet.now.article.id)
            if not same:
                sheet.gone = next(
                    (entry.reason for entry in self._unread.get(path, ())), "it is no longer there"
                )
                continue
            article = same.pop(0)
            if _text_of(article) == _text_of(sheet.now.article):
                sheet.move(article)
            else:
                sheet.put(*check(article))
        for article in (one for rest in waiting.values() for one in rest):
            report, skipped = check(article)
            sheet = Sheet(report)
            sheet.skipped = skipped
            self.all.append(sheet)
            self._enter(sheet)

    def _enter(self, sheet: Sheet) -> None:
        self._by_key.setdefault(sheet.key, sheet)
        self._by_path.setdefault(sheet.path, []).append(sheet)


def _text_of(article: Article) -> list[tuple[object, ...]]:
    return [(one.target, one.source, one.role, one.protected) for one in article.segments]
