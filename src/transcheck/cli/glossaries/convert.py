"""`transcheck glossary convert`: a glossary in another format."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from transcheck.cli.completion import FILE
from transcheck.cli.options import from_option, output_option
from transcheck.cli.output import refuse_unwritable_file, tell, write_output
from transcheck.glossary.conversion import choose_format, convert, require_format
from transcheck.glossary.exchange import ALL, Pair, read_file
from transcheck.text.plural import plural
from transcheck.text.tags import check_tag

_MOST_SHOWN = 20


@click.command(name="convert", short_help="Write a glossary in another format.")
@click.argument("file", metavar="IN", type=FILE)
@output_option("The file to write", metavar="OUT", required=True)
@from_option("IN")
@click.option("--to", "wanted", metavar="FORMAT", help="The format of OUT, else by the suffix.")
@click.option(
    "--source-lang",
    metavar="TAG",
    help="The language translated from, such as sr; mul: all, where the format holds several.",
)
@click.option(
    "--target-lang",
    metavar="TAG",
    default="en",
    show_default=True,
    help="The language translated into, that of the names.",
)
def command(
    file: str,
    output: str | None,
    given: str | None,
    wanted: str | None,
    source_lang: str | None,
    target_lang: str,
) -> int:
    """Write a glossary in another format: of a translation engine, a tool or a spreadsheet.

    \b
    transcheck glossary convert names.csv -o names.tbx
    transcheck glossary convert names.csv -o deepl.csv --to deepl --source-lang sr
    transcheck glossary convert desk.xlsx -o names.csv

    Formats: csv (transcheck's own), tsv (a plain list, also of names alone), xlsx (.ods is read
    too), tbx, tmx, xliff; deepl, google, aws and azure, whose files are .csv or .tsv as well.

    What the format has no place for is said on stderr, one line each.

    Exit 0: all rows were read. 2: the glossary, or some rows of it, could not be.
    """  # noqa: D301 (click wants the character itself)
    source = source_lang if source_lang in (None, ALL) else check_tag(str(source_lang))
    reader = require_format(file, given, "--from")
    writer = require_format(output, wanted, "--to") if output else choose_format("", wanted)
    refuse_unwritable_file(output)
    usual = writer.GLOSSARY_FORMAT.suffixes or (".csv",)
    suffix = Path(output or "").suffix
    pair = Pair(check_tag(target_lang), source, suffix or usual[0])
    done = convert(read_file(file), pair, reader, writer)
    _warn([str(problem) for problem in done.problems], file)
    for line in done.losses:
        tell(line)
    write_output(done.content, output)
    title = writer.GLOSSARY_FORMAT.name
    told = "; ".join([f"{plural(done.concepts, 'name')} read, written as {title}", *done.notes])
    tell(f"{output or '<stdout>'}: {told}.")
    return 0 if done.complete else 2


def _warn(problems: Sequence[str], file: str) -> None:
    for problem in problems[:_MOST_SHOWN]:
        tell(problem)
    more = len(problems) - _MOST_SHOWN
    if more > 0:
        tell(f"{file}: {more:,} more; `transcheck glossary lint` lists them")
