"""From the blocks a reader found to an article: roles, protected spans, ids, sources."""

from __future__ import annotations

from collections.abc import Sequence

from transcheck.errors import InputError
from transcheck.model import Article, Origin, Record, Role, Segment, Span
from transcheck.text.lines import line_starts, text_lines
from transcheck.text.protected import find_protected
from transcheck.text.roles import assign_roles
from transcheck.text.widths import find_wide


class Block(Record, frozen=True):
    """A piece of running text as a reader found it.

    `role` is None where the format does not say; `protected` is what the format itself masks.
    """

    text: str
    origin: Origin | None = None
    role: Role | None = None
    protected: tuple[Span, ...] = ()
    field: str | None = None
    source: str | None = None


def assemble(
    path: str,
    blocks: Sequence[Block],
    *,
    id: str | None = None,
    text: str | None = None,
    row: int | None = None,
    target_lang: str | None = None,
    source_lang: str | None = None,
    source: str | None = None,
    date: str | None = None,
) -> Article:
    """Return the article made of `blocks`. Raise InputError when they hold no text.

    `text` is the whole decoded file that the origins of the blocks point into; a row of a table has
    none. `source` is a source text whose paragraphs are laid beside the blocks that have none yet,
    when there are as many; when there are not, it is kept whole in the metadata. `date` is the
    day that the file gives (ISO 8601).
    """
    if not any(block.text.strip() for block in blocks):
        raise InputError("has no text", path=path)
    sources, leftover = _align([block.source for block in blocks], source)
    roles = assign_roles([block.text for block in blocks], [block.role for block in blocks])
    segments = tuple(
        Segment(
            id=str(number),
            target=block.text,
            role=role,
            source=beside,
            origin=block.origin,
            protected=find_protected(block.text, block.protected),
            field=block.field,
        )
        for number, (block, role, beside) in enumerate(
            zip(blocks, roles, sources, strict=True), start=1
        )
    )
    return Article(
        path=path,
        id=path if id is None else id,
        segments=segments,
        target_lang=target_lang,
        source_lang=source_lang,
        lines=() if text is None else line_starts(text),
        wide=find_wide(text or ""),
        row=row,
        metadata={key: one for key, one in (("source", leftover), ("date", date)) if one},
    )


def _align(sources: list[str | None], source: str | None) -> tuple[list[str | None], str | None]:
    if not source or not source.strip():
        return sources, None
    paragraphs = [source[start:end] for start, end in text_lines(source)]
    if any(sources) or len(paragraphs) != len(sources):
        return sources, source
    return list(paragraphs), None
