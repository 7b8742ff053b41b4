"""Where a report goes: stdout, a file, or a folder of pages; and what is said on stderr."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import ModuleType

from transcheck.errors import UsageError
from transcheck.files.write import write_folder, write_text
from transcheck.model import Report
from transcheck.reports.verdict import summarise
from transcheck.text.controls import show_controls

MOST_ON_ONE_PAGE = 100


def write_report(report: Report, form: ModuleType, output: str | None) -> None:
    """Render a report and write it; above 100 articles HTML becomes a folder of pages."""
    if form.FORMAT.name == "html" and len(report.articles) > MOST_ON_ONE_PAGE:
        if not output or Path(output).suffix:
            count = len(report.articles)
            raise UsageError(
                f"{count} articles are too many for one page", hint="Name a folder: -o report/"
            )
        write_folder(Path(output), form.render_folder(report))
        return
    if form.FORMAT.coloured:
        text = form.render(report, colour=output is None and use_colour())
    else:
        text = form.render(report)
    if output:
        write_text(Path(output), text)
    else:
        sys.stdout.write(text)


def use_colour() -> bool:
    """NO_COLOR and FORCE_COLOR decide; otherwise colour only on a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()


def print_summary(report: Report) -> None:
    """Say the verdict and what was and was not checked, on stderr."""
    if not report.articles:
        return
    sys.stdout.flush()
    print(file=sys.stderr)
    for line in summarise(report):
        print(show_controls(line), file=sys.stderr)


def tell(message: str) -> None:
    """Say one line on stderr."""
    print(show_controls(message), file=sys.stderr)
