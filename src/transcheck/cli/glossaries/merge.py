"""`transcheck glossary merge`: two versions of a glossary as one."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from transcheck.cli.output import refuse_unwritable_file, tell
from transcheck.errors import UsageError
from transcheck.files.write import write_bytes
from transcheck.glossary.merging import merge_tables
from transcheck.glossary.native.tables import read_table
from transcheck.text.plural import plural

_TWO, _THREE = 2, 3


@click.command(name="merge", short_help="Join what two people did to a glossary.")
@click.argument("files", metavar="[BASE] OURS THEIRS", nargs=-1, required=True)
@click.option("-o", "--output", metavar="OUT", default="-", help="The file to write, else stdout.")
def command(files: tuple[str, ...], output: str) -> int:
    """Join what two people did to a glossary (CSV), row by row and cell by cell.

    BASE is the version that both began with. Where both changed one cell in different ways, both
    rows are kept and named on stderr. The order and form of OURS stay.

    To let git do it, in .gitattributes and in the configuration:

    \b
    glossaries/*.csv merge=transcheck
    git config merge.transcheck.driver "transcheck glossary merge %O %A %B -o %A"

    Exit 0: joined. 1: some rows need a decision; the file is written. 2: a file cannot be read.
    """  # noqa: D301 (click wants the character itself)
    if len(files) not in (_TWO, _THREE):
        raise UsageError("merge joins two files", hint="Name [BASE] OURS THEIRS")
    if output != "-":
        refuse_unwritable_file(output)
    ours, theirs = map(read_table, files[-2:])
    base = read_table(files[0]) if len(files) == _THREE else None
    merged = merge_tables(ours, theirs, base)
    content = merged.text.encode()
    if output == "-":
        sys.stdout.buffer.write(content)
    else:
        write_bytes(Path(output), content)
    place = "<stdout>" if output == "-" else output
    for conflict in merged.conflicts:
        tell(f"{place}:{conflict.line}: conflict: {conflict.message}")
    if merged.conflicts:
        tell(f"{plural(len(merged.conflicts), 'conflict')} to decide in {place}.")
    return 1 if merged.conflicts else 0
