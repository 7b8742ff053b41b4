"""The case files stand one folder up: their good texts are good for every check of names."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
