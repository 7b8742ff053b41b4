"""Fit what is learned and write it into the package: `python -m benchmarks.training NAME`.

NAME is a module of this folder with a `main`: likeness, direction and others beside them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Run the command of one module."""
    here = Path(__file__).parent
    known = sorted(p.stem for p in here.glob("*.py") if "\ndef main(" in p.read_text("utf-8"))
    known.remove("__main__")
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    if name not in known:
        raise SystemExit(f"python -m benchmarks.training {{{'|'.join(known)}}}")
    import_module(f"benchmarks.training.{name}").main()


if __name__ == "__main__":
    main()
