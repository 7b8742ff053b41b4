"""Set-up: README's two commands from a fresh clone, with no cache, each timed.

python -m benchmarks.setup [--worktree] [--python /usr/bin/python3.11]
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import ROOT
from benchmarks.tables import Row, print_rows

COMMANDS = (("make", "demo"), ("make", "test"))


def main() -> None:
    """Clone, run both commands, print their seconds."""
    options = _parse()
    with tempfile.TemporaryDirectory() as place:
        clone, home = Path(place) / "clone", Path(place) / "home"
        home.mkdir()
        (_copy if options.worktree else _clone)(clone)
        rows = []
        for command in COMMANDS:
            start = time.perf_counter()
            done = subprocess.run(command, cwd=clone, env=_environment(home, options.python))
            seconds = time.perf_counter() - start
            name = " ".join(command)
            rows.append(Row(name, "≤ 180", (seconds,)))
            rows.append(Row(f"{name}: exit code", "≤ 0", (done.returncode,)))
    title = "A fresh copy of the working tree" if options.worktree else "A fresh clone"
    print_rows(f"{title}, no cache (seconds)", ["transcheck"], rows)


def _clone(target: Path) -> None:
    """Clone what is committed."""
    done = subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(target)])
    if done.returncode or not (target / "Makefile").exists():
        raise SystemExit("setup: the clone has no Makefile: commit first, or use --worktree")


def _copy(target: Path) -> None:
    """Copy what git would commit, to measure before committing."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    for name in sorted(filter(None, listed.stdout.split("\0"))):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, target / name)
    subprocess.run(["git", "init", "--quiet", str(target)], check=True)


def _environment(home: Path, python: Path | None) -> dict[str, str]:
    """Return an environment without caches, without this one's packages, home elsewhere."""
    dropped = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PIP_CACHE_DIR", "XDG_CACHE_HOME")
    kept = {key: value for key, value in os.environ.items() if key not in dropped}
    inside = str(ROOT / ".venv")
    paths = [one for one in kept.get("PATH", "").split(os.pathsep) if not one.startswith(inside)]
    if python is not None:
        kept["PYTHON"] = str(python)  # the Makefile's own way to name one
    fresh = {"HOME": str(home), "PIP_NO_CACHE_DIR": "1", "PATH": os.pathsep.join(paths)}
    return kept | fresh


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.setup", description=__doc__)
    parser.add_argument("--worktree", action="store_true", help="copy the working tree instead")
    parser.add_argument("--python", type=Path, help="the Python that make shall use")
    return parser.parse_args()


if __name__ == "__main__":
    main()
