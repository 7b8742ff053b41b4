"""Who decides: the name that waivers and reviews bear."""

from __future__ import annotations


def name_author(given: str | None) -> str:
    """Return the name of --by, else who commits here; "" where git is not there or knows none."""
    return (_ask_git() if given is None else given).strip()


def _ask_git() -> str:
    import subprocess

    command = ["git", "config", "user.name"]
    try:
        done = subprocess.run(command, capture_output=True, check=False, timeout=5)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode(errors="replace")
