"""The command line: parse, wire, print, exit. The only room that prints.

Exit codes: 0 gate passed, 1 gate failed, 2 the work could not all be done, 130 after Ctrl-C.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from transcheck.errors import TranscheckError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code; no traceback without --debug."""
    import click

    from transcheck.cli.commands import root

    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = root.main([a for a in given if a != "--debug"], "transcheck", standalone_mode=False)
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_quietly()
    except (KeyboardInterrupt, click.Abort):
        sys.exit(130)
    except click.ClickException as error:
        _fail(error.format_message(), debug)
    except TranscheckError as error:
        _fail(str(error), debug)
    except Exception as error:
        _fail(f"internal error: {type(error).__name__}: {error}. --debug shows where", debug)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str, debug: bool) -> None:
    from transcheck.text.controls import show_controls

    if debug:
        raise
    print(f"transcheck: {show_controls(message)}", file=sys.stderr)
    sys.exit(2)


def _leave_quietly() -> None:
    """Stop without a word when the reader of our output has gone (`| head`)."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
