"""How a command shows itself: its own options first, then the settings that all runs share."""

from __future__ import annotations

import click


class Setting(click.Option):
    """An option that is also a key of the configuration."""


class Command(click.Command):
    """A command whose help lists its settings apart from what is its own."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write both lists."""
        own: list[tuple[str, str]] = []
        settings: list[tuple[str, str]] = []
        for parameter in self.get_params(ctx):
            shown = parameter.get_help_record(ctx)
            if shown and isinstance(parameter, click.Option):
                (settings if isinstance(parameter, Setting) else own).append(shown)
        for title, rows in (("Options", own), ("Settings, also keys of transcheck.toml", settings)):
            if rows:
                with formatter.section(title):
                    formatter.write_dl(rows)
