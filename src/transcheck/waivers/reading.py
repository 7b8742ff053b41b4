"""Read a waiver file. One that is broken is refused with its line, never taken as empty."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from transcheck.errors import UsageError, did_you_mean
from transcheck.files.read import read_file
from transcheck.model import NAME_CHECKS, Record, Verdict, Waiver
from transcheck.text.expressions import compile_late
from transcheck.waivers.lines import Lines
from transcheck.waivers.paths import folder_of, normalise, relate

_TEXTS = ("fingerprint", "check", "form", "path", "id", "reason", "by")
KEYS = (*_TEXTS[:5], "verdict", *_TEXTS[5:], "expires", "left-open")
FINGERPRINT = compile_late(r"[0-9a-f]{12}(?:-\d+)?")
MOST_BYTES = 20_000_000
MOST_STARS = 5
"""Stars of a path: matching takes ten times longer with each one more."""
_CONFLICT = compile_late(r"^(?:<{7}|>{7}) ", re.MULTILINE)
_MERGE = "Keep whole waivers of both sides, or let git do it: `transcheck waive --help`"
_PLACE = compile_late(r" \(at line (\d+), column \d+\)$")


class WaiverFile(Record, frozen=True):
    """The waivers of a file in its order; `folder` is where its paths start."""

    path: str
    folder: str
    digest: str
    waivers: tuple[Waiver, ...] = ()


def read_waivers(path: str) -> WaiverFile:
    """Read a waiver file. Raise UsageError naming the line of what is wrong in it."""
    hint = "Check the path; `transcheck waive` writes one"
    return parse_waivers(read_file(path, "no such waiver file", hint, MOST_BYTES), path)


def parse_waivers(content: bytes, path: str) -> WaiverFile:
    """Return the waivers in the bytes of a file. Raise UsageError as `read_waivers` does."""
    text = decode(content, path)
    table = _parse(text, path)
    lines = Lines(text)
    for key in table:
        if key != "waiver":
            hint = did_you_mean(key, ("waiver",), "Each waiver begins with [[waiver]]")
            line = lines.of_key(key)
            raise UsageError(f'unknown key "{key}"', path=path, line=line, hint=hint)
    tables = table.get("waiver", [])
    if not isinstance(tables, list) or len(tables) != len(lines.headers):
        line, hint = lines.of_key("waiver"), "Write [[waiver]], in double brackets"
        raise UsageError('"waiver" is no list of tables', path=path, line=line, hint=hint)
    folder = folder_of(path)
    waivers = tuple(
        _Table(path, folder, lines, number, one).read() for number, one in enumerate(tables)
    )
    _refuse_twins(waivers, path)
    return WaiverFile(path, folder, hashlib.sha256(content).hexdigest()[:6], waivers)


def decode(content: bytes, path: str) -> str:
    """Return the text of a waiver file, without a byte order mark."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        line = error.object.count(b"\n", 0, error.start) + 1
        what = f"byte 0x{byte:02X} is not UTF-8"
        raise UsageError(what, path=path, line=line, hint="Save the file as UTF-8") from None


