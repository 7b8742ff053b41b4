"""The JSON Schema of the report, shipped beside the program that writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def load_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of transcheck/report/1."""
    schema: dict[str, Any] = json.loads(
        Path(__file__).with_name("report-1.json").read_text(encoding="utf-8")
    )
    return schema
