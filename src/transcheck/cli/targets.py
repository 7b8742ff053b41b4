"""Which reports of a run go where: --format and -o, and --report FORMAT=PATH beside them."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from types import ModuleType

from transcheck.cli.output import (
    MOST_ON_ONE_PAGE,
    names_folder,
    refuse_unwritable,
    write_report,
)
from transcheck.errors import UsageError
from transcheck.files.write import refuse_folder
from transcheck.model import Record, Report
from transcheck.readers import Input
from transcheck.reports import find_format, name_formats

_SUFFIXES = {"htm": "html", "md": "markdown"}
_WRITTEN_IN = {"json": ("gitlab", "rdjson", "sarif"), "xml": ("checkstyle", "junit")}


class Target(Record, frozen=True):
    """A report format and where it goes; without a path to standard output."""

    form: ModuleType
    path: str | None = None


def choose_targets(
    format_name: str | None, output: str | None, reports: Iterable[str]
) -> tuple[Target, ...]:
    """Return what is to be written. Raise UsageError, before any work, where that cannot be."""
    first = Target(find_format(format_name or _format_of(output)), output)
    targets = (first, *map(_parse, reports))
    for target in targets:
        refuse_unwritable(target.path, target.form)
    _refuse_shared(targets)
    return targets


def refuse_crowd(count: int, targets: Iterable[Target]) -> None:
    """Raise UsageError when a target has no place for so many articles."""
    if count <= MOST_ON_ONE_PAGE:
        return
    for target in targets:
        if not hasattr(target.form, "render_folder"):
            continue
        if target.path and names_folder(target.path):
            continue
        if not target.path or PurePath(target.path).suffix:
            where = target.path or "standard output"
            what = f"more than {MOST_ON_ONE_PAGE} articles are too many for one page ({where})"
            raise UsageError(what, hint="Name a folder, such as report/")
        refuse_folder(Path(target.path))


def refuse_overwriting(inputs: Sequence[Input], outputs: Iterable[str | None]) -> None:
    """Raise UsageError when an output would take the place of an article that it is made of."""
    places = {os.path.realpath(output): output for output in outputs if output}
    for one in inputs if places else ():
        if one.file is not None and os.path.realpath(one.file) in places:
            what = f"cannot write {places[os.path.realpath(one.file)]}: it is one of the articles"
            raise UsageError(what, hint="Name another file, or leave it out of the paths")


def write_reports(report: Report, targets: Sequence[Target]) -> None:
    """Write each report; where one cannot be written, the others are, and then it is said."""
    failed: UsageError | None = None
    for target in targets:
        try:
            write_report(report, target.form, target.path)
        except UsageError as error:
            failed = failed or error
    if failed:
        raise failed


def _parse(given: str) -> Target:
    name, equals, path = given.partition("=")
    if not equals or not name or not path:
        hint = "Write FORMAT=PATH, such as sarif=names.sarif"
        raise UsageError(f'--report "{given}" names no format and path', hint=hint)
    form = find_format(name)
    if path == "-":
        hint = f"Standard output takes --format {name}"
        raise UsageError(f'--report "{given}" names no file', hint=hint)
    return Target(form, path)


def _format_of(output: str | None) -> str:
    """Return the format that -o names by its suffix: x.sarif, x.sarif.json, x.junit.xml."""
    if not output:
        return "text"
    if names_folder(output):
        return "html"
    suffixes = [suffix[1:].lower() for suffix in PurePath(output).suffixes[-2:]]
    last = suffixes[-1] if suffixes else ""
    if last in _WRITTEN_IN and suffixes[0] in _WRITTEN_IN[last]:
        return suffixes[0]
    if last == "xml":
        hint = "Add --format checkstyle or --format junit"
        raise UsageError(f"{output} may be checkstyle or junit", hint=hint)
    last = _SUFFIXES.get(last, last)
    return last if last in name_formats() else "text"


def _refuse_shared(targets: Sequence[Target]) -> None:
    """Refuse two reports in one place, and one inside the folder that another replaces whole."""
    places = [(t, Path(os.path.realpath(t.path))) for t in targets if t.path]
    for number, (target, place) in enumerate(places):
        for other, beside in places[number + 1 :]:
            if place == beside:
                what = f"two reports cannot both be {other.path}"
                raise UsageError(what, hint="Give each a file of its own")
            for outer, inner in ((target, beside), (other, place)):
                folder = place if outer is target else beside
                if hasattr(outer.form, "render_folder") and folder in inner.parents:
                    hint = "Name a file beside the folder"
                    what = f"{inner.name} cannot lie in {outer.path}, which is replaced whole"
                    raise UsageError(what, hint=hint)