def _parse(text: str, path: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        line = int(place[1]) if place else text.count("\n") + 1
        if found := _CONFLICT.search(text):
            line = text.count("\n", 0, found.start()) + 1
            what, hint = "a merge of git is not finished here", _MERGE
            raise UsageError(what, path=path, line=line, hint=hint) from None
        message = _PLACE.sub("", message).removesuffix(" (at end of document)")
        hint = 'Each line is like reason = "Quoted spelling"'
        what = f"not valid TOML: {message[:1].lower()}{message[1:]}"
        raise UsageError(what, path=path, line=line, hint=hint) from None
    except RecursionError:
        raise UsageError("is nested too deeply", path=path) from None
    except ValueError as error:  # a number that Python does not take
        raise UsageError(f"not valid TOML: {error}".partition(";")[0], path=path) from None


class _Table:
    """One waiver as it is written, and where."""

    def __init__(
        self, path: str, folder: str, lines: Lines, number: int, table: Mapping[str, Any]
    ) -> None:
        self._path, self._folder, self._lines = path, folder, lines
        self._number, self._table = number, table

    def read(self) -> Waiver:
        """Return the waiver, or raise UsageError at the line of the key that is wrong."""
        for key in self._table:
            if key not in KEYS:
                hint = did_you_mean(key, KEYS, f"Keys: {', '.join(KEYS)}")
                raise self._wrong(f'unknown key "{key}"', hint, key)
        text = {key: self._text(key) for key in _TEXTS}
        if not text["reason"]:
            raise self._wrong("a waiver without a reason", 'Add reason = "…"', "reason")
        if not text["path"]:
            hint = 'Add path = "…", from the folder of this file; a glob is allowed'
            raise self._wrong("a waiver without a path", hint, "path")
        text["path"] = self._place(text["path"])
        self._refuse_vague(text)
        return Waiver(
            **text,
            verdict=self._verdict(),
            expires=self._day(),
            left_open=self._left_open(),
            line=self._lines.of_waiver(self._number),
        )

    def _text(self, key: str) -> str:
        value = self._table.get(key, "")
        if not isinstance(value, str):
            raise self._wrong(f'"{key}" is no text', f'Write {key} = "…", in quotes', key)
        return value if key == "form" else value.strip()

    def _place(self, path: str) -> str:
        if len(re.findall(r"\*+", path)) > MOST_STARS:
            hint = "Name the folder, or write a waiver for each"
            raise self._wrong(f"a path with more than {MOST_STARS} stars", hint, "path")
        return relate(path, self._folder) if path.startswith("/") else normalise(path)

    def _refuse_vague(self, text: Mapping[str, str]) -> None:
        mark, check, form = text["fingerprint"], text["check"], text["form"]
        if mark and not FINGERPRINT.fullmatch(mark):
            hint = "It is 12 letters and digits, as `--format json` lists them"
            raise self._wrong(f'"{mark}" is no fingerprint', hint, "fingerprint")
        if mark:
            return
        if not check or not form:
            hint = "Add a fingerprint, or check and form"
            raise self._wrong("a waiver that says of no finding", hint, "path")
        if not check.startswith(NAME_CHECKS):
            hint = "Add the fingerprint of the place"
            raise self._wrong(f"{check} is waived by fingerprint only", hint, "check")

    def _verdict(self) -> Verdict:
        word = self._table.get("verdict", Verdict.NOT_AN_ERROR)
        if word not in list(Verdict):
            hint = did_you_mean(str(word), Verdict, f"One of: {', '.join(Verdict)}")
            raise self._wrong(f'unknown verdict "{word}"', hint, "verdict")
        return Verdict(word)

    def _day(self) -> date | None:
        value = self._table.get("expires")
        if value is None:
            return None
        if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            try:
                return date.fromisoformat(value)
            except ValueError:
                pass
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        raise self._wrong(f'"{value}" is not a day', "Write expires = 2026-01-31", "expires")

    def _left_open(self) -> tuple[str, ...]:
        key = "left-open"
        value = self._table.get(key, [])
        if not isinstance(value, list):
            hint = 'Write left-open = ["1f2e3d4c5b6a"], or leave it out'
            raise self._wrong(f'"{key}" is no list', hint, key)
        if key in self._table and not self._table.get("fingerprint"):
            hint = "Remove it: a waiver of a form is of all its places"
            raise self._wrong(f'"{key}" without a fingerprint', hint, key)
        for mark in value:
            if not isinstance(mark, str) or not FINGERPRINT.fullmatch(mark):
                hint = f"Take it out of {key}, or the key itself"
                raise self._wrong(f'"{mark}" is no fingerprint', hint, key)
        return tuple(value)

    def _wrong(self, what: str, hint: str, key: str) -> UsageError:
        line = self._lines.of_key(key, self._number)
        return UsageError(what, path=self._path, line=line, hint=hint)


def _refuse_twins(waivers: tuple[Waiver, ...], path: str) -> None:
    lines: dict[tuple[str, ...], int] = {}
    for waiver in waivers:
        first = lines.setdefault(waiver.subject, waiver.line)
        if first != waiver.line:
            what = f"waives what line {first} waives already"
            raise UsageError(what, path=path, line=waiver.line, hint="Keep one of the two")
