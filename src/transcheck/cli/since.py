"""`check --diff-base REV`: of the files that were named, those that changed since a revision."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from transcheck.cli.output import tell
from transcheck.cli.settings import WAIVERS
from transcheck.config import FILE_NAME
from transcheck.desk import Desk
from transcheck.files.revision import Revision
from transcheck.readers import Inputs
from transcheck.text.plural import plural


def keep_changed(inputs: Inputs, since: str, desk: Desk) -> Inputs:
    """Return the files that changed since a revision, and say on stderr how many did not.

    Where a glossary, the configuration, the waivers or the baseline changed, every article may
    be judged otherwise than it was: then all are kept. Raise UsageError as `Revision` does.
    """
    revision = Revision(since, Path.cwd())
    rule = next(_changed_rules(revision, desk), None)
    if rule:
        tell(f'{rule} changed since "{since}": all articles are checked.')
        return inputs
    kept = tuple(one for one in inputs.inputs if one.file is None or revision.is_changed(one.file))
    left = len(inputs.inputs) - len(kept)
    if kept and left:
        changed = f"{len(kept):,} of {plural(len(inputs.inputs), 'file')}"
        tell(f'{changed} changed since "{since}"; the others are not checked.')
    return replace(inputs, inputs=kept)


def say_unchanged(since: str, count: int) -> None:
    """Say on stderr that there was nothing to check, which is a pass."""
    which = f"none of {plural(count, 'file')}" if count > 1 else "no file"
    tell(f'Gate passed: {which} changed since "{since}", so there was nothing to check.')


def _changed_rules(revision: Revision, desk: Desk) -> Iterator[str]:
    """Yield what changed of the files that all articles are judged by, such as are gone too."""
    settings = desk.settings
    named = (*settings.glossary, settings.waivers, settings.baseline, desk.rules_file)
    for path in map(str, filter(None, named)):
        if Path(path).exists() and revision.holds(path) and revision.is_changed(path):
            yield os.path.relpath(path)
    here = Path.cwd()
    for folder in (here, *here.parents):
        for name in (FILE_NAME, WAIVERS):
            if revision.is_gone(str(folder / name)):
                yield os.path.relpath(folder / name)
