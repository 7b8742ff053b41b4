"""Make characters visible that could steer a terminal or the runner of a CI job."""

from __future__ import annotations

import re

from transcheck.text.expressions import compile_late

STEERING = "\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
"""Controls above the first 32, line separators, direction marks and surrogates, as a class."""

_CONTROLS = compile_late(f"[\x00-\x1f{STEERING}]")
# Runners take commands from what a job prints: `##[` and `##vso[` anywhere in a line (GitHub,
# Azure), `::` where a line begins (GitHub).
_COMMAND = compile_late(r"(?<=#)#(?=\[|vso\[)|\A\s*:(?=:)")
_COMMAND_IN_PAGE = compile_late(r"(?<=#)#(?=\[|vso\[)|(?<=\s):(?=:)")


def show_controls(text: str) -> str:
    r"""Return `text` with control and bidirectional characters as \x1b or <U+202E>.

    What a CI runner would take for a command is broken by \x23 or \x3a in the place of a sign.
    """
    if not text.isprintable():
        text = _CONTROLS.sub(_show, text)
    return _COMMAND.sub(_break, text) if "#" in text or "::" in text else text


def calm_page(page: str) -> str:
    """Return HTML as it reads, in which no line is a command to the runner of a CI job.

    A page keeps the line breaks of an article, and may be printed to the log.
    """
    calm = "##" not in page and "::" not in page
    return page if calm else _COMMAND_IN_PAGE.sub(lambda m: f"&#{ord(m.group())};", page)


def _show(match: re.Match[str]) -> str:
    code = ord(match.group())
    return f"\\x{code:02x}" if code < 256 else f"<U+{code:04X}>"


def _break(match: re.Match[str]) -> str:
    found = match.group()
    return f"{found[:-1]}\\x{ord(found[-1]):02x}"
