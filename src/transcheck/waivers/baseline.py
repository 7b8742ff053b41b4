"""Baselines: what was found when an archive was adopted, so that only what is new fails."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable
from typing import Any

import msgspec

from transcheck.errors import UsageError
from transcheck.files.read import read_file
from transcheck.model import ArticleReport, Known, Record

SCHEMA = "transcheck/baseline/1"
_MOST_BYTES = 512_000_000
_ANEW = "Write it anew: `transcheck baseline PATH… -o FILE`"


class Baseline(Record, frozen=True):
    """The entries of a baseline, each of one finding; `version` is the program that wrote it."""

    path: str
    digest: str
    version: str = ""
    findings: tuple[Known, ...] = ()


class _Written(msgspec.Struct, forbid_unknown_fields=True):
    schema: str
    signature: str
    findings: list[_Entry]


class _Entry(msgspec.Struct, forbid_unknown_fields=True):
    path: str
    id: str
    fingerprint: str
    check: str
    text: str


def write_baseline(articles: Iterable[ArticleReport], signature: str) -> tuple[str, int]:
    """Return a baseline of all findings of a run that no waiver covers, and their number."""
    entries = sorted(
        (one.article.path, one.article.id, finding.fingerprint, finding.check, finding.text)
        for one in articles
        for finding in one.findings
        if finding.waived is None and not finding.advisory
    )
    keys = ("path", "id", "fingerprint", "check", "text")
    lines = ",\n".join(f"  {_dump(dict(zip(keys, entry, strict=True)))}" for entry in entries)
    listed = f"[\n{lines}\n ]" if lines else "[]"
    text = (
        f'{{\n "schema": {_dump(SCHEMA)},\n "signature": {_dump(signature)},\n'
        f' "findings": {listed}\n}}\n'
    )
    return text, len(entries)


def read_baseline(path: str) -> Baseline:
    """Read a baseline. Raise UsageError on one that is broken or of another schema."""
    hint = "Check the path; `transcheck baseline PATH… -o FILE` writes one"
    content = read_file(path, "no such baseline", hint, _MOST_BYTES)
    try:
        written = msgspec.json.decode(content, type=_Written)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise _explain(content, path) from None
    if written.schema != SCHEMA:
        raise _foreign(written.schema, path)
    found = tuple(Known(e.path, e.id, e.fingerprint, e.check, e.text) for e in written.findings)
    version = written.signature.partition("|")[0].removeprefix("transcheck:")
    return Baseline(path, hashlib.sha256(content).hexdigest()[:6], version, found)


def same_file(path: str) -> str:
    """Return a path under which `./a.txt` and `a.txt` are one file."""
    return path if path.startswith("<") else os.path.abspath(path)  # noqa: PTH100 - links stay


def _explain(content: bytes, path: str) -> UsageError:
    """Return why a baseline cannot be read, with the line where there is one."""
    try:
        table: Any = json.loads(content.decode("utf-8"))
    except json.JSONDecodeError as error:
        what = f"not valid JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        return UsageError(what, path=path, line=error.lineno, hint=_ANEW)
    except UnicodeDecodeError as error:
        return UsageError(f"byte {error.start} is not UTF-8", path=path, hint=_ANEW)
    except RecursionError:
        return UsageError("is nested too deeply", path=path, hint=_ANEW)
    if not isinstance(table, dict) or table.get("schema") != SCHEMA:
        return _foreign(table.get("schema") if isinstance(table, dict) else None, path)
    try:
        msgspec.convert(table, _Written)
    except msgspec.ValidationError as error:
        return UsageError(str(error).replace("`", '"'), path=path, hint=_ANEW)
    return UsageError("cannot be read", path=path, hint=_ANEW)


def _foreign(schema: object, path: str) -> UsageError:
    what = f'is of the schema "{schema}", not "{SCHEMA}"' if schema else "is no baseline"
    return UsageError(what, path=path, hint=_ANEW)


def _dump(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isprintable() else json.dumps(value)
