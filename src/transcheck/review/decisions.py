"""What an editor decided in a report: the file that its page exports, read strictly."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Any

from transcheck.errors import UsageError, did_you_mean
from transcheck.files.read import read_file
from transcheck.model import Record
from transcheck.text.expressions import compile_late

SCHEMA = "transcheck/decisions/1"
_MOST_BYTES = 512_000_000
_ANEW = "Export the decisions from the report again"
_FINGERPRINT = compile_late(r"[0-9a-f]{12}(?:-\d+)?")
_TOP = ("schema", "report", "signature", "decisions")
_NEEDED = ("path", "id", "fingerprint", "check", "text", "decision")
_KEYS = (*_NEEDED, "suggestion", "reason", "name", "kind", "admitted", "beside", "left_open")


class Choice(StrEnum):
    """What can be decided about a place."""

    ACCEPT = "accept"
    NOT_AN_ERROR = "not-an-error"
    GLOSSARY = "glossary"
    SKIP = "skip"


class Decision(Record, frozen=True):
    """What was decided about the finding at one place.

    `accept` writes `suggestion`; `not-an-error` is a waiver for `reason`; `glossary` is a row
    with `name` and `kind`, which mends the place too where `name` is the suggestion. `admitted`
    is a form that may stand for that name as well, `beside` another name that gets a row too.
    `left_open` are places that a waiver of this one could be taken for and that were not decided.
    """

    path: str
    id: str
    fingerprint: str
    check: str
    text: str
    decision: Choice
    suggestion: str | None = None
    reason: str = ""
    name: str = ""
    kind: str = ""
    admitted: str = ""
    beside: str = ""
    left_open: tuple[str, ...] = ()


class Decisions(Record, frozen=True):
    """All decisions on one report, by the report's id and signature."""

    path: str
    report: str
    signature: str
    decisions: tuple[Decision, ...] = ()

    def of(self, choice: Choice) -> tuple[Decision, ...]:
        """Return the decisions of one sort, in their order."""
        return tuple(one for one in self.decisions if one.decision is choice)

    def require_report(self, identity: str) -> None:
        """Raise UsageError unless they were made on the report of that id."""
        if self.report != identity:
            what = f"made on another report ({self.report}, and this one is {identity})"
            hint = "Name the paths that the report was made of, in the same folder"
            raise UsageError(what, path=self.path, hint=hint)


def read_decisions(path: str) -> Decisions:
    """Read a file of decisions. Raise UsageError in one line on whatever is wrong in it."""
    hint = "Check the path; the report's page exports one"
    return parse_decisions(read_file(path, "no such file of decisions", hint, _MOST_BYTES), path)


def parse_decisions(content: bytes, path: str) -> Decisions:
    """Return the decisions in the bytes of a file. Raise UsageError as `read_decisions` does."""
    table = _parse(content, path)
    if not isinstance(table, dict) or table.get("schema") != SCHEMA:
        schema = table.get("schema") if isinstance(table, dict) else None
        what = f'is of the schema "{schema}", not "{SCHEMA}"' if schema else "holds no decisions"
        raise UsageError(what, path=path, hint=_ANEW)
    _refuse_unknown(table, _TOP, path, "")
    for key in _TOP:
        if key not in table:
            raise UsageError(f'no key "{key}"', path=path, hint=_ANEW)
    for key in ("report", "signature"):
        if not isinstance(table[key], str):
            raise UsageError(f'"{key}" is no text', path=path, hint=_ANEW)
    if not isinstance(table["decisions"], list):
        raise UsageError('"decisions" is no list', path=path, hint=_ANEW)
    made = tuple(_read(one, path, number) for number, one in enumerate(table["decisions"], 1))
    _refuse_twice(made, path)
    return Decisions(path, table["report"], table["signature"], made)


def _parse(content: bytes, path: str) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        what = f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        raise UsageError(what, path=path, line=error.lineno, hint=_ANEW) from None
    except UnicodeDecodeError as error:
        what = f"byte {error.start} is not UTF-8"
        raise UsageError(what, path=path, hint=_ANEW) from None
    except RecursionError:
        raise UsageError("is nested too deeply", path=path, hint=_ANEW) from None


def _read(entry: Any, path: str, number: int) -> Decision:
    place = f"decision {number}: "
    if not isinstance(entry, dict):
        raise UsageError(f"{place}is no object", path=path, hint=_ANEW)
    _refuse_unknown(entry, _KEYS, path, place)
    for key in _NEEDED:
        if key not in entry:
            raise UsageError(f'{place}no key "{key}"', path=path, hint=_ANEW)
    left = entry.get("left_open", [])
    if not isinstance(left, list):
        raise UsageError(f'{place}"left_open" is no list', path=path, hint=_ANEW)
    for key, value in entry.items():
        if key == "left_open":
            continue
        if not isinstance(value, str) and not (key == "suggestion" and value is None):
            raise UsageError(f'{place}"{key}" is no text', path=path, hint=_ANEW)
    if entry["decision"] not in list(Choice):
        hint = did_you_mean(entry["decision"], Choice, f"One of: {', '.join(Choice)}")
        what = f'{place}unknown decision "{entry["decision"]}"'
        raise UsageError(what, path=path, hint=hint)
    for mark in (entry["fingerprint"], *left):
        if not isinstance(mark, str) or not _FINGERPRINT.fullmatch(mark):
            what = f'{place}"{mark}" is no fingerprint'
            raise UsageError(what, path=path, hint=_ANEW)
    if not entry["path"] or not entry["check"]:
        raise UsageError(f"{place}names no article or no check", path=path, hint=_ANEW)
    made = {"decision": Choice(entry["decision"]), "left_open": tuple(left)}
    return Decision(**(entry | made))


def _refuse_unknown(table: dict[str, Any], known: tuple[str, ...], path: str, place: str) -> None:
    for key in table:
        if key not in known:
            hint = did_you_mean(key, known, _ANEW)
            raise UsageError(f'{place}unknown key "{key}"', path=path, hint=hint)


def _refuse_twice(made: tuple[Decision, ...], path: str) -> None:
    """Refuse two different decisions about one place: nobody can say which one holds."""
    seen: dict[tuple[str, str, str], Decision] = {}
    for one in made:
        other = seen.setdefault((one.path, one.id, one.fingerprint), one)
        if other != one:
            what = f"“{one.text}” in {one.path} is decided twice: {other.decision}, {one.decision}"
            raise UsageError(what, path=path, hint=_ANEW)
