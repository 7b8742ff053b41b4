"""Known collisions: damage that is rightly not mended to its row, and why (collisions.toml).

The file lies beside the glossaries it speaks of:

    [[collision]]
    name = "Boris Johnson"
    form = "Džonson"
    other = "Pål Jonson"
    reason = "both are Džonson in Serbian; the article must tell them apart"

`form` or `channel` says what fails; `form = ["…", "…"]` names several. `other` is the row that it
is taken for, where there is one. An entry that no longer holds is a fault like any other.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import msgspec

from transcheck.audit.entries.outcomes import Outcome
from transcheck.audit.entries.trials import Channel
from transcheck.errors import UsageError
from transcheck.model import Record

FILE_NAME = "collisions.toml"
_Text = Annotated[str, msgspec.Meta(min_length=1)]


class Collision(Record, frozen=True, forbid_unknown_fields=True):
    """One entry. `file` and `line` say where it stands."""

    name: _Text
    reason: _Text
    form: str | tuple[_Text, ...] = ()
    channel: Channel | None = None
    other: str = ""
    file: str = ""
    line: int = 0

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms it names; none where it speaks of a whole channel."""
        return (self.form,) if isinstance(self.form, str) else self.form

    def covers(self, name: str, outcome: Outcome, others: Iterable[str]) -> bool:
        """Say whether an outcome of the row `name` is this one; `others` it was taken for."""
        trial = outcome.trial
        return (
            name == self.name
            and (not self.forms or trial.base in self.forms)
            and (self.channel is None or self.channel is trial.channel)
            and (not self.other or self.other in others)
        )


class _File(msgspec.Struct, forbid_unknown_fields=True):
    collision: tuple[Collision, ...] = ()


def read_collisions(glossaries: Iterable[str]) -> tuple[Collision, ...]:
    """Return the collisions listed beside glossary files. Raise UsageError on a broken list."""
    folders = dict.fromkeys(Path(path).parent for path in glossaries)
    files = [folder / FILE_NAME for folder in folders]
    return tuple(one for file in files if file.is_file() for one in _read(file))


def _read(path: Path) -> Sequence[Collision]:
    try:
        text = path.read_text("utf-8")
        listed = msgspec.convert(tomllib.loads(text), _File).collision
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"not valid TOML: {error}", path=str(path)) from None
    except (UnicodeDecodeError, msgspec.ValidationError) as error:
        raise UsageError(f"not a list of collisions: {error}", path=str(path)) from None
    lines = [n for n, line in enumerate(text.splitlines(), 1) if _HEAD.match(line)]
    if len(lines) != len(listed):
        lines = [1] * len(listed)  # written another way, which is as good
    for one, line in zip(listed, lines, strict=True):
        if not one.forms and one.channel is None:
            problem = f"“{one.name}” says neither which form nor which channel fails"
            raise UsageError(problem, path=f"{path}:{line}", hint="Add `form` or `channel`")
    return [
        msgspec.structs.replace(one, file=str(path), line=line)
        for one, line in zip(listed, lines, strict=True)
    ]


_HEAD = re.compile(r"\s*\[\[\s*collision\s*\]\]")
