"""`transcheck checks`: list what is checked."""

from __future__ import annotations

import click

from transcheck.checks import find_checks
from transcheck.cli.options import format_option
from transcheck.cli.output import print_json


@click.command(name="checks")
@format_option()
def command(format_name: str) -> None:
    """List the checks: id, severity, category, what they find."""
    infos = [module.CHECK for module in find_checks()]
    if format_name == "json":
        print_json(
            [
                {
                    "id": info.id,
                    "severity": info.severity,
                    "category": info.category,
                    "needs": info.needs,
                    "summary": summary(info.documentation),
                }
                for info in infos
            ]
        )
        return
    for info in infos:
        click.echo(f"{info.id:<18} {info.severity:<9} {summary(info.documentation)}")


def summary(documentation: str) -> str:
    """Return the first line of a check's documentation."""
    return documentation.strip().splitlines()[0]
