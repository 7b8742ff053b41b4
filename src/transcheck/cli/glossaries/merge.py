"""`transcheck glossary merge`: two versions of a glossary as one."""

from __future__ import annotations

import click

from transcheck.cli.options import files_argument, output_option
from transcheck.cli.output import refuse_unwritable_file, tell, write_output
from transcheck.errors import UsageError
from transcheck.glossary.merging import merge_tables
from transcheck.glossary.native.tables import read_table
from transcheck.text.plural import plural

_TWO, _THREE = 2, 3


@click.command(name="merge", short_help="Join what two people did to a glossary.")
@files_argument("[BASE] OURS THEIRS")
@output_option("The file to write")
def command(files: tuple[str, ...], output: str | None) -> int:
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
    refuse_unwritable_file(output)
    ours, theirs = map(read_table, files[-2:])
    base = read_table(files[0]) if len(files) == _THREE else None
    merged = merge_tables(ours, theirs, base)
    write_output(merged.text.encode(), output)
    place = output or "<stdout>"
    for conflict in merged.conflicts:
        tell(f"{place}:{conflict.line}: conflict: {conflict.message}")
    if merged.conflicts:
        tell(f"{plural(len(merged.conflicts), 'conflict')} to decide in {place}.")
    return 1 if merged.conflicts else 0
