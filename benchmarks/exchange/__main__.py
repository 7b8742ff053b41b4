"""Read the glossaries of ../shared/dev, or those named.

python -m benchmarks.exchange [FILE …]
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.corpus import SHARED
from benchmarks.exchange.termbases import compare

if __name__ == "__main__":
    files = [Path(name) for name in sys.argv[1:]] or sorted((SHARED / "dev" / "tbx").glob("*.tbx"))
    equal = [compare(path) for path in files]
    sys.exit(0 if all(equal) else 1)
