"""`transcheck glossary fmt`: glossary files in their usual form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from transcheck.cli.options import files_argument
from transcheck.cli.output import tell
from transcheck.errors import UsageError
from transcheck.files.write import write_bytes
from transcheck.glossary.exchange import read_file
from transcheck.glossary.formatting import format_glossary
from transcheck.text.controls import show_controls
from transcheck.text.plural import plural


@click.command(name="fmt", short_help="Put glossary files into their usual form.")
@files_argument()
@click.option("--sort", is_flag=True, help="Sort the rows by name, then kind; else they stay.")
@click.option("--check", is_flag=True, help="Write nothing; list the files that would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def command(files: tuple[str, ...], sort: bool, check: bool, diff: bool) -> int:
    """Put glossary files (CSV) into their usual form, row by row; a row that is so stays as it is.

    Marks are joined to their letters, odd blanks and invisible characters go, lists lose what is
    empty or stands twice, quotes and line ends are the usual ones.

    \b
    transcheck glossary fmt house.csv --diff
    transcheck glossary fmt house.csv --sort

    Exit 0: done, or nothing to do. 1: with --check or --diff, something to do. 2: a file cannot
    be read and is left as it is.
    """  # noqa: D301 (click wants the character itself)
    changed, unusable = 0, 0
    for path in dict.fromkeys(files):
        try:
            file = read_file(path)
            content = format_glossary(file, sort=sort)
            if content == file.content:
                continue
            if diff:
                for line in _diff(path, file.content, content):
                    click.echo(show_controls(line))
            elif check:
                click.echo(show_controls(path))
            else:
                write_bytes(Path(path), content)
                tell(f"{path}: in its usual form now.")
            changed += 1
        except UsageError as error:
            tell(str(error))
            unusable += 1
    waits = check or diff
    what = "to be changed" if waits else "changed"
    same = len(set(files)) - changed - unusable
    tell(f"{plural(changed, 'glossary')} {what}, {same} in the usual form before.")
    return 2 if unusable else 1 if changed and waits else 0


def _diff(path: str, before: bytes, after: bytes) -> Iterator[str]:
    from difflib import unified_diff

    encoding = "utf-16" if before[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    old = before.decode(encoding, "replace").split("\n")
    new = after.decode().split("\n")
    yield from unified_diff(old, new, path, path, lineterm="", n=0)
