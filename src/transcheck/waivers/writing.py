"""Write into a waiver file: what stands there keeps its bytes, and writers do not lose each other.

The file is read again while its folder is held, changed, and replaced whole.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path

from transcheck.errors import UsageError
from transcheck.files.decode import replace_surrogates
from transcheck.files.lock import hold_folder
from transcheck.files.write import write_bytes
from transcheck.model import Record, Verdict, Waiver
from transcheck.text.controls import STEERING
from transcheck.text.expressions import compile_late
from transcheck.waivers.leaving import twins_of
from transcheck.waivers.lines import Lines
from transcheck.waivers.reading import WaiverFile, decode, parse_waivers

# What could make a line read otherwise than it is written; TOML has an escape for it.
_STEERING = compile_late(f"[{STEERING}]")


class Written(Record, frozen=True):
    """What came of it: the waivers written (or removed), and those that stood there already."""

    changed: tuple[Waiver, ...]
    present: tuple[Waiver, ...] = ()


def add_waivers(path: str, waivers: Sequence[Waiver], today: date) -> Written:
    """Add waivers at the end of a file, made when there is none; their paths start at its folder.

    One whose subject is waived there already is left out, and takes the place of one that has
    expired, or that is in doubt because a twin beside it is not open any more. Raise UsageError
    when the file cannot be read as such or written; then nothing is.
    """
    fresh: list[Waiver] = []
    present: list[Waiver] = []

    def add(text: str, file: WaiverFile) -> str:
        standing = {waiver.subject: waiver for waiver in file.waivers if waiver.holds_on(today)}
        made: set[tuple[str, ...]] = set()
        for waiver in waivers:
            old = standing.get(waiver.subject)
            anew = old is None or bool(twins_of(old).difference(waiver.left_open))
            (fresh if anew and waiver.subject not in made else present).append(waiver)
            made.add(waiver.subject)
        renewed = {waiver.subject for waiver in fresh}
        text = cut_waivers(
            text, file.waivers, [old for old in file.waivers if old.subject in renewed]
        )
        return append_blocks(text, map(_write, fresh)) if fresh else text

    _change(path, add)
    return Written(tuple(fresh), tuple(present))


def remove_waivers(path: str, unwanted: Callable[[WaiverFile], Iterable[Waiver]]) -> Written:
    """Take out of a file what `unwanted` names of it; comments between waivers stay."""
    gone: list[Waiver] = []

    def remove(text: str, file: WaiverFile) -> str:
        gone.extend(unwanted(file))
        return cut_waivers(text, file.waivers, gone)

    _change(path, remove)
    return Written(tuple(gone))


def _change(path: str, change: Callable[[str, WaiverFile], str]) -> None:
    target = Path(path)
    if not target.parent.is_dir():
        what = f"cannot write {path}: there is no folder {target.parent}"
        raise UsageError(what, hint="Make the folder first")
    with hold_folder(target):
        old = target.read_bytes() if target.exists() else b""
        mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
        text = decode(old, path)
        new = mark + change(text, parse_waivers(old, path)).encode()
        if new != old:
            parse_waivers(new, path)  # whatever is written can be read
            write_bytes(target, new)


def cut_waivers(text: str, waivers: Sequence[Waiver], gone: Sequence[Waiver]) -> str:
    """Return a text without some of its waivers; everything else keeps its bytes."""
    lines, parts, start = Lines(text), [], 0
    headers = {waiver.line for waiver in gone}
    for number, waiver in enumerate(waivers):
        if waiver.line not in headers:
            continue
        first, last = lines.span(number)
        parts.append(text[start:first])
        end = text.find("\n", last)
        start = len(text) if end < 0 else end + 1
        while start < len(text) and text[start] in "\r\n":  # the blank line below it
            start += 1
    return "".join((*parts, text[start:]))


def append_blocks(text: str, blocks: Iterable[str]) -> str:
    """Return a text with waivers, as they are written, at its end, in its line ends."""
    end = "\r\n" if "\r\n" in text else "\n"
    if text and not text.endswith("\n"):
        text += end
    return text + (end if text.strip() else "") + end.join(b.replace("\n", end) for b in blocks)


def _write(waiver: Waiver) -> str:
    """Return a waiver as a person would write it."""
    import tomlkit

    table = tomlkit.table()
    for key in ("fingerprint", "check", "form", "path", "id"):
        if value := getattr(waiver, key):
            table[key] = value
    table["verdict"] = Verdict(waiver.verdict).value
    table["reason"] = waiver.reason
    if waiver.by:
        table["by"] = waiver.by
    if waiver.expires:
        table["expires"] = waiver.expires
    if waiver.left_open:
        table["left-open"] = list(waiver.left_open)
    listed = tomlkit.aot()
    listed.append(table)
    text = tomlkit.document().add("waiver", listed).as_string()
    return _STEERING.sub(lambda found: f"\\u{ord(found.group()):04X}", replace_surrogates(text))
