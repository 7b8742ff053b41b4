"""The root command: `check` by default."""

from __future__ import annotations

from pathlib import Path

import click

from transcheck import cli
from transcheck.cli.lazy import LazyGroup
from transcheck.errors import did_you_mean
from transcheck.version import VERSION

DEFAULT = "check"
_SECTIONS = {
    "Articles": ("check", "explain", "fix", "review"),
    "What stays as it is": ("waive", "baseline"),
    "Names and glossaries": ("names", "glossary"),
}


class RootGroup(LazyGroup):
    """The commands of this room; paths and options that name none belong to `check`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` in front of paths and options that name no command."""
        own = {name for option in self.get_params(ctx) for name in option.opts}
        if args and args[0] not in own and not self.get_command(ctx, args[0]):
            self._refuse_mistyped(ctx, args[0])
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands by what they are for, those that are in no section last."""
        placed = [name for names in _SECTIONS.values() for name in names]
        others = tuple(name for name in self.list_commands(ctx) if name not in placed)
        width = max(map(len, (*placed, *others)))
        for title, names in (_SECTIONS | {"More": others}).items():
            commands = ((name, self.get_command(ctx, name)) for name in names)
            rows = [(n.ljust(width), one.get_short_help_str(70)) for n, one in commands if one]
            with formatter.section(title):
                formatter.write_dl(rows)

    def _refuse_mistyped(self, ctx: click.Context, word: str) -> None:
        if word.isalpha() and not Path(word).exists():
            hint = did_you_mean(word, self.list_commands(ctx))
            if hint:
                raise click.UsageError(f'no command and no file "{word}". {hint}')


@click.group(
    cls=RootGroup,
    package=cli,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="`transcheck PATH…` is short for `transcheck check PATH…`. "
    "With --debug an error inside transcheck is shown in full.",
)
@click.version_option(VERSION, prog_name="transcheck")
def root() -> None:
    """Find what machine translation does to names in the news."""
