"""Make control characters visible, so that no text can steer a terminal or a CI runner."""

from __future__ import annotations

import re

_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


def show_controls(text: str) -> str:
    r"""Return `text` with control and bidirectional characters as \x1b or <U+202E>."""
    return _CONTROLS.sub(_show, text) if not text.isprintable() else text


def _show(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 256 else f"<U+{code:04X}>"
