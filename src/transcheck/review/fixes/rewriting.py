"""From fixes to the new bytes of a file: the differing letters, and no byte beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from transcheck import readers
from transcheck.errors import InputError
from transcheck.model import Article, Finding, Record, Segment
from transcheck.review.fixes.places import FileText, Places
from transcheck.text.changes import Change, find_changes, make_changes

_BY_HAND = "Change it by hand"


class Fix(Record, frozen=True):
    """A finding of an article (by its number in the file) and what to write in its place."""

    article: int
    finding: Finding
    replacement: str


class RawEdit(Record, frozen=True):
    """What to write in the place of a stretch of the decoded file."""

    start: int
    end: int
    written: str


def rewrite(file: FileText, articles: Sequence[Article], fixes: Sequence[Fix]) -> bytes:
    """Return the file with the fixes made.

    Raise InputError, and say why, when the file cannot be written back letter by letter, or
    when it would not read as meant afterwards: then nothing of it may be written.
    """
    if not file.is_exact:
        what = f"cannot be written back byte for byte in {file.decoded.encoding}"
        raise InputError(what, path=file.path, hint="Save it as UTF-8")
    edits: list[RawEdit] = []
    for fix in fixes:
        edits += find_edits(file, articles[fix.article], fix)
    content = file.decoded.encode(_apply(file.text, edits))
    _refuse_misread(file, content, articles, fixes)
    return content


def find_edits(file: FileText, article: Article, fix: Fix) -> list[RawEdit]:
    """Return what a fix changes in the file. Raise InputError when it cannot be made there."""
    segment, start = article.segments[fix.finding.segment], fix.finding.span.start
    places, edits = Places(file, article, segment), []
    for change in _changes(segment, fix):
        at = Change(change.start + start, change.end + start, change.letters)
        if at.start == at.end:
            edits.append(_insert(places, at, first=at.start == start))
        else:
            edits += _replace(places, segment, at)
    return edits


def expected(segments: Sequence[Segment], fixes: Iterable[Fix]) -> list[str]:
    """Return the texts of an article's segments as they read when the fixes are made."""
    texts = [segment.target for segment in segments]
    for fix in sorted(fixes, key=lambda fix: fix.finding.span, reverse=True):
        number, start = fix.finding.segment, fix.finding.span.start
        texts[number] = make_changes(texts[number], _changes(segments[number], fix), start)
    return texts


def _changes(segment: Segment, fix: Fix) -> list[Change]:
    return find_changes(fix.finding.text, fix.replacement, segment.target)


def _insert(places: Places, change: Change, *, first: bool) -> RawEdit:
    """Put letters behind the letter before them: inside the markup that it stands in."""
    if first:
        text, raw = places.piece(change.start)
        inside, at = change.start > text.start, raw.start
    else:
        text, raw = places.piece(change.start - 1)
        inside, at = change.start < text.end, raw.end
    if inside:
        raise InputError(f"“{places.written(raw)}” stands for several letters", hint=_BY_HAND)
    return RawEdit(at, at, places.spell(change.letters))


def _replace(places: Places, segment: Segment, change: Change) -> list[RawEdit]:
    """Write letters in the place of the first one, nothing in that of its marks behind it."""
    edits, letters = [], change.letters
    for offset in range(change.start, change.end):
        text, raw = places.piece(offset)
        written = places.written(raw)
        if text.end - text.start > 1:
            raise InputError(f"“{written}” stands for several letters", hint=_BY_HAND)
        if segment.target[offset] == " " and written.strip():
            raise InputError("markup stands inside it", hint=_BY_HAND)
        edits.append(RawEdit(raw.start, raw.end, places.spell(letters) if letters else ""))
        letters = ""
    return edits


def _apply(text: str, edits: Iterable[RawEdit]) -> str:
    parts, done = [], 0
    # Stable: letters put at one place stay in their order.
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[done : edit.start], edit.written]
        done = edit.end
    return "".join([*parts, text[done:]])


def _refuse_misread(
    file: FileText, content: bytes, articles: Sequence[Article], fixes: Sequence[Fix]
) -> None:
    """Raise InputError unless the new bytes read as the old ones do, the fixes made."""
    found, _ = readers.read_content(file.path, content, file.encoding)
    by_article: dict[int, list[Fix]] = {}
    for fix in fixes:
        by_article.setdefault(fix.article, []).append(fix)
    if [one.id for one in found] == [one.id for one in articles] and all(
        [segment.target for segment in new.segments]
        == expected(old.segments, by_article.get(number, ()))
        for number, (new, old) in enumerate(zip(found, articles, strict=True))
    ):
        return
    what = "would not read as meant when the names are replaced"
    raise InputError(what, path=file.path, hint=_BY_HAND)
