"""`transcheck config`: the settings in force, where each comes from, and their schema."""

from __future__ import annotations

import json
from typing import Any

import click
import msgspec

from transcheck.cli.help import Command
from transcheck.cli.options import settings_options
from transcheck.cli.settings import read_given
from transcheck.config import KEYS, Settings, load_settings
from transcheck.text.controls import show_controls


@click.group(name="config")
def command() -> None:
    """Show the settings in force, or their JSON Schema."""


@command.command(name="show", cls=Command)
@settings_options
def show(**options: Any) -> None:
    """List every setting with its value and where it comes from."""
    given = read_given(options)
    path, values = given.config, msgspec.to_builtins(given.settings)
    defaults = msgspec.to_builtins(Settings())
    in_file = msgspec.to_builtins(load_settings(path)) if path else defaults
    values["source-lang"] = given.source_lang or values["source-lang"]
    for key in KEYS:
        value = values[key]
        if value == defaults[key]:
            origin = "default"
        elif key == "waivers" and options.get(key) is None and in_file[key] is None:
            origin = "found"
        else:
            origin = str(path) if value == in_file[key] else "option"
        line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
        click.echo(f"{line:<28} # {show_controls(origin)}")


@command.command(name="schema")
def schema() -> None:
    """Print the JSON Schema of transcheck.toml, for editors."""
    document = msgspec.json.schema(Settings)
    settings = document["$defs"]["Settings"]
    settings["properties"] = {key: settings["properties"][key] for key in KEYS}
    click.echo(json.dumps(document, indent=1))
