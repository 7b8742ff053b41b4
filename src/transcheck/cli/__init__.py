"""The command line: parse, wire, print, exit. The only room that prints.

Exit codes: 0 gate passed, 1 gate failed, 2 the work could not all be done, 130 after Ctrl-C.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from collections.abc import Sequence

from transcheck.errors import TranscheckError, UsageError


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command and leave with its exit code; no traceback without --debug."""
    # Most of what a run makes lives as long as the run: garbage is rarely worth looking for.
    gc.set_threshold(50_000, 20, 20)
    given = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in given
    _open_missing()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _run([a for a in given if a != "--debug"])
        sys.stdout.flush()
    except BrokenPipeError:
        _leave_quietly()
    except KeyboardInterrupt:
        _leave_at_once(130)
    except TranscheckError as error:
        _fail(str(error), debug)
    except OSError as error:
        _fail(_say(error), debug)
    except Exception as error:
        _fail(f"internal error: {type(error).__name__}: {error}. --debug shows where", debug)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _run(arguments: list[str]) -> object:
    import click

    from transcheck.cli.commands import root

    try:
        return root.main(arguments, "transcheck", standalone_mode=False)
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # click 8.2 and newer; older ones exit
            print(error.format_message(), file=sys.stderr)
            return 2
        raise UsageError(error.format_message()) from error


def _open_missing() -> None:
    """Give a command that was started without an output (`>&-`) one that goes nowhere.

    It stays open until the program ends.
    """
    import os
    from pathlib import Path

    if sys.stdout is None or sys.stderr is None:
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere


def _say(error: OSError) -> str:
    """Return what the system refused: a path that it will not take, or our output."""
    reason = (error.strerror or type(error).__name__).lower()
    if error.filename is not None:
        name = str(error.filename)
        short = name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…"
        return f"{short}: {reason}. Check the path"
    return f"the output cannot be written ({reason}). Send it elsewhere, or make room"


_LONGEST_NAME = 80


def _fail(message: str, debug: bool) -> None:
    from transcheck.cli.output import tell

    if debug:
        raise
    tell(f"transcheck: {message}")
    sys.exit(2)


def _leave_at_once(code: int) -> None:
    """Stop without waiting for threads that talk to worker processes which are gone."""
    import os

    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):
            stream.flush()
    os._exit(code)


def _leave_quietly() -> None:
    """Stop without a word when the reader of our output has gone (`| head`)."""
    from transcheck.cli.output import mute

    for stream in (sys.stdout, sys.stderr):
        mute(stream.fileno())
    sys.exit(0)
