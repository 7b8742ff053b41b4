"""What the whole-program suites share: the command line, run inside this process."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "cli"))
