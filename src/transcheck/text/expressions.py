"""Regular expressions that are compiled when they are first asked, not when a program starts.

Compiling the long ones costs milliseconds each, and one article asks for few of them.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        # Only asked for what is not there yet: re keeps the expression, this the way to it.
        value = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def compile_late(source: str, flags: int = 0) -> re.Pattern[str]:
    """Return what answers as the compiled expression does: search, match, fullmatch, split, sub."""
    return cast("re.Pattern[str]", _Late(source, flags))
