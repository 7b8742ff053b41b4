"""`transcheck glossary`: look after glossary files."""

from __future__ import annotations

import click

from transcheck.cli import glossaries
from transcheck.cli.lazy import LazyGroup


@click.group(name="glossary", cls=LazyGroup, package=glossaries)
def command() -> None:
    """Look after glossary files: check, convert, join and grow them."""
