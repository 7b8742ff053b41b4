"""The version of the program and of the data its results depend on."""

from __future__ import annotations

VERSION = "0.1.0"

DATA_VERSIONS = {"langid": "stopwords+langdetect-1.0.9-seed0", "words": "scowl-2020.12.07"}
