"""Two waiver files that come of one, made one again: for git, which merges lines, not waivers."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from transcheck.files.read import read_file
from transcheck.files.write import write_bytes
from transcheck.model import Record, Waiver
from transcheck.waivers.lines import Lines
from transcheck.waivers.reading import MOST_BYTES, decode, parse_waivers
from transcheck.waivers.writing import append_blocks, cut_waivers

_Key = tuple[str, ...]


class Side(Record, frozen=True):
    """One of the files: byte order mark, text, and its waivers by what they are about."""

    mark: bytes
    text: str
    waivers: Mapping[_Key, Waiver]


def merge_waivers(base: str, ours: str, theirs: str) -> list[Waiver]:
    """Write into `ours` what `theirs` has changed since `base`; return what both changed.

    What a waiver is about tells which belong together. A waiver that both added stands once, in
    our words. Of one that both changed, both stand, one below the other: such a file is refused
    until a person has taken one of them out. A comment goes along with the waiver below it.
    Raise UsageError on a file that cannot be read; then nothing is written.
    """
    old, own, new = (_read(path) for path in (base, ours, theirs))
    added: list[Waiver] = []
    gone: list[Waiver] = []
    both: list[Waiver] = []
    for key, waiver in new.waivers.items():
        before, here = old.waivers.get(key), own.waivers.get(key)
        if here is None:
            if not _same(before, waiver):  # new, or changed by them and removed by us
                added.append(waiver)
        elif before is not None and not _same(before, waiver) and not _same(here, waiver):
            added.append(waiver)
            (gone if _same(before, here) else both).append(here)
    for key, waiver in own.waivers.items():
        if key not in new.waivers and _same(old.waivers.get(key), waiver):
            gone.append(waiver)
    text = cut_waivers(own.text, tuple(own.waivers.values()), gone)
    blocks = [_block(new, waiver) for waiver in added]
    merged = append_blocks(text, blocks) if blocks else text
    if not both:
        parse_waivers(merged.encode(), ours)  # whatever is written can be read
    if merged != own.text:
        write_bytes(Path(ours), own.mark + merged.encode())
    return both


def _read(path: str) -> Side:
    content = read_file(path, "no such waiver file", "Name three files", MOST_BYTES)
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    waivers = parse_waivers(content, path).waivers
    return Side(mark, decode(content, path), {waiver.subject: waiver for waiver in waivers})


def _same(one: Waiver | None, other: Waiver) -> bool:
    return one is not None and replace(one, line=0) == replace(other, line=0)


def _block(side: Side, waiver: Waiver) -> str:
    """Return a waiver as it stands in its file, with the comment right above it."""
    numbers = {one.line: number for number, one in enumerate(side.waivers.values())}
    start, end = Lines(side.text).span(numbers[waiver.line])
    lines = side.text[:start].split("\n")[:-1]
    above = len(lines)
    while above and lines[above - 1].lstrip().startswith("#"):
        above -= 1
    comment = "".join(f"{line}\n" for line in lines[above:])
    stop = side.text.find("\n", end)  # a comment at the end of its last line
    block = comment + side.text[start : len(side.text) if stop < 0 else stop]
    return block.replace("\r\n", "\n").rstrip() + "\n"
