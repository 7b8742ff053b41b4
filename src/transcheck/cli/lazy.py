"""Groups whose commands are found by name and imported when asked for."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from types import ModuleType
from typing import Any

import click

from transcheck.errors import did_you_mean


class LazyGroup(click.Group):
    """Every module of a package that defines `command` is a subcommand of that name."""

    def __init__(self, *arguments: Any, package: ModuleType, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.package = package

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        names = sorted(found.name for found in pkgutil.iter_modules(self.package.__path__))
        return [name for name in names if self.get_command(ctx, name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return it, or None."""
        path = f"{self.package.__name__}.{cmd_name}"
        if not cmd_name.isidentifier() or not importlib.util.find_spec(path):
            return None
        command: click.Command | None = getattr(importlib.import_module(path), "command", None)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; say which one a mistyped word may mean."""
        if not self.get_command(ctx, args[0]):
            hint = did_you_mean(args[0], self.list_commands(ctx), f"See {ctx.command_path} --help")
            raise click.UsageError(f'no command "{args[0]}". {hint}')
        return super().resolve_command(ctx, args)
