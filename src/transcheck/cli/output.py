"""Where a report goes: stdout, a file, or a folder of pages; and what is said on stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

from transcheck.errors import UsageError
from transcheck.files.write import refuse_folder, write_bytes, write_folder, write_text
from transcheck.model import Report, Skipped
from transcheck.reports.verdict import summarise
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural

MOST_ON_ONE_PAGE = 100
_MANY_PAGES = 1000


def refuse_unwritable(output: str | None, form: ModuleType) -> None:
    """Raise UsageError, before any work is done, when a report cannot be written there."""
    if hasattr(form, "refuse_missing"):
        form.refuse_missing()
    if not output:
        if form.FORMAT.binary:
            name = form.FORMAT.name
            raise UsageError(f"{name} is not text", hint=f"Name a file: -o report.{name}")
        return
    path = Path(output)
    if path.is_dir() and not hasattr(form, "render_folder"):
        hint = "Name a file in it, or --format html for a folder of pages"
        raise UsageError(f"cannot write {output}: it is a folder", hint=hint)
    if names_folder(output) and hasattr(form, "render_folder"):
        refuse_folder(path)
        return
    refuse_unwritable_file(output)


def refuse_unwritable_file(output: str | None) -> None:
    """Raise UsageError, before any work is done, when no file can be written there."""
    if not output:
        return
    path = Path(output)
    if path.is_dir():
        raise UsageError(f"cannot write {output}: it is a folder", hint="Name a file in it")
    real = Path(os.path.realpath(output))
    if not real.parent.is_dir():
        folder = real.parent if path.is_symlink() else path.parent
        hint = "Make the folder first"
        raise UsageError(f"cannot write {output}: there is no folder {folder}", hint=hint)
    # A file is written aside and takes its place: that needs the folder too.
    needed = [one for one in (real, real.parent) if one.exists()]
    if real.exists() and not real.is_file():
        needed = [real]
    if not all(os.access(one, os.W_OK) for one in needed):
        raise UsageError(f"cannot write {output}: Permission denied")


def names_folder(output: str) -> bool:
    """Say whether what -o names is a folder, there already or to be made."""
    return output.endswith(("/", os.sep)) or Path(output).is_dir()


def write_report(report: Report, form: ModuleType, output: str | None) -> None:
    """Render a report and write it.

    HTML becomes a folder of pages above 100 articles, or when a folder is named.
    """
    if output and hasattr(form, "render_folder"):
        many = len(report.articles) > MOST_ON_ONE_PAGE
        if many or names_folder(output):
            _write_pages(report, form, output)
            return
    if form.FORMAT.coloured:
        content = form.render(report, colour=output is None and use_colour())
    else:
        content = form.render(report)
    write_output(content, output, as_utf8=not form.FORMAT.coloured)


def _write_pages(report: Report, form: ModuleType, output: str) -> None:
    count = len(report.articles)
    if count >= _MANY_PAGES:  # half a minute or more, in which a job's log would say nothing
        tell(f"Writing {plural(count, 'page')} to {output}.")
    write_folder(Path(output), form.render_folder(report))


def write_output(content: str | bytes, output: str | None, *, as_utf8: bool = True) -> None:
    """Write into a file, or to stdout when none is named.

    What programs read is UTF-8 in every locale and on every system.
    """
    if output and isinstance(content, bytes):
        write_bytes(Path(output), content)
    elif output:
        write_text(Path(output), str(content))
    else:
        _print(content, as_utf8=as_utf8)


def print_json(value: object) -> None:
    """Print records for a program: JSON in UTF-8, a line for each member."""
    _print(f"{format_json(value)}\n", as_utf8=True)


def format_json(value: object) -> str:
    """Return records as JSON; half of a surrogate pair, as in a file's name, is no reason to stop.

    What cannot be written is printed as its escape, which is what JSON has for it.
    """
    import json

    import msgspec

    return json.dumps(msgspec.to_builtins(value), ensure_ascii=False, indent=1)


def _print(content: str | bytes, *, as_utf8: bool) -> None:
    if as_utf8 and hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        mute(sys.stdout.fileno())  # `| head`: the reader has enough, the exit code still counts


def mute(descriptor: int) -> None:
    """Let nothing more come out of a stream whose reader has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def use_colour() -> bool:
    """NO_COLOR and FORCE_COLOR decide; otherwise colour only on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def print_summary(report: Report) -> None:
    """Say the verdict and what was and was not checked, on stderr."""
    tell("")
    lines = summarise(report) if report.articles else ["Nothing was checked: no article was read."]
    for line in lines:
        tell(line)


def tell(message: str) -> None:
    """Say one line on stderr; where nobody reads it any more, the work goes on without."""
    try:
        print(show_controls(message), file=sys.stderr, flush=True)
    except BrokenPipeError:
        mute(sys.stderr.fileno())


def tell_skipped(skipped: Iterable[Skipped], passed_over: int) -> None:
    """Say what could not be done, one line each, and how many files were passed over."""
    for entry in skipped:
        check = f" ({entry.check})" if entry.check else ""
        tell(f"{entry.path}{check}: {entry.reason}")
    if passed_over:
        files = "file in folders was" if passed_over == 1 else "files in folders were"
        tell(f"{passed_over:,} other or hidden {files} passed over")
