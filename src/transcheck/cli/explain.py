"""`transcheck explain`: what a check finds, why, wrong and right, when it stays quiet."""

from __future__ import annotations

import inspect

import click

from transcheck.checks import find_checks
from transcheck.cli.completion import complete_checks
from transcheck.errors import UsageError, did_you_mean


@click.command(name="explain")
@click.argument("check_id", metavar="ID", shell_complete=complete_checks)
def command(check_id: str) -> None:
    """Explain a check with a wrong and a right example."""
    infos = {module.CHECK.id: module.CHECK for module in find_checks()}
    info = infos.get(check_id)
    if info is None:
        hint = did_you_mean(check_id, infos, "`transcheck checks` lists them")
        raise UsageError(f'unknown check "{check_id}"', hint=hint)
    needs = f" · needs {', '.join(info.needs)}" if info.needs else ""
    click.echo(f"{info.id} · {info.severity} · {info.category}{needs}\n")
    click.echo(inspect.cleandoc(info.documentation))
