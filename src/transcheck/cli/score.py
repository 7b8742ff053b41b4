"""`transcheck score`: corpus metrics of one or more systems, and how many names they get right."""

from __future__ import annotations

import click

from transcheck.cli.completion import FILE
from transcheck.cli.options import format_option, output_option
from transcheck.cli.output import format_json, refuse_unwritable_file, write_output
from transcheck.cli.score_table import lay_out
from transcheck.cli.targets import refuse_overwriting
from transcheck.files.decode import check_encoding
from transcheck.readers import Input
from transcheck.scoring.comparison import CorpusScore, score_corpus
from transcheck.scoring.corpus import read_corpus

SCHEMA = "transcheck/score/1"


@click.command(name="score", short_help="Score translations against a reference.")
@click.argument("hypotheses", nargs=-1, required=True, metavar="HYPOTHESIS…", type=FILE)
@click.option(
    "--reference", required=True, metavar="PATH", type=FILE, help="The human translation."
)
@format_option()
@output_option("The file to write")
@click.option("--all-names", is_flag=True, help="List every wrong name, not the first 20.")
@click.option("--encoding", metavar="NAME", help="Encoding of files that are not UTF-8.")
def command(
    hypotheses: tuple[str, ...],
    reference: str,
    format_name: str,
    output: str | None,
    all_names: bool,
    encoding: str | None,
) -> None:
    """Score translations against a reference: BLEU, chrF2++, TER and name accuracy.

    Each HYPOTHESIS is one system: a file with one sentence a line, or a folder whose files are
    paired with those of the reference folder by name without suffix. With several systems,
    each is compared with the first by paired bootstrap resampling.

    Name accuracy is the share of the reference's names that stand in the same line of the
    translation, spelt alike with all their marks.

    \b
    transcheck score engine-a.txt engine-b.txt --reference human.txt

    Exit 0: scored. 2: a file cannot be read.
    """  # noqa: D301 (click wants the character itself)
    refuse_unwritable_file(output)
    refuse_overwriting([Input(path, path) for path in (*hypotheses, reference)], [output])
    if encoding:
        check_encoding(encoding)
    score = score_corpus(read_corpus(hypotheses, reference, encoding))
    text = _as_json(score) if format_name == "json" else lay_out(score, all_names)
    write_output(text, output, as_utf8=format_name == "json")


def _as_json(score: CorpusScore) -> str:
    import msgspec

    return format_json({"schema": SCHEMA, **msgspec.to_builtins(score)}) + "\n"
