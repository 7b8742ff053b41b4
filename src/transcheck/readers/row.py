"""One row of JSONL: checked key by key, never retyped, made into an article."""

from __future__ import annotations

import json
from typing import Any

from transcheck.errors import InputError, UsageError
from transcheck.files.decode import replace_surrogates
from transcheck.model import Article, Origin, Role
from transcheck.readers.assembly import Block, assemble
from transcheck.text.lines import text_lines
from transcheck.text.tags import check_tag

Row = dict[str, Any]
_KINDS = {str: "a string", int: "a number", float: "a number", bool: "true or false"}
_KINDS |= {list: "a list", dict: "an object", type(None): "null"}


def read_row(line: str, path: str, number: int) -> Article:
    """Return the article of one row. Raise InputError saying what is wrong with it."""
    row = _parse(line)
    title, text, segments = _string(row, "title"), _string(row, "text"), row.get("segments")
    if text is not None and segments is not None:
        raise InputError('has both "text" and "segments"', hint="Leave one of them out")
    if text is None and segments is None:
        raise InputError("has no text", hint='Expected "text" or "segments"')
    blocks = _text_blocks(text) if text is not None else _segment_blocks(segments)
    if not any(block.text.strip() for block in blocks):
        raise InputError("has no text", hint='"text" or "segments" is empty')
    head = [] if not title else [_title_block(title)]
    blocks, source = _with_source(blocks, head, row.get("source"))
    return assemble(
        path,
        blocks,
        id=_id(row, number),
        row=number,
        target_lang=_tag(row, "target_lang"),
        source_lang=_tag(row, "source_lang"),
        source=source,
        date=_date(row),
    )


def _parse(line: str) -> Row:
    try:
        row = json.loads(line, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        raise InputError(f"is not JSON: {error.msg} at column {error.colno}") from None
    except ValueError as error:
        raise InputError(f"is not JSON: {error}") from None
    except RecursionError:
        raise InputError("is nested too deeply to be read") from None
    if not isinstance(row, dict):
        raise InputError(f"is {_kind(row)}, not an object")
    return row


def _without_repeats(pairs: list[tuple[str, Any]]) -> Row:
    row = dict(pairs)
    if len(row) < len(pairs):
        keys = [key for key, _ in pairs]
        repeated = next(key for key in keys if keys.count(key) > 1)
        raise InputError(f'has "{replace_surrogates(repeated)}" twice', hint="Leave one out")
    return row


def _id(row: Row, number: int) -> str:
    value = row.get("id")
    if value is None:
        return str(number)
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise InputError(f'"id" is {_kind(value)}, not a string')
    return replace_surrogates(str(value))


def _string(row: Row, key: str) -> str | None:
    value = row.get(key)
    if value is not None and not isinstance(value, str):
        raise InputError(f'"{key}" is {_kind(value)}, not a string')
    return None if value is None else replace_surrogates(value)


def _date(row: Row) -> str | None:
    """Return the day of a row; archives write it in many ways, and another way says nothing."""
    value = row.get("date")
    return replace_surrogates(value) if isinstance(value, str) else None


def _tag(row: Row, key: str) -> str | None:
    value = _string(row, key)
    try:
        return check_tag(value) if value else None
    except UsageError as error:
        raise InputError(f'"{key}": {error.message}', hint=error.hint) from None


def _title_block(title: str) -> Block:
    return Block(title, role=Role.HEADLINE, field="title")


def _text_blocks(text: str) -> list[Block]:
    return [
        Block(text[start:end], Origin(((0, start, end),)), field="text")
        for start, end in text_lines(text)
    ]


def _segment_blocks(segments: Any) -> list[Block]:
    if not isinstance(segments, list):
        raise InputError(f'"segments" is {_kind(segments)}, not a list')
    blocks = [_segment_block(segment, f"segments/{i}") for i, segment in enumerate(segments)]
    return [block for block in blocks if block.text.strip() or block.source]


def _segment_block(segment: Any, field: str) -> Block:
    if isinstance(segment, str):
        return Block(replace_surrogates(segment), field=field)
    if not isinstance(segment, dict):
        raise InputError(f'"{field}" is {_kind(segment)}, not a string or an object')
    for key in ("target", "source"):
        value = segment.get(key)
        if value is not None and not isinstance(value, str):
            raise InputError(f'"{field}/{key}" is {_kind(value)}, not a string')
    if segment.get("target") is None:
        raise InputError(f'"{field}" has no "target"')
    source = _string(segment, "source")
    return Block(replace_surrogates(segment["target"]), field=field, source=source)


def _with_source(
    blocks: list[Block], head: list[Block], source: Any
) -> tuple[list[Block], str | None]:
    """Lay a list of source texts, or the lines of one, beside the blocks and the title."""
    both = head + blocks
    if source is None:
        return both, None
    if any(block.source for block in blocks):
        raise InputError('has "source" for the row and for its segments', hint="Leave one out")
    if isinstance(source, list):
        for index, part in enumerate(source):
            if not isinstance(part, str):
                raise InputError(f'"source/{index}" is {_kind(part)}, not a string')
        parts = [replace_surrogates(part) for part in source]
    elif isinstance(source, str):
        whole = replace_surrogates(source)
        parts = [whole[start:end] for start, end in text_lines(whole)]
    else:
        raise InputError(f'"source" is {_kind(source)}, not a string or a list')
    beside = next((side for side in (blocks, both) if len(side) == len(parts)), None)
    if beside is None:
        return both, "\n".join(parts)
    paired = [_beside(block, part) for block, part in zip(beside, parts, strict=True)]
    return (head + paired if beside is blocks else paired), None


def _beside(block: Block, source: str) -> Block:
    return Block(block.text, block.origin, block.role, block.protected, block.field, source)


def _kind(value: Any) -> str:
    return _KINDS[type(value)]
