"""`transcheck checks`: list what is checked."""

from __future__ import annotations

import click

from transcheck.checks import find_checks
from transcheck.cli.options import format_option


@click.command(name="checks")
@format_option()
def command(format_name: str) -> None:
    """List the checks: id, severity, category, what they find."""
    infos = [module.CHECK for module in find_checks()]
    if format_name == "json":
        import json

        rows = [
            {
                "id": info.id,
                "severity": info.severity.value,
                "category": info.category,
                "needs": list(info.needs),
                "summary": summary(info.documentation),
            }
            for info in infos
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for info in infos:
        click.echo(f"{info.id:<18} {info.severity:<9} {summary(info.documentation)}")


def summary(documentation: str) -> str:
    """Return the first line of a check's documentation."""
    return documentation.strip().splitlines()[0]
