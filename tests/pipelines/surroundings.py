"""Where the pipelines' own files are, what they are tried on, and tools that may be missing.

Not in conftest.py: a run that names several folders of tests has several modules of that name.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
BAD = "The boat left Žabarina on Friday. People in Zabarina waited.\n"
GOOD = "All is well in the harbour on Friday.\n"


def find_tool(name: str) -> str | None:
    """Return a program of this environment, else of the machine."""
    places = (str(Path(sys.executable).parent), os.environ.get("PATH", ""))
    return shutil.which(name, path=os.pathsep.join(places))
