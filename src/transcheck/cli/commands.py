"""The root command: subcommands found by name, imported when asked for, `check` by default."""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from pathlib import Path

import click

from transcheck import cli
from transcheck.errors import did_you_mean
from transcheck.version import VERSION

DEFAULT = "check"


class LazyGroup(click.Group):
    """Every module of this room that defines `command` is a subcommand of that name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        names = sorted(found.name for found in pkgutil.iter_modules(cli.__path__))
        return [name for name in names if self.get_command(ctx, name)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a command and return it, or None."""
        if not cmd_name.isidentifier() or not importlib.util.find_spec(f"{__package__}.{cmd_name}"):
            return None
        module = importlib.import_module(f"{__package__}.{cmd_name}")
        command: click.Command | None = getattr(module, "command", None)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` in front of paths and options that name no command."""
        own = {name for option in self.get_params(ctx) for name in option.opts}
        if args and args[0] not in own and not self.get_command(ctx, args[0]):
            self._refuse_mistyped(ctx, args[0])
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def _refuse_mistyped(self, ctx: click.Context, word: str) -> None:
        if word.isalpha() and not Path(word).exists():
            hint = did_you_mean(word, self.list_commands(ctx))
            if hint:
                raise click.UsageError(f'no command and no file "{word}". {hint}')


@click.group(
    cls=LazyGroup,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`transcheck PATH…` is short for `transcheck check PATH…`. "
    "With --debug an error inside transcheck is shown in full.",
)
@click.version_option(VERSION, prog_name="transcheck")
def root() -> None:
    """Find what machine translation does to names in the news."""
